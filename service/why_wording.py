"""Why a hit was found and what a question was taken to say, in plain Swedish."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from qa.question.understanding import Understood
from qa.reasons import Aspect, Condition, MatchKind, Nearness, Why, WordMatch
from qa.swedish_dates import format_period
from qa.types import Role

NEARNESS_WORDS = {Nearness.SURE: "säker", Nearness.LIKELY: "trolig", Nearness.WEAK: "svag"}
_KINDS = {
    MatchKind.EXACT: "Samma ord som i frågan",
    MatchKind.INFLECTED: "Annan form av frågans ord",
    MatchKind.COMPOUND: "Frågans ord i sammansättning",
    MatchKind.CORRECTED: "Frågans ord med annan stavning",
}
_MOST_WORDS = 6
"""Words of one kind that are named; a long passage may hold many forms of one word."""
_FILTER_WORDS = {Aspect.CASE_NUMBER: "diarienummer ", Aspect.FILE: "filen "}


def why_sentences(why: Why, section: Role) -> tuple[str, ...]:
    """Say why a passage was found: its words, how near it lies, its section, preferences and filters."""
    return tuple(_sentences(why, section))


def why_text(why: Why, section: Role) -> str:
    """Say it all in one text."""
    return " ".join(why_sentences(why, section))


def interpretation(understood: Understood) -> str:
    """Say what a question was taken to say, and which words were read as others; empty where nothing was."""
    taken = [*taken_as(understood)]
    sentences = [f"Tolkade frågan som: {', '.join(taken)}."] if taken else []
    if understood.corrections:
        read = (f"”{one.said}” som ”{one.read_as}”" for one in understood.corrections)
        sentences.append(f"Läste {listed([*read])}.")
    return " ".join(sentences)


def taken_as(understood: Understood) -> Iterator[str]:
    """Yield what was found in a question, in words for a reader."""
    for period in understood.periods:
        yield format_period(period.first, period.last)
    yield from understood.bodies
    for number in understood.case_numbers:
        yield f"diarienummer {number.upper()}"
    for number in understood.item_numbers:
        yield _item(number)
    for person in understood.people:
        yield f"{person.name} ({person.party})" if person.party else person.name
    yield from understood.wishes


def listed(words: Sequence[str]) -> str:
    """Join words as Swedish does: ``a, b och c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}"


def _sentences(why: Why, section: Role) -> Iterator[str]:
    yield from _words(why.words)
    yield f"Likhet med frågan: {NEARNESS_WORDS[why.nearness]}."
    if section is not Role.TEXT:
        yield f"Del av ärendet: {section}."
    said = [_named(one) for one in why.preferred if one.aspect is not Aspect.SECTION]
    if said:
        yield f"Lyft fram för att frågan nämner {listed(said)}."
    wished = [one.text for one in why.preferred if one.aspect is Aspect.SECTION]
    if wished:
        yield f"Lyft fram för att frågan gäller {listed(wished)}."
    if why.filters:
        yield f"Inom urvalet: {', '.join(_named(one) for one in why.filters)}."


def _words(words: Sequence[WordMatch]) -> Iterator[str]:
    if not words:
        yield "Inga av frågans ord, men liknande innehåll."
    kinds = list(MatchKind)
    inside = sorted((one for one in words if not one.in_heading), key=lambda one: kinds.index(one.kind))
    for kind, found in groupby(inside, key=lambda one: one.kind):
        yield f"{_KINDS[kind]}: {_few([_shown(one) for one in found])}."
    above = [_shown(one) for one in words if one.in_heading]
    if above:
        yield f"Bara i rubriken: {_few(above)}."


def _shown(match: WordMatch) -> str:
    """Return the word found, its parts told apart, with the word of the question unless they are alike."""
    found = "·".join(match.parts) or match.found
    return match.found if match.kind is MatchKind.EXACT else f"{found} ({match.asked})"


def _few(words: Sequence[str]) -> str:
    more = len(words) - _MOST_WORDS
    return ", ".join(words) if more <= 0 else f"{', '.join(words[:_MOST_WORDS])} och {more} till"


def _named(condition: Condition) -> str:
    if condition.aspect is Aspect.ITEM_NUMBER:
        return _item(condition.text)
    text = condition.text.upper() if condition.aspect is Aspect.CASE_NUMBER else condition.text
    return _FILTER_WORDS.get(condition.aspect, "") + text


def _item(number: str) -> str:
    return number if number.startswith("§") else f"punkt {number}"
