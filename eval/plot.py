"""Plots of a report: SVG that a screen reader can read, each with its figures as CSV beside it.

The same report gives the same bytes. matplotlib comes with the extra ``eval`` and has its one home here.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from eval.report import Report
from eval.tables import decimal
from qa.errors import EvaluationError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_COLOURS = ("#0b5394", "#e69138", "#38761d", "#741b47", "#7f6000", "#444444")
_HATCHES = ("", "//", "..", "xx", "--", "++")
"""Bars differ in pattern as well as in colour."""
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a value in [0, 1] with the ends of its interval, equal to it where there is none."""

    system: str
    group: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart: a Swedish title, what its groups are, and bars by group, then system."""

    file: str
    title: str
    group_name: str
    bars: tuple[Bar, ...]

    @property
    def systems(self) -> tuple[str, ...]:
        """The systems in order."""
        return tuple(dict.fromkeys(bar.system for bar in self.bars))

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups in order."""
        return tuple(dict.fromkeys(bar.group for bar in self.bars))

    @property
    def description(self) -> str:
        """All figures in words, for who cannot see the plot."""
        said = [
            f"{group}: "
            + ", ".join(f"{bar.system} {decimal(bar.value)}" for bar in self.bars if bar.group == group)
            for group in self.groups
        ]
        return "Stapeldiagram. " + ". ".join(said) + "."


def write_plots(folder: Path, report: Report) -> tuple[Path, ...]:
    """Write the plots of a report and their CSV files, and return their paths.

    Raises:
        EvaluationError: matplotlib is not installed.
    """
    written = []
    for chart in charts_of(report):
        svg, table = folder / f"{chart.file}.svg", folder / f"{chart.file}.csv"
        svg.write_text(draw(chart), encoding="utf-8")
        table.write_text(chart_as_csv(chart), encoding="utf-8")
        written += [svg, table]
    return tuple(written)


def charts_of(report: Report) -> tuple[Chart, ...]:
    """Return the charts of a report: every measure, and the first measure by kind of question."""
    first = report.measures[0]
    kinds = report.systems[0].kinds
    overall = tuple(
        Bar(system.name, measure, interval.mean, interval.low, interval.high)
        for measure in report.measures
        for system in report.systems
        for interval in (system.overall[measure],)
    )
    by_kind = tuple(
        Bar(system.name, f"{kind} ({kinds[kind].questions})", mean, mean, mean)
        for kind in sorted(kinds)
        for system in report.systems
        for mean in (system.kinds[kind].means[first],)
    )
    name = report.manifest.set_name
    charts = [Chart("matt", f"{name}: alla frågor, med 95 % intervall", "mått", overall)]
    if len(kinds) > 1:
        charts.append(Chart("slag", f"{name}: {first} per slag av fråga", "slag", by_kind))
    return tuple(charts)


def chart_as_csv(chart: Chart) -> str:
    """Return the figures of a chart as CSV with decimal points."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((chart.group_name, "sökmetod", "värde", "lägst", "högst"))
    for bar in chart.bars:
        writer.writerow(
            (bar.group, bar.system, *(f"{value:.4f}" for value in (bar.value, bar.low, bar.high)))
        )
    return text.getvalue()


def draw(chart: Chart) -> str:
    """Draw a chart as SVG with a title and a description.

    Raises:
        EvaluationError: matplotlib is not installed.
    """
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ImportError as error:
        raise EvaluationError(
            "Diagram kräver matplotlib. Installera det med: pip install 'protokollfraga[eval]'"
        ) from error
    text = io.StringIO()
    # a fixed salt and no date make the file the same every time; text stays text
    with mpl.rc_context({"svg.hashsalt": chart.file, "svg.fonttype": "none", "font.size": 10.0}):
        figure = Figure(figsize=(9.0, 1.2 + 0.32 * len(chart.bars)), layout="constrained")
        _draw_bars(figure, chart)
        figure.savefig(text, format="svg", metadata={"Date": None, "Creator": None})
    return _describe(text.getvalue(), chart)


def _draw_bars(figure: Figure, chart: Chart) -> None:
    axes = figure.add_subplot()
    systems, groups = chart.systems, chart.groups
    height = 0.8 / len(systems)
    for number, system in enumerate(systems):
        bars = [bar for bar in chart.bars if bar.system == system]
        places = [groups.index(bar.group) + (number + 0.5) * height - 0.4 for bar in bars]
        errors = [[bar.value - bar.low for bar in bars], [bar.high - bar.value for bar in bars]]
        axes.barh(
            places,
            [bar.value for bar in bars],
            height,
            xerr=errors if any(bar.low < bar.high for bar in bars) else None,
            label=system,
            color=_COLOURS[number % len(_COLOURS)],
            hatch=_HATCHES[number % len(_HATCHES)],
            edgecolor="white",
            ecolor="#000000",
            capsize=2,
        )
    axes.set_yticks(range(len(groups)), groups)
    axes.set_ylim(len(groups) - 0.5, -0.5)
    axes.set_xlim(0, 1)
    axes.set_xticks(_TICKS, [decimal(tick, 1) for tick in _TICKS])
    axes.set_title(chart.title, loc="left")
    axes.spines[["top", "right"]].set_visible(False)
    figure.legend(loc="outside lower center", ncols=len(systems), frameon=False)


def _describe(svg: str, chart: Chart) -> str:
    """Put title and description where assistive technology finds them."""
    head, opening, rest = svg.partition("<svg ")
    attributes, close, body = rest.partition(">")
    title_id, desc_id = f"{chart.file}-title", f"{chart.file}-desc"
    role = f'role="img" lang="sv" aria-labelledby="{title_id} {desc_id}" '
    title = f'\n <title id="{title_id}">{escape(chart.title)}</title>'
    description = f'\n <desc id="{desc_id}">{escape(chart.description)}</desc>'
    return f"{head}{opening}{role}{attributes}{close}{title}{description}{body}"
