"""Reading the first hits: their sentences, the names they hold, and how far to believe them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from qa.confidence.features import Features, features_of, tenth_score
from qa.confidence.model import HIT, probability
from qa.expectation import Expected, expected_kind, missing_names, named_in
from qa.extraction import HITS_READ, Sentence, Wanted, score_sentences, wanted_by
from qa.index.calibration import Calibration
from qa.index.generation import Index
from qa.retrieval.hybrid import Scored
from qa.types import Hit


@dataclass(frozen=True, slots=True)
class Judged:
    """The hits with their confidence, and what their first ones hold.

    ``answer`` are the features of the first hits together, None without hits. ``sentences`` are those of
    the first hits. ``missing`` are names and numbers of the question that no item of theirs holds.
    """

    hits: tuple[Hit, ...]
    answer: Features | None
    sentences: tuple[Sentence, ...]
    kind: Expected | None
    missing: tuple[str, ...]


class HitReader:
    """Reads hits from one index; safe to share between threads."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @cached_property
    def _row_of(self) -> dict[str, int]:
        return {passage.id: row for row, passage in enumerate(self._index.passages)}

    @cached_property
    def _rows_of_item(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = {}
        for row, passage in enumerate(self._index.passages):
            rows.setdefault(passage.citation.item_id, []).append(row)
        return rows

    def judge(self, question: str, scored: Scored, hits: Sequence[Hit], calibration: Calibration) -> Judged:
        """Read the hits of a question, best first, and give each its confidence."""
        kind = expected_kind(question)
        wanted = wanted_by(self._index, question, kind)
        names = named_in(question)
        missing = [missing_names(names, self._text_of_item(hit)) if names else () for hit in hits]
        tenth = tenth_score(scored.passages)
        believed = tuple(
            replace(hit, confidence=probability(calibration, HIT, _bare(hit, tenth, lacking, names)))
            for hit, lacking in zip(hits, missing, strict=True)
        )
        if not hits:
            return Judged((), None, (), kind, ())
        sentences = tuple(self._sentences(scored, wanted, hits[:HITS_READ]))
        fewest = min(missing[:HITS_READ], key=len)
        share = 1 - len(fewest) / len(names) if names else 1.0
        return Judged(believed, features_of(hits[0].score, tenth, sentences, share), sentences, kind, fewest)

    def _sentences(self, scored: Scored, wanted: Wanted, hits: Sequence[Hit]) -> list[Sentence]:
        rows = [self._row_of[hit.passage.id] for hit in hits]
        return [sentence for row in rows for sentence in score_sentences(self._index, scored, wanted, row)]

    def _text_of_item(self, hit: Hit) -> str:
        """Return all that is printed of a hit's item, its meeting and days among it, case folded."""
        citation = hit.passage.citation
        texts = [self._index.passages[row].text for row in self._rows_of_item[citation.item_id]]
        heading = (hit.passage.context, citation.text, *citation.case_numbers, str(citation.meeting_date))
        return " ".join((*heading, *texts)).casefold()


def _bare(hit: Hit, tenth: float, missing: Sequence[str], names: Sequence[str]) -> Features:
    """The features of one hit, its sentences left unread: there may be many hits."""
    return features_of(hit.score, tenth, (), 1 - len(missing) / len(names) if names else 1.0)
