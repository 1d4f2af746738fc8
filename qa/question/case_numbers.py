"""The case numbers (diarienummer) that a question names, typed as in the minutes or otherwise."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.case_numbers import LABELS, CaseNumbers
from qa.swedish_dates import MONTHS
from qa.text import tokenize

_JOIN = r"(?:\s?[-/:.]{1,2}\s?|\s)"
"""What parts the numbers of a case number; people type a space for any sign."""
_SAID = re.compile(
    rf"(?<![\w§])(?<!§ )(?P<label>(?:{'|'.join(LABELS)})[.:]?\s*)?"
    r"(?P<letters>[^\W\d_]{1,6}(?:\s?[-/:.]\s?|\s)?)?"
    rf"(?!(?:19|20)\d\d-\d\d-\d\d\b)(?P<numbers>\d{{1,9}}(?:{_JOIN}\d{{1,6}}){{0,3}})(?![\w%])",
    re.IGNORECASE,
)
_NUMBER = re.compile(rf"(?P<join>{_JOIN})?(?P<digits>\d+)")
_SIGNED = re.compile(r"(?:19|20)\d\d[-/](?!(?:19|20)\d\d\b)\d{3,6}|\d{3,6}/(?:19|20)\d\d")
"""A year and a number of more digits than the next year of "2023/24" has: no span of years."""
_COUNTED = re.compile(
    rf"\s*(?:%|\d|(?:[mt]|mn|md)?kr\b|kronor|miljon|miljard|tusen|procent|st\b|(?:{'|'.join(MONTHS)})\b)",
    re.IGNORECASE,
)
"""What follows an amount or a day: "KS 2023 188 miljoner" names no case."""

_REPORTS = frozenset("sou ds prop com kom sfs skr bet dir eu".split())
"""Inquiries, bills and laws have numbers of the same form: "SOU 2023:56"."""


@dataclass(frozen=True, slots=True)
class NamedCase:
    """A case number as the question has it, and as the minutes print it."""

    said: str
    printed: str


def cases_named_in(question: str, numbers: CaseNumbers) -> tuple[NamedCase, ...]:
    """Return the case numbers of a question that the minutes have, each once.

    What is said of them may differ in spaces, signs and leading zeros where it can hardly be anything else:
    it has a label, letters, or a year and a number with a sign between, or it is the whole question. Any
    other counts only if its letters and digits are those of a case.
    """
    found: dict[str, NamedCase] = {}
    rest = question
    for match in _SAID.finditer(question):
        named = next(_named(question, match, numbers), None)
        if named:
            found.setdefault(named.printed, named)
        if named or _is_report(match):
            rest = rest.replace(named.said if named else match[0], " ")
    for token in tokenize(rest):
        printed = numbers.exactly(token)
        if printed is not None:
            found.setdefault(printed, NamedCase(token, printed))
    return tuple(found.values())


def _named(question: str, match: re.Match[str], numbers: CaseNumbers) -> Iterator[NamedCase]:
    """Yield the cases that the words of a match may name, those of the most parts first."""
    if _is_report(match):
        return
    parts = list(_NUMBER.finditer(question, *match.span("numbers")))
    for begin in _begins(match):
        is_named = match["label"] or begin < match.start("numbers")
        for last in range(len(parts) - 1, -1, -1):
            said = question[begin : parts[last].end()]
            if _may_be_counted(question, parts[: last + 1]):
                continue
            is_case = is_named or _SIGNED.fullmatch(said) or said == question.strip(" ?.")
            printed = numbers.find(said) if is_case else None
            if printed is not None:
                yield NamedCase(said, printed)


def _begins(match: re.Match[str]) -> Iterator[int]:
    """Yield where a number may begin: at its letters, and after them if they may be a word of their own."""
    if match["letters"]:
        yield match.start("letters")
    if not match["letters"] or match["letters"][-1].isspace():
        yield match.start("numbers")


def _is_report(match: re.Match[str]) -> bool:
    return (match["letters"] or "").rstrip(" -/:.").casefold() in _REPORTS


def _may_be_counted(question: str, parts: Sequence[re.Match[str]]) -> bool:
    """Whether the last number stands apart from the others and counts something."""
    last = parts[-1]
    return (last["join"] or " ").isspace() and _COUNTED.match(question, last.end()) is not None
