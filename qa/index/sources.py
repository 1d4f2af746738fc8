"""What can be indexed, and how it is read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from qa.errors import DocumentError
from qa.types import Meeting


@dataclass(frozen=True, slots=True)
class Source:
    """A file to index. ``load`` reads it, and may raise ``DocumentError``."""

    file: str
    fingerprint: str
    load: Callable[[], Meeting]


ReadSources = Callable[[Sequence[Source]], Iterator[Meeting | DocumentError]]
"""Reads sources in order, and gives for each its meeting or why there is none."""


def read_in_turn(sources: Sequence[Source]) -> Iterator[Meeting | DocumentError]:
    """Read sources one after the other, in this process."""
    for source in sources:
        try:
            yield source.load()
        except DocumentError as error:
            yield error
