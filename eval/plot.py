"""Plots of a report: SVG that a screen reader can read, each with its figures as CSV beside it.

The same report gives the same bytes. matplotlib comes with the extra ``eval`` and has its one home here.
"""

from __future__ import annotations

import io
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from eval.chart import BarChart, Chart, Curve, CurveChart, Style
from eval.charts import charts_of
from eval.report import Report
from eval.table import decimal
from qa.errors import EvaluationError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_COLOURS = ("#0b5394", "#e69138", "#38761d", "#741b47", "#7f6000", "#444444")
_HATCHES = ("", "//", "..", "xx", "--", "++")
"""Bars differ in pattern as well as in colour."""
_LINES = ("-", "--", ":", "-.")
"""And so do curves."""
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def write_plots(folder: Path, report: Report) -> tuple[Path, ...]:
    """Write the plots of a report and their CSV files, and return their paths.

    Raises:
        EvaluationError: matplotlib is not installed.
    """
    written = []
    for chart in charts_of(report):
        svg, table = folder / f"{chart.file}.svg", folder / f"{chart.file}.csv"
        svg.write_text(draw(chart), encoding="utf-8")
        table.write_text(chart.csv, encoding="utf-8")
        written += [svg, table]
    return tuple(written)


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
        if isinstance(chart, BarChart):
            figure = Figure(figsize=(9.0, 1.2 + 0.32 * len(chart.bars)), layout="constrained")
            _draw_bars(figure, chart)
        else:
            figure = Figure(figsize=(6.4, 6.4), layout="constrained")
            _draw_curves(figure, chart)
        figure.savefig(text, format="svg", metadata={"Date": None, "Creator": None})
    return _describe(text.getvalue(), chart)


def _draw_bars(figure: Figure, chart: BarChart) -> None:
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
    _finish(figure, axes, chart, columns=len(systems))


def _draw_curves(figure: Figure, chart: CurveChart) -> None:
    axes = figure.add_subplot()
    for number, curve in enumerate(chart.curves):
        _draw_curve(axes, curve, number)
    if chart.diagonal:
        axes.plot((0, 1), (0, 1), color="#444444", linestyle=":", label=chart.diagonal)
    axes.set_xlim(0, 1.02)
    axes.set_ylim(-0.02, 1.02)
    axes.set_aspect("equal")
    axes.set_yticks(_TICKS, [decimal(tick, 1) for tick in _TICKS])
    axes.set_xlabel(chart.x_name)
    axes.set_ylabel(chart.y_name)
    _finish(figure, axes, chart, columns=1)


def _draw_curve(axes: Axes, curve: Curve, number: int) -> None:
    colour = _COLOURS[number % len(_COLOURS)]
    x, y = [point.x for point in curve.points], [point.y for point in curve.points]
    if curve.style is Style.LINE:
        axes.plot(x, y, color=colour, linestyle=_LINES[number % len(_LINES)], label=curve.name)
        return
    errors = [
        [point.y - point.low for point in curve.points],
        [point.high - point.y for point in curve.points],
    ]
    axes.errorbar(x, y, yerr=errors, color=colour, fmt="o", capsize=3, label=curve.name)
    for point in curve.points:
        axes.annotate(str(point.count), (point.x, point.y), (6, -4), textcoords="offset points")


def _finish(figure: Figure, axes: Axes, chart: Chart, columns: int) -> None:
    """Draw what all charts have: ticks along the bottom, a title, no box, names below."""
    axes.set_xticks(_TICKS, [decimal(tick, 1) for tick in _TICKS])
    axes.set_title(chart.title, loc="left")
    axes.spines[["top", "right"]].set_visible(False)
    figure.legend(loc="outside lower center", ncols=columns, frameon=False)


def _describe(svg: str, chart: Chart) -> str:
    """Put title and description where assistive technology finds them."""
    head, opening, rest = svg.partition("<svg ")
    attributes, close, body = rest.partition(">")
    title_id, desc_id = f"{chart.file}-title", f"{chart.file}-desc"
    role = f'role="img" lang="sv" aria-labelledby="{title_id} {desc_id}" '
    title = f'\n <title id="{title_id}">{escape(chart.title)}</title>'
    description = f'\n <desc id="{desc_id}">{escape(chart.description)}</desc>'
    return f"{head}{opening}{role}{attributes}{close}{title}{description}{body}"
