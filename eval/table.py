"""A table of Swedish text, and how its figures are printed."""

from dataclasses import dataclass

from eval.statistics import Interval

SMALLEST_P = 0.001
MISSING = "–"
"""What stands where there is no figure."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first column is text, the others are figures. ``note`` explains it."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def decimal(value: float, digits: int = 3, sign: str = "-") -> str:
    """Print a figure with a decimal comma; ``sign`` "+" shows the sign of positive ones too."""
    return f"{value:{sign}.{digits}f}".replace(".", ",").replace("-", "−")


def interval_text(interval: Interval, digits: int = 3, sign: str = "-") -> str:
    """Print a mean with its interval: ``0,831 [0,762; 0,874]``."""
    mean, low, high = (decimal(value, digits, sign) for value in (interval.mean, interval.low, interval.high))
    return f"{mean} [{low}; {high}]"


def p_text(p: float) -> str:
    """Print a p-value; small ones only as small, since more digits would be noise."""
    return "< 0,001" if p < SMALLEST_P else decimal(p)
