"""Lines joined to running text, tied to their place in the source."""

import re
from collections.abc import Iterable, Sequence

from corpus.document import Line
from corpus.layout.lines import part
from qa.types import Run

_HYPHEN = re.compile(r"(?P<head>[^\W\d_]+)[-\u00ad\u2010]$")
_INNER_HYPHEN = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_SHARED = re.compile(r"(?:och|eller|samt|respektive|resp|såväl|som|till|men|kontra|/)\b", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_BOLD = re.compile(r"\*\*(?=\S)|(?<=\S)\*\*")
_MIN_BROKEN = 2
_LONGEST_WORD = 80


def inner_hyphens(lines: Iterable[Line]) -> frozenset[str]:
    """Return the words that the file writes with a hyphen inside a line, in small letters."""
    return frozenset(word.lower() for line in lines for word in _INNER_HYPHEN.findall(line.text))


def join_lines(lines: Sequence[Line], hyphenated: frozenset[str]) -> tuple[str, tuple[Run, ...]]:
    """Join lines with a space, or with nothing where a word is broken by a hyphen.

    A hyphen at a line end goes when it only breaks a word (``planerings-`` / ``förutsättningar``).
    It stays in words that share a part (``idrotts-`` / ``och föreningsnämnden``), in names and
    abbreviations (``IT-`` / ``strategi``), and in words the file writes with it elsewhere. Marks of
    bold text in Markdown are left out.

    Args:
        lines: the lines, in the order of the text.
        hyphenated: words known to have a hyphen, from ``inner_hyphens``.
    """
    text = ""
    runs: list[Run] = []
    for line in lines:
        stretches = _stretches(line)
        if text and stretches:
            glue, drop = _glue(text, stretches[0].text, hyphenated)
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


def _glue(text: str, following: str, hyphenated: frozenset[str]) -> tuple[str, bool]:
    """Return what to put between two lines, and whether the hyphen at the line end goes."""
    broken = _HYPHEN.search(text[-_LONGEST_WORD:])
    if broken is None or _SHARED.match(following):
        return " ", False
    if text[-1] == "\u00ad":
        return "", True
    head, tail = broken["head"], _FIRST_WORD.match(following)
    if tail is None:
        return " ", False
    kept = f"{head}-{tail.group()}".lower() in hyphenated
    if kept or tail.group()[0].isupper() or len(head) < _MIN_BROKEN or head.isupper():
        return "", False
    return "", True
