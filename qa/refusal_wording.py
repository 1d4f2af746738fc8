"""Why there is no answer, in plain words: in Swedish, or in English for who asks or reads in English."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from qa.expectation import Expected
from qa.language import ENGLISH
from qa.listing import listed
from qa.refusal import Refusal, Searched
from qa.swedish_dates import format_date, in_english
from qa.types import Filter

_BODIES_NAMED = 3

_TABLE: dict[str, tuple[str, str]] = {
    "none": ("Hittade inget säkert svar i protokollen", "Found no certain answer in the minutes"),
    "missing": (
        ": de närmaste ärendena nämner inte {names}",
        ": the nearest items do not mention {names}",
    ),
    "lacks_kind": (": de närmaste ärendena anger inte {kind}", ": the nearest items do not give {kind}"),
    "absent_word": ("Ordet {names} finns inte i protokollen.", "The word {names} is not in the minutes."),
    "absent_words": ("Orden {names} finns inte i protokollen.", "The words {names} are not in the minutes."),
    "outside": (
        "Utanför urvalet finns ett möjligt svar: {citation}.",
        "Outside the selection there is a possible answer: {citation}.",
    ),
    "searched": ("Sökte i protokoll från {bodies}", "Searched the minutes of {bodies}"),
    "searched_many": ("Sökte i protokoll från {count} organ", "Searched the minutes of {count} bodies"),
    "searched_all": ("Sökte i alla protokoll", "Searched all minutes"),
    "nearest": ("Närmast kommer: {titles}.", "Nearest come: {titles}."),
    "empty": ("Indexet innehåller inga stycken att söka i.", "The index has no passages to search."),
    "nothing_passes": (
        "Inga stycken i protokollen motsvarar urvalet: {limits}. Ta bort något av villkoren.",
        "No passages in the minutes match the selection: {limits}. Remove one of the conditions.",
    ),
    "no_body": ("Inget organ i protokollen heter {body}.", "No body in the minutes is called {body}."),
    "nearest_bodies": ("Närmast är: {bodies}.", "The nearest are: {bodies}."),
    "and": ("och", "and"),
    "or": ("eller", "or"),
    "quoted": ("”{word}”", "“{word}”"),
    # the filter
    "body": ("organet {value}", "the body {value}"),
    "date_from": ("från och med {value}", "from {value}"),
    "date_to": ("till och med {value}", "until {value}"),
    "case_number": ("diarienummer {value}", "case number {value}"),
    "file": ("filen {value}", "the file {value}"),
    "section": ("avsnittet {value}", "the section “{value}”"),
    # kinds of things asked for
    Expected.AMOUNT: (Expected.AMOUNT, "an amount or measure"),
    Expected.COUNT: (Expected.COUNT, "a number"),
    Expected.TIME: (Expected.TIME, "a time"),
    Expected.PERSON: (Expected.PERSON, "a person or body"),
    Expected.COMPANY: (Expected.COMPANY, "a company"),
    Expected.PLACE: (Expected.PLACE, "a place"),
    Expected.OUTCOME: (Expected.OUTCOME, "a decision"),
}

_Words = Mapping[str, str]


def reason_in(refusal: Refusal, language: str) -> str:
    """Say why there is no answer.

    Args:
        refusal: what to say.
        language: ``en`` for English; any other is answered in Swedish, the language of the minutes.
    """
    words = _words_in(language)
    if refusal.searched is None:
        parts = [_why_nothing(words, refusal)]
    else:
        days = _days(refusal.searched, language)
        parts = [
            f"{words['none']}{_lacking(words, refusal)}.",
            _absent(words, refusal.absent),
            f"{_searched(words, refusal.searched.bodies, days)}{_others(words, refusal.where)}.",
            words["nearest"].format(titles="; ".join(refusal.nearest)) if refusal.nearest else "",
        ]
    if refusal.outside:
        parts.append(words["outside"].format(citation=refusal.outside.text))
    return " ".join(part for part in parts if part)


@cache
def _words_in(language: str) -> _Words:
    column = 1 if language == ENGLISH else 0
    return {key: words[column] for key, words in _TABLE.items()}


def _lacking(words: _Words, refusal: Refusal) -> str:
    if refusal.missing:
        return words["missing"].format(names=listed(_quoted(words, refusal.missing), words["or"]))
    if refusal.expected:
        return words["lacks_kind"].format(kind=words[refusal.expected])
    return ""


def _absent(words: _Words, absent: Sequence[str]) -> str:
    if not absent:
        return ""
    key = "absent_word" if len(absent) == 1 else "absent_words"
    return words[key].format(names=listed(_quoted(words, absent), words["and"]))


def _searched(words: _Words, bodies: Sequence[str], days: str) -> str:
    """Say which bodies and which days the passages that passed the filter come from."""
    if 0 < len(bodies) <= _BODIES_NAMED:
        text = words["searched"].format(bodies=listed(bodies, words["and"]))
    elif bodies:
        text = words["searched_many"].format(count=len(bodies))
    else:
        text = words["searched_all"]
    return f"{text}, {days}" if days else text


def _others(words: _Words, where: Filter) -> str:
    """Name the conditions of a filter besides body and days."""
    others = Filter(case_number=where.case_number, file=where.file, section=where.section)
    limits = ", ".join(_limits(words, others))
    return f" ({limits})" if limits else ""


def _days(searched: Searched, language: str) -> str:
    if searched.first is None or searched.last is None:
        return ""
    first, last = format_date(searched.first), format_date(searched.last)
    days = first if first == last else f"{first} – {last}"
    return in_english(days) if language == ENGLISH else days


def _why_nothing(words: _Words, refusal: Refusal) -> str:
    if not refusal.has_body:
        text = words["no_body"].format(body=words["quoted"].format(word=refusal.where.body))
        named = listed(refusal.nearest_bodies, words["and"]) if refusal.nearest_bodies else ""
        return f"{text} {words['nearest_bodies'].format(bodies=named)}" if named else text
    limits = ", ".join(_limits(words, refusal.where))
    return words["nothing_passes"].format(limits=limits) if limits else words["empty"]


def _limits(words: _Words, where: Filter) -> Iterator[str]:
    for key, value in (
        ("body", where.body),
        ("date_from", where.date_from),
        ("date_to", where.date_to),
        ("case_number", where.case_number),
        ("file", where.file),
        ("section", where.section),
    ):
        if value:
            yield words[key].format(value=value)


def _quoted(words: _Words, names: Sequence[str]) -> list[str]:
    return [words["quoted"].format(word=name) for name in names]
