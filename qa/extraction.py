"""The sentences that answer, chosen from the first hits and cut out verbatim."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qa.expectation import Expectation, gives
from qa.index.embedding import LEAST_WORDS
from qa.index.generation import Index
from qa.retrieval.hybrid import Scored
from qa.sentences import sentence_spans
from qa.text import text_of_terms, words_as_terms
from qa.types import Role

MEANING_WEIGHT = 0.5
WORDS_WEIGHT = 0.12
KIND_BONUS = 0.02
"""What a sentence gains that holds the kind of thing asked for. Weights are from docs/answers.md."""
HITS_READ = 3
MOST_SENTENCES = 3
HITS_READ_FOR_MEETINGS = 10
MOST_MEETINGS = 5
"""For a question for what was said of a matter, which may have been up at several meetings."""
NEARLY_AS_GOOD = 0.12
"""How far below the best a sentence may lie and still be shown."""
ANNOUNCEMENT_PENALTY = 0.06
"""What a sentence loses that ends with a colon: it announces what another says."""
_BULLETS = "-–—•*·"
_BULLET = re.compile(rf"[{_BULLETS}]\s+")
_ASKS_WHAT_WAS_SAID = re.compile(
    r"\bvad (?:sades|sa|sade|har sagts|sägs|diskuterades|togs upp|tyckte|tycker)\b"
    r"|\bvilka synpunkter\b|\bwhat was said\b"
)


ReadPassage = tuple[tuple[int, int, str], ...]
"""Start, end and ``text_of_terms`` of each sentence of a passage."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the passage in ``row``; ``start`` and ``end`` are offsets in the passage's text.

    ``score`` compares the sentences found for one question; higher is better. ``words`` is the share
    in [0, 1] of what the question's words weigh that the sentence holds.
    """

    row: int
    start: int
    end: int
    score: float
    words: float
    is_of_kind: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What sentences are scored against: the question's terms with their weights, and what it expects."""

    terms: tuple[tuple[str, float], ...]
    expected: Expectation | None


def wanted_by(index: Index, question: str, expected: Expectation | None) -> Wanted:
    """Weigh the words of a question as retrieval does: idf, and 1/sqrt(n) for each of a word's n terms."""
    weighted = [
        (term, len(word) ** -0.5 * index.lexical.idf(term))
        for word in words_as_terms(question)
        for term in word
    ]
    total = sum(weight for _, weight in weighted)
    return Wanted(tuple((term, weight / total) for term, weight in weighted), expected)


def read_passage(text: str) -> ReadPassage:
    """Return the sentences of a passage's text as spans, each with what its terms are looked up in."""
    return tuple((start, end, text_of_terms(text[start:end])) for start, end in sentence_spans(text))


def score_sentences(
    index: Index, scored: Scored, wanted: Wanted, row: int, read: ReadPassage
) -> list[Sentence]:
    """Score the sentences of a passage: passage + 0.5 meaning + 0.12 words + 0.02 for the kind asked for.

    *meaning* is the nearness of question and sentence; a sentence too short to have a vector takes the
    lowest of its passage. A bullet is no part of its sentence; the number of a point is, since decisions are
    referred to by it.
    """
    passage = index.passages[row]
    first, last = np.searchsorted(index.sentence_rows, (row, row + 1))
    nearness = iter(scored.sentences[first:last].tolist())
    lowest = float(scored.sentences[first:last].min()) if first < last else 0.0
    found = []
    for start, end, searched in read:
        text = passage.text[start:end]
        has_vector = not passage.is_table and len(text.split()) >= LEAST_WORDS
        meaning = next(nearness, lowest) if has_vector else lowest
        words = sum(weight for term, weight in wanted.terms if term in searched)
        is_of_kind = gives(wanted.expected, text)
        score = float(scored.passages[row]) + MEANING_WEIGHT * meaning + WORDS_WEIGHT * words
        if wanted.expected is not None and is_of_kind:
            score += KIND_BONUS
        if text.endswith(":"):
            score -= ANNOUNCEMENT_PENALTY
        bullet = _BULLET.match(text)
        start += bullet.end() if bullet else 0
        found.append(Sentence(row, start, end, score, words, is_of_kind))
    return found


def asks_what_was_said(question: str) -> bool:
    """Whether a question asks for all that was said of a matter, not for one fact."""
    return _ASKS_WHAT_WAS_SAID.search(question.casefold()) is not None


def choose_sentences(index: Index, question: str, sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences to show, best first, none far below the best.

    A question for what was said of a matter gets the best sentence of each meeting, at most
    ``MOST_MEETINGS``; others get the best ``MOST_SENTENCES`` of the first ``HITS_READ`` passages.

    Args:
        index: the index.
        question: normalised text.
        sentences: those of the hits, in the order of the hits.
    """
    if asks_what_was_said(question):
        by_meeting: dict[str, Sentence] = {}
        for sentence in _best_first(sentences):
            by_meeting.setdefault(index.passages[sentence.row].citation.meeting_id, sentence)
        if len(by_meeting) > 1:
            return list(by_meeting.values())[:MOST_MEETINGS]
    return _best_first(of_first_hits(sentences))[:MOST_SENTENCES]


def first_sentences(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences that the first passage begins with, for a question that only names a case."""
    return [sentence for sentence in sentences if sentence.row == sentences[0].row][:MOST_SENTENCES]


def attendance(index: Index, sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return all lines of the longest list of who was present among the passages read; often nothing."""
    lines = [one for one in sentences if index.passages[one.row].citation.section is Role.ATTENDANCE]
    rows = [line.row for line in lines]
    return [line for line in lines if line.row == max(rows, key=rows.count)]


def of_first_hits(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences of the first ``HITS_READ`` passages among those of hits in their order."""
    first = list(dict.fromkeys(sentence.row for sentence in sentences))[:HITS_READ]
    return [sentence for sentence in sentences if sentence.row in first]


def _best_first(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences by falling score, without those far below the best."""
    ordered = sorted(sentences, key=lambda one: (-one.score, one.row, one.start))
    return [one for one in ordered if one.score >= ordered[0].score - NEARLY_AS_GOOD]


def joined_spans(sentences: Sequence[Sentence], texts: Sequence[str]) -> list[tuple[int, int, int]]:
    """Put sentences of one passage together, in reading order, the passage with the best one first.

    Args:
        sentences: best first.
        texts: the texts of all passages by row.

    Returns:
        Spans (row, start, end); sentences with nothing but white space and a bullet between them are one.
    """
    spans: list[tuple[int, int, int]] = []
    for row in dict.fromkeys(sentence.row for sentence in sentences):
        for sentence in sorted((one for one in sentences if one.row == row), key=lambda one: one.start):
            if spans and spans[-1][0] == row and _touch(texts[row], spans[-1][2], sentence.start):
                spans[-1] = (row, spans[-1][1], sentence.end)
            else:
                spans.append((row, sentence.start, sentence.end))
    return spans


def _touch(text: str, end: int, start: int) -> bool:
    """Whether nothing is said between two places of a text."""
    return not text[end:start].strip().strip(_BULLETS)
