"""Lines of a document: cut them, and tell how one line follows upon another."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from corpus.document import Document, Line

_LINE_END = re.compile(r"[\n\f]")
_MARKDOWN = re.compile(r"^\s*#{1,6}\s+|\*\*|__|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)")
_MARKER = (
    r"(?:[-–—•·▪◦‣*]|[\uf000-\uf0ff]|o(?=\s+[A-ZÅÄÖ0-9]|\s*$)"
    r"|(?:\d{1,2}|(?P<letter>[a-zåäö])(?P=letter){0,2})[.)])"
)
_LIST_ITEM = re.compile(rf"\s*{_MARKER}(?=\s+\S)")
_LONE_MARKER = re.compile(rf"\s*{_MARKER}\s*")
_SENTENCE_END = re.compile(r"[.!?:][\"”’»)\]]*\s*$")
_RUNS_ON = re.compile(
    r"(?:[,–-]|\b(?:och|eller|samt|i|på|av|för|med|till|från|om|att|som|den|det|de|en|ett|vid|under|över|mot"
    r"|mellan|efter|enligt|inom|hos|per|nr|kl|§{1,2}))\s*$",
    re.IGNORECASE,
)
_AWAITS_NUMBER = re.compile(
    r"(?:\b(?:den|punkt(?:en|erna)?|år|till|på|av|(?:nr|kl|kap|sid|s)\.?)|§{1,2})\s*$", re.IGNORECASE
)
_FITTING = 0.92
"""Print widths vary with the letters: a line this share of the full width counts as full."""
_MIN_FULL_LINES, _DOUBLE_SPACED = 20, 0.9
_MAX_WRAP_WIDTH = 130
"""Lines longer than this are whole paragraphs: no page is that wide."""


def split_lines(document: Document) -> tuple[Line, ...]:
    """Return the lines of a document, blank ones too; a form feed ends a line like a line feed."""
    lines: list[Line] = []
    levels = {heading.start: heading.level for heading in document.headings}
    for page in document.pages:
        position = page.start
        for text in _LINE_END.split(document.text[page.start : page.end]):
            level = levels.get(position, 0) if text.strip() else 0
            lines.append(Line(text, position, page.number, level))
            position += len(text) + 1
    return tuple(lines)


def single_spaced(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Take the blank lines out of text that has one after every line, so that blank lines mean something.

    Only full lines can tell: they are followed by a blank line in such text alone.
    """
    width = wrap_width(lines)
    if width is None:
        return tuple(lines)
    full = [i for i, line in enumerate(lines[:-1]) if width * _FITTING <= len(line.text.strip()) <= width]
    spaced = sum(is_blank(lines[i + 1]) for i in full)
    if len(full) < _MIN_FULL_LINES or spaced < _DOUBLE_SPACED * len(full):
        return tuple(lines)
    kept: list[Line] = []
    for blank, group in groupby(lines, key=is_blank):
        stretch = list(group)
        kept += stretch[: (len(stretch) - 1) // 2] if blank else stretch
    return tuple(kept)


def is_blank(line: Line) -> bool:
    """Tell whether a line has nothing but white space."""
    return not line.text.strip()


def plain(text: str) -> str:
    """Return the words of a line for comparison: single spaces, no Markdown marks."""
    if "*" in text or "#" in text or "_" in text:
        text = _MARKDOWN.sub("", text)
    return " ".join(text.split())


def part(line: Line, start: int, end: int | None = None) -> Line:
    """Return the stretch ``text[start:end]`` of a line as a line of its own."""
    return Line(line.text[start:end], line.start + start, line.page)


def next_written(lines: Sequence[Line], index: int) -> int | None:
    """Return the index of the first line from ``index`` on that is not blank."""
    return next((i for i in range(index, len(lines)) if not is_blank(lines[i])), None)


def previous_written(lines: Sequence[Line], index: int) -> int | None:
    """Return the index of the last line before ``index`` that is not blank."""
    return next((i for i in range(index - 1, -1, -1) if not is_blank(lines[i])), None)


def wrap_width(lines: Iterable[Line]) -> int | None:
    """Return the column where the lines are wrapped, None where they are not."""
    lengths = sorted(len(line.text.strip()) for line in lines)
    long = [length for length in lengths if length > 40]
    if not long:
        return None
    width = long[len(long) * 9 // 10]
    return width if width <= _MAX_WRAP_WIDTH else None


def is_list_item(text: str) -> bool:
    """Tell whether a line begins with a bullet, number or letter of a list, and has text."""
    return _LIST_ITEM.match(text) is not None


def is_lone_marker(text: str) -> bool:
    """Tell whether a line is nothing but a bullet, number or letter of a list."""
    return _LONE_MARKER.fullmatch(text) is not None


def is_bullet(text: str) -> bool:
    """Tell whether a lone list marker is a mere sign, not a number or letter."""
    return not any(char.isalnum() for char in text) or text.strip() == "o"


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends with the end of a sentence, or with a colon."""
    return _SENTENCE_END.search(text) is not None


def runs_on(text: str) -> bool:
    """Tell whether a line ends with a word or sign that something must follow."""
    return _RUNS_ON.search(text) is not None


def awaits_number(text: str) -> bool:
    """Tell whether a line ends with a word that a number must follow (``den``, ``§``, ``nr``)."""
    return _AWAITS_NUMBER.search(text) is not None


def starts_lower(text: str) -> bool:
    """Tell whether a line begins with a small letter."""
    return text.lstrip(" \t\"”'(")[:1].islower()


def has_room(line: str, following: str, width: int) -> bool:
    """Tell whether the next line's first word would have fitted, so the break was meant."""
    word = following.split(maxsplit=1)[0] if following.strip() else ""
    return len(line.strip()) + 1 + len(word) < width * _FITTING
