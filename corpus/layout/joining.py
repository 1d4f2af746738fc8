"""Lines joined to running text, tied to their place in the source."""

import re
from collections.abc import Iterable, Sequence

from corpus.document import Line
from corpus.layout.lines import part
from qa.types import Run

_HYPHEN = re.compile(r"(?P<head>[^\W\d_]+)[-\u00ad\u2010]$")
_INNER_HYPHEN = re.compile(r"(?P<head>[^\W\d_]+-)[^\W\d_]+")
_NUMBER_BROKEN = re.compile(r"\d-$")
_RANGE_BROKEN = re.compile(r"\d[-\u2010–]$")
_VOWEL = re.compile(r"[aouåeiyäöéü]", re.IGNORECASE)
_UNSPEAKABLE = re.compile(r"(?!s|z)[bcdfghjklmnpqrstvwxz]{3}", re.IGNORECASE)
_SHARED = re.compile(r"(?:och|eller|samt|respektive|resp|såväl|som|till|men|kontra|/)\b", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_BOLD = re.compile(r"\*\*(?=\S)|(?<=\S)\*\*")
_VOTED = re.compile(r"(?:ja|nej)-(?:röst|propos|sid|säg|vot)", re.IGNORECASE)
_MIN_BROKEN = 2
_LONGEST_WORD = 80


def inner_hyphens(lines: Iterable[Line]) -> frozenset[str]:
    """Return the words that the file writes with a hyphen inside a line, in small letters.

    Their first parts are among them, hyphen last: ``hbtqi-`` where the file has ``hbtqi-frågor``.
    """
    found = [match for line in lines for match in _INNER_HYPHEN.finditer(line.text)]
    return frozenset(word.lower() for match in found for word in (match.group(), match["head"]))


def join_lines(lines: Sequence[Line], hyphenated: frozenset[str]) -> tuple[str, tuple[Run, ...]]:
    """Join lines with a space, or with nothing where a word is broken by a hyphen.

    A hyphen at a line end goes when it only breaks a word (``planerings-`` / ``förutsättningar``).
    It stays in words that share a part (``idrotts-`` / ``och föreningsnämnden``), in names and
    abbreviations (``IT-`` / ``strategi``), in dates and numbers (``2024-06-`` / ``14``), and in words
    the file writes with it elsewhere. Marks of bold text in Markdown are left out.

    Args:
        lines: the lines, in the order of the text.
        hyphenated: words known to have a hyphen, from ``inner_hyphens``.
    """
    text = ""
    runs: list[Run] = []
    for line in lines:
        stretches = _stretches(line)
        if text and stretches:
            glue, drop = between_lines(text, stretches[0].text, hyphenated)
            if drop:
                text = text[:-1]
                last = runs[-1]
                runs[-1] = Run(last.start, last.source_start, last.length - 1)
            text += glue
        for stretch in stretches:
            runs.append(Run(len(text), stretch.start, len(stretch.text)))
            text += stretch.text
    return text, tuple(run for run in runs if run.length)


def _stretches(line: Line) -> list[Line]:
    """Return the text of a line without white space around it, and without marks of bold text."""
    start = len(line.text) - len(line.text.lstrip())
    end = len(line.text.rstrip())
    stretches = []
    for mark in [*_BOLD.finditer(line.text, start, end), None]:
        cut = end if mark is None else mark.start()
        if cut > start:
            stretches.append(part(line, start, cut))
        start = end if mark is None else mark.end()
    return stretches


def between_lines(text: str, following: str, hyphenated: frozenset[str]) -> tuple[str, bool]:
    """Return what to put between two lines, and whether the hyphen at the line end goes.

    Args:
        text: the text so far; only its end matters.
        following: the next line, without white space before it.
        hyphenated: words known to have a hyphen, from ``inner_hyphens``.
    """
    text = text[-_LONGEST_WORD:]
    if _SHARED.match(following):
        return " ", False
    if _RANGE_BROKEN.search(text) and following[:1].isdigit():
        return "", False
    broken = _HYPHEN.search(text)
    if broken is None:
        return ("", False) if _NUMBER_BROKEN.search(text) and following[:1].isalnum() else (" ", False)
    if text[-1] == "\u00ad":
        return "", True
    head, tail = broken["head"], _FIRST_WORD.match(following)
    if tail is None:
        return ("", False) if following[:1].isdigit() else (" ", False)
    return "", not _keeps_hyphen(head, tail.group(), hyphenated)


def _keeps_hyphen(head: str, tail: str, hyphenated: frozenset[str]) -> bool:
    """Tell whether the parts of a word have a hyphen between them, not only at a line end."""
    known = f"{head}-".lower() in hyphenated or f"{head}-{tail}".lower() in hyphenated
    return (
        known
        or _VOTED.match(f"{head}-{tail}") is not None
        or tail[0].isupper()
        or len(head) < _MIN_BROKEN
        or head.isupper()
        or _is_abbreviation(head)
    )


def _is_abbreviation(word: str) -> bool:
    """Tell whether nobody could say a word, so that it is spelt: ``tv``, ``hbtqi``."""
    return _VOWEL.search(word) is None or _UNSPEAKABLE.match(word) is not None
