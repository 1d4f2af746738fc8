"""Numbers of lists and headings as they are shown: ``3.``, ``c)``, ``iv``, ``§ 12``."""

from collections.abc import Mapping
from types import MappingProxyType

BULLET = "•"
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MAX_ROMAN, _MAX_LETTERS = 4000, 26 * 8
_BULLETS = frozenset("-–—•*")
STYLES: Mapping[str, str] = MappingProxyType(
    {
        "a": "lowerLetter",
        "A": "upperLetter",
        "i": "lowerRoman",
        "I": "upperRoman",
        "1": "decimal",
    }
)
"""The short names of number formats in ODF and HTML, as the long ones of Office Open XML."""


def in_style(value: int, style: str) -> str:
    """Return a number in a format by its name in Office Open XML; unknown formats give digits."""
    if style in {"none", "bullet"}:
        return ""
    if style == "decimalZero":
        return f"{value:02}"
    shown = str(value)
    if style in {"lowerLetter", "upperLetter"} and 0 < value <= _MAX_LETTERS:
        shown = _ALPHABET[(value - 1) % 26] * ((value - 1) // 26 + 1)
    elif style in {"lowerRoman", "upperRoman"} and 0 < value < _MAX_ROMAN:
        shown = _roman(value)
    return shown.upper() if style.startswith("upper") else shown


def bullet(sign: str) -> str:
    """Return the sign of a list without numbers: a dash stays a dash, signs of symbol fonts are a dot."""
    return sign.strip() if sign.strip() in _BULLETS else BULLET


def _roman(value: int) -> str:
    shown = ""
    for worth, letters in _ROMAN:
        shown += letters * (value // worth)
        value %= worth
    return shown
