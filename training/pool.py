"""The pool that training ranks in: an index of the written passages, and the part of scores that stays."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa.encoder import Encoder
from qa.errors import EvaluationError
from qa.index.build import build_index
from qa.index.embedding import embedded_text
from qa.index.generation import Index, open_index
from qa.index.sources import Source
from qa.progress import Progress
from qa.retrieval.encoded_question import encode_questions
from qa.retrieval.fusion import LEXICAL_WEIGHT, MEANING_WEIGHT
from qa.retrieval.lexical import lexical_scores
from qa.retrieval.meaning import meaning_scores
from qa.types import Meeting
from training.pairs import Pair


@dataclass(frozen=True, slots=True)
class Pool:
    """Passages and questions, ready to train on.

    ``passages`` are texts as they are embedded, heading context before them. ``answers``, int64
    [questions], has the passage of each question; ``items``, int64 [passages], a number for the item of each
    passage; ``vectors``, float32 [passages, dimension], the passages before training. ``words``, float16
    [questions, passages], is what words, by letters and by meaning, give to the fused score.
    """

    passages: tuple[str, ...]
    questions: tuple[str, ...]
    answers: NDArray[np.int64]
    items: NDArray[np.int64]
    vectors: NDArray[np.float32]
    words: NDArray[np.float16]


def make_pool(
    meetings: Sequence[Meeting], pairs: Sequence[Pair], encoder: Encoder, progress: Progress
) -> Pool:
    """Index the written meetings with the model as it is before training.

    Raises:
        EvaluationError: a written passage is too long to be one passage of the index.
    """
    with tempfile.TemporaryDirectory() as folder:
        sources = [Source(meeting.source_file, meeting.id, partial(_same, meeting)) for meeting in meetings]
        build_index(Path(folder), sources, encoder, progress)
        index = open_index(Path(folder))
        return Pool(
            passages=tuple(embedded_text(passage) for passage in index.passages),
            questions=tuple(pair.question for pair in pairs),
            answers=_answers(index, meetings, pairs),
            items=np.asarray(index.selector.items, dtype=np.int64),
            vectors=index.passage_vectors.vectors(),
            words=_scores_of_words(index, [pair.question for pair in pairs], encoder, progress),
        )


def _same(meeting: Meeting) -> Meeting:
    return meeting


def _answers(index: Index, meetings: Sequence[Meeting], pairs: Sequence[Pair]) -> NDArray[np.int64]:
    rows: dict[str, list[int]] = {}
    for row, passage in enumerate(index.passages):
        rows.setdefault(passage.citation.item_id, []).append(row)
    for meeting in meetings:
        for item in meeting.items:
            if len(rows[item.id]) != len(item.sections):
                raise EvaluationError(
                    f"Ett stycke i ”{item.title}” ({meeting.body}) är för långt för ett par."
                )
    return np.array([rows[pair.item_id][pair.passage] for pair in pairs], dtype=np.int64)


def _scores_of_words(
    index: Index, questions: Sequence[str], encoder: Encoder, progress: Progress
) -> NDArray[np.float16]:
    progress.stage("Jämför ord", len(questions))
    scores = np.empty((len(questions), len(index.passages)), dtype=np.float16)
    for row, question in enumerate(questions):
        (encoded,) = encode_questions(index, encoder, [question])
        lexical = lexical_scores(index, question)
        scores[row] = LEXICAL_WEIGHT * lexical + MEANING_WEIGHT * meaning_scores(index, encoded.words)
        progress.advance()
    return scores
