"""Why there is no answer: what was missing, where was searched, what lies nearest."""

from dataclasses import dataclass
from datetime import date

from qa.bodies import names_body, nearest_bodies
from qa.confidence.hit_reader import Judged
from qa.expectation import Expected
from qa.index.generation import Index
from qa.types import Citation, Filter

_TOPICS = 3
_WORDS_NAMED = 3


@dataclass(frozen=True, slots=True)
class Searched:
    """Which minutes were searched: the bodies in alphabetical order, first and last day where known."""

    bodies: tuple[str, ...]
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a question has no answer; ``qa.refusal_wording`` says it in words.

    ``searched`` is None where no passage passes the filter ``where``. ``missing`` are names and numbers of
    the question that the nearest items do not hold, ``expected`` the kind of thing asked for where they do
    not give it, ``absent`` words of the question that are nowhere in the minutes, the longest of them.
    ``nearest`` are the titles of the nearest items. ``outside`` is where an answer lies that the filter
    keeps away. ``has_body`` is False where no body is called what the filter says; then ``nearest_bodies``
    are those likeliest to be meant, perhaps none.
    """

    where: Filter
    searched: Searched | None
    missing: tuple[str, ...] = ()
    expected: Expected | None = None
    absent: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    outside: Citation | None = None
    has_body: bool = True
    nearest_bodies: tuple[str, ...] = ()


def why_no_answer(index: Index, where: Filter, judged: Judged, outside: Citation | None = None) -> Refusal:
    """Gather why no answer was found, as far as can be told, where was searched, and what comes nearest.

    Args:
        index: the index.
        where: the filter.
        judged: what was found within the filter.
        outside: where an answer lies that the filter keeps away, None where there is none either.
    """
    if not judged.hits:
        bodies = {body for body in index.selector.bodies if body}
        has_body = where.body is None or any(names_body(where.body, body) for body in bodies)
        likely = () if where.body is None or has_body else nearest_bodies(where.body, bodies)
        return Refusal(where, None, outside=outside, has_body=has_body, nearest_bodies=likely)
    longest = sorted(judged.absent, key=len, reverse=True)[:_WORDS_NAMED]  # they carry the matter
    titles = dict.fromkeys(hit.passage.citation.item_title for hit in judged.hits)
    return Refusal(
        where=where,
        searched=_searched(index, where),
        missing=judged.missing,
        expected=_lacking_kind(judged),
        absent=tuple(word for word in judged.absent if word in longest),
        nearest=tuple([title for title in titles if title][:_TOPICS]),
        outside=outside,
    )


def _lacking_kind(judged: Judged) -> Expected | None:
    expected = judged.expected
    if expected is None or any(sentence.is_of_kind for sentence in judged.sentences):
        return None
    return expected.kind


def _searched(index: Index, where: Filter) -> Searched:
    rows = index.selector.mask(where).nonzero()[0]
    citations = (index.passages[row].citation for row in rows)
    searched = {(citation.body, citation.meeting_date) for citation in citations}
    days = [day for _, day in searched if day]
    bodies = tuple(sorted({body for body, _ in searched if body}))
    return Searched(bodies, min(days, default=None), max(days, default=None))
