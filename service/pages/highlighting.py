"""The words of a question, marked in a hit: those that it is said to have been found by."""

from collections.abc import Iterator
from dataclasses import dataclass

from qa.types import Hit
from qa.vocabulary import WORD, words_of
from service.pages.marking import Stretch


@dataclass(frozen=True, slots=True)
class Highlighted:
    """A text cut at the words of the question, and these words as the text has them, in lower case."""

    stretches: tuple[Stretch, ...]
    found: tuple[str, ...]


def highlight(hit: Hit) -> Highlighted:
    """Return the text of a hit with the words marked by which it was found, each wherever it stands."""
    words = hit.why.words if hit.why else ()
    found = tuple(match.found for match in words if not match.in_heading)
    return Highlighted(tuple(_cut(hit.passage.text, frozenset(words_of(" ".join(found))))), found)


def _cut(text: str, words: frozenset[str]) -> Iterator[Stretch]:
    position = 0
    for place in WORD.finditer(text):
        if place[0].lower() not in words:
            continue
        if position < place.start():
            yield Stretch(text[position : place.start()], is_marked=False)
        yield Stretch(place[0], is_marked=True)
        position = place.end()
    if position < len(text):
        yield Stretch(text[position:], is_marked=False)
