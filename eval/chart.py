"""What a plot shows, apart from how it is drawn: bars or curves, with their figures in words and as CSV."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from eval.table import decimal

MOST_TOLD = 10
"""Points of a curve that are told in words; the CSV has all."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a value in [0, 1] with the ends of its interval, equal to it where there is none."""

    system: str
    group: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class BarChart:
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

    @property
    def csv(self) -> str:
        """The figures as CSV with decimal points."""
        return _csv(
            (self.group_name, "sökmetod", "värde", "lägst", "högst"),
            ((bar.group, bar.system, bar.value, bar.low, bar.high) for bar in self.bars),
        )


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a curve in [0, 1]; the interval is of ``y``, equal to it where there is none.

    ``count`` is how many answers ``y`` is a share of.
    """

    x: float
    y: float
    low: float
    high: float
    count: int


class Style(StrEnum):
    """How the points of a curve are drawn."""

    LINE = "line"
    DOTS = "dots"
    """Each for itself, with its interval."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A named curve."""

    name: str
    points: tuple[Point, ...]
    style: Style = Style.LINE


@dataclass(frozen=True, slots=True)
class CurveChart:
    """Curves over two axes from 0 to 1; ``diagonal`` names the line where both are equal, if it is drawn."""

    file: str
    title: str
    x_name: str
    y_name: str
    curves: tuple[Curve, ...]
    diagonal: str = ""

    @property
    def description(self) -> str:
        """The figures in words, for who cannot see the plot; of long curves ten points."""
        said = [f"Vågrätt {self.x_name}, lodrätt {self.y_name}."]
        for curve in self.curves:
            points = ", ".join(
                f"vid {decimal(one.x, 2)} {decimal(one.y, 2)} av {one.count}" for one in _spread(curve.points)
            )
            said.append(f"{curve.name}: {points}.")
        if self.diagonal:
            said.append(f"Den räta linjen från 0 till 1 visar {self.diagonal}.")
        return "Kurvdiagram. " + " ".join(said)

    @property
    def csv(self) -> str:
        """The figures as CSV with decimal points."""
        return _csv(
            ("kurva", self.x_name, self.y_name, "lägst", "högst", "antal"),
            (
                (curve.name, point.x, point.y, point.low, point.high, str(point.count))
                for curve in self.curves
                for point in curve.points
            ),
        )


Chart = BarChart | CurveChart


def _spread(points: Sequence[Point]) -> list[Point]:
    """Return the points, or as many as are told, evenly spread with the last among them."""
    if len(points) <= MOST_TOLD:
        return list(points)
    return [points[len(points) * part // MOST_TOLD - 1] for part in range(1, MOST_TOLD + 1)]


def _csv(header: Iterable[str], rows: Iterable[Iterable[str | float]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow(cell if isinstance(cell, str) else f"{cell:.4f}" for cell in row)
    return text.getvalue()
