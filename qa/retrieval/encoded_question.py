"""A question as vectors: the whole of it, and each of its words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qa.content_words import content_words
from qa.encoder import Encoder
from qa.index.generation import Index
from qa.index.vectors import Vectors

COMMON_SHARE = np.float32(0.5)
"""How much of what all questions share is taken away from each; .3 to .7 do equally well."""


@dataclass(frozen=True, slots=True)
class EncodedQuestion:
    """A question, ready to be searched with.

    ``vector`` is float32 [dimension], less what all questions share and so not of unit length.
    ``words`` are its content words in the sense they have in it, float32 [words, dimension], each of
    unit length or, where the model gives nothing for it, zero.
    """

    text: str
    vector: Vectors
    words: Vectors


def encode_questions(index: Index, encoder: Encoder, questions: Sequence[str]) -> list[EncodedQuestion]:
    """Encode questions to search ``index`` with, in the calling thread."""
    spans = [[word.span for word in content_words(question)] for question in questions]
    encoded = encoder.encode_queries_with_words(questions, spans)
    vectors = encoded.texts - COMMON_SHARE * index.common_question
    ends = np.cumsum([len(of_question) for of_question in spans], dtype=np.int64)
    return [
        EncodedQuestion(question, vector, encoded.words[end - len(of_question) : end])
        for question, vector, of_question, end in zip(questions, vectors, spans, ends.tolist(), strict=True)
    ]
