"""Why there is no answer, in plain Swedish: what was missing, where was searched, what lies nearest."""

from collections.abc import Iterator, Sequence

from qa.confidence.hit_reader import Judged
from qa.index.generation import Index
from qa.swedish_dates import format_date
from qa.types import Citation, Filter

_TOPICS = 3
_BODIES_NAMED = 3
_WORDS_NAMED = 3


def why_no_answer(index: Index, where: Filter, judged: Judged, outside: Citation | None = None) -> str:
    """Say that no answer was found, why as far as can be told, where was searched, and what comes nearest.

    Args:
        index: the index.
        where: the filter.
        judged: what was found within the filter.
        outside: where an answer lies that the filter keeps away, None where there is none either.
    """
    if not judged.hits:
        parts = [_why_nothing(where), _outside(outside)]
    else:
        parts = [
            f"Hittade inget säkert svar i protokollen{_lacking(judged)}.",
            _absent(judged.absent),
            _searched(index, where),
            _nearest(judged),
            _outside(outside),
        ]
    return " ".join(part for part in parts if part)


def _lacking(judged: Judged) -> str:
    if judged.missing:
        return f": de närmaste ärendena nämner inte {_listed(_quoted(judged.missing), 'eller')}"
    expected = judged.expected
    if expected is not None and not any(sentence.is_of_kind for sentence in judged.sentences):
        return f": de närmaste ärendena anger inte {expected.kind}"
    return ""


def _absent(words: Sequence[str]) -> str:
    """Name the words that are nowhere in the minutes, the longest of them: they carry the matter."""
    longest = sorted(words, key=len, reverse=True)[:_WORDS_NAMED]
    named = _quoted([word for word in words if word in longest])
    if not named:
        return ""
    return f"{'Ordet' if len(named) == 1 else 'Orden'} {_listed(named, 'och')} finns inte i protokollen."


def _outside(citation: Citation | None) -> str:
    return f"Utanför urvalet finns ett möjligt svar: {citation.text}." if citation else ""


def _searched(index: Index, where: Filter) -> str:
    """Say which bodies and which period the passages that passed the filter come from."""
    rows = index.selector.mask(where).nonzero()[0]
    citations = (index.passages[row].citation for row in rows)
    searched = {(citation.body, citation.meeting_date) for citation in citations}
    bodies = sorted({body for body, _ in searched if body})
    days = [day for _, day in searched if day]
    if 0 < len(bodies) <= _BODIES_NAMED:
        text = f"Sökte i protokoll från {_listed(bodies, 'och')}"
    elif bodies:
        text = f"Sökte i protokoll från {len(bodies)} organ"
    else:
        text = "Sökte i alla protokoll"
    if days:
        first, last = min(days), max(days)
        period = format_date(first) if first == last else f"{format_date(first)} – {format_date(last)}"
        text += f", {period}"
    limits = list(_limits(Filter(case_number=where.case_number, file=where.file, section=where.section)))
    return f"{text} ({', '.join(limits)})." if limits else f"{text}."


def _nearest(judged: Judged) -> str:
    titles = dict.fromkeys(hit.passage.citation.item_title for hit in judged.hits)
    topics = "; ".join([title for title in titles if title][:_TOPICS])
    return f"Närmast kommer: {topics}." if topics else ""


def _quoted(words: Sequence[str]) -> list[str]:
    return [f"”{word}”" for word in words]


def _listed(names: Sequence[str], conjunction: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {conjunction} {names[-1]}"


def _why_nothing(where: Filter) -> str:
    limits = list(_limits(where))
    if not limits:
        return "Indexet innehåller inga stycken att söka i."
    return f"Inga stycken i protokollen motsvarar urvalet: {', '.join(limits)}. Ta bort något av villkoren."


def _limits(where: Filter) -> Iterator[str]:
    for text, is_set in (
        (f"organet {where.body}", where.body),
        (f"från och med {where.date_from}", where.date_from),
        (f"till och med {where.date_to}", where.date_to),
        (f"diarienummer {where.case_number}", where.case_number),
        (f"filen {where.file}", where.file),
        (f"avsnittet {where.section}", where.section),
    ):
        if is_set:
            yield text
