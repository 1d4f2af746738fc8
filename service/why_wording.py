"""Why a hit was found and what a question was taken to say, in plain Swedish."""

from collections.abc import Iterator, Sequence

from qa.listing import listed
from qa.question.understanding import Understood
from qa.reasons import Aspect, Condition, MatchKind, Nearness, Why, WordMatch
from qa.swedish_dates import format_period
from qa.types import Role
from qa.vocabulary import are_forms_of_one, words_of

NEARNESS_WORDS = {Nearness.SURE: "säker", Nearness.LIKELY: "trolig", Nearness.WEAK: "svag"}
_KINDS = {
    MatchKind.EXACT: "Samma ord som i frågan",
    MatchKind.INFLECTED: "Annan form av frågans ord",
    MatchKind.COMPOUND: "Frågans ord i sammansättning",
    MatchKind.CORRECTED: "Frågans ord med annan stavning",
}
_MOST_WORDS = 6
"""Words of the question that are named of one kind."""
_MOST_FORMS = 2
"""Forms and compounds that are named of one word; a long passage may hold many."""
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


def _sentences(why: Why, section: Role) -> Iterator[str]:
    yield from _words(why, section)
    if why.nearness is not Nearness.WEAK or not _is_named_outright(why):
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


def _is_named_outright(why: Why) -> bool:
    """Whether the question names the very item; then it matters little how near it lies."""
    return any(one.aspect in (Aspect.CASE_NUMBER, Aspect.ITEM_NUMBER) for one in why.preferred)


def _words(why: Why, section: Role) -> Iterator[str]:
    """Say which words were found, each word of the question once, by its nearest kind of match.

    What is said of the passage otherwise is left out: the person, day or number that lifted it, its section.
    """
    words = [match for match in why.words if not _is_said(match, why, section)]
    if not why.words and not why.preferred:
        alike = why.nearness is not Nearness.WEAK
        yield "Inga av frågans ord, men liknande innehåll." if alike else "Inga av frågans ord."
    inside = [match for match in words if not match.in_heading]
    nearest = {match.asked: match.kind for match in sorted(inside, key=_distance, reverse=True)}
    for kind in MatchKind:
        found = [match for match in inside if match.kind is kind and nearest[match.asked] is kind]
        if found:
            yield f"{_KINDS[kind]}: {_few(_shown(found))}."
    above = [match for match in words if match.in_heading]
    if above:
        yield f"Bara i rubriken: {_few(_shown(above))}."


def _is_said(match: WordMatch, why: Why, section: Role) -> bool:
    conditions = (*why.preferred, *why.filters)
    said = words_of(" ".join(map(_named, conditions)))
    if set(words_of(match.asked)) <= set(said):
        return True
    return match.in_heading and (match.found == section or are_forms_of_one(match.found, section))


def _distance(match: WordMatch) -> int:
    return list(MatchKind).index(match.kind)


def _shown(matches: Sequence[WordMatch]) -> list[str]:
    """Return for each word of the question what it was found as, and itself unless they are alike."""
    by_asked: dict[str, list[WordMatch]] = {}
    for match in matches:
        by_asked.setdefault(match.asked, []).append(match)
    return [_forms(asked, found) for asked, found in by_asked.items()]


def _forms(asked: str, found: Sequence[WordMatch]) -> str:
    """Name the first forms that a word was found in, the parts of compounds told apart."""
    if any(match.found == asked for match in found):
        return asked
    forms = ", ".join("·".join(match.parts) or match.found for match in found[:_MOST_FORMS])
    return f"{forms}{' m.fl.' if len(found) > _MOST_FORMS else ''} ({asked})"


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
