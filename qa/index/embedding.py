"""Passages, their sentences and their words as vectors, using again those that an earlier index has."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.chunking import CHUNKER_VERSION
from qa.encoder import Encoder
from qa.index.generation import Index
from qa.index.question_frames import common_question, common_word
from qa.index.word_meaning import WordData
from qa.index.word_places import Example, FirstWords, numbers_of
from qa.progress import Progress
from qa.sentences import sentence_spans
from qa.types import Passage

LEAST_WORDS = 3
"""Sentences of fewer words get no vector of their own."""

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Embedded:
    """Vectors, float32 [n, dimension] of unit length, and the row (int32 [n]) each belongs to.

    ``common_question`` is what all questions share, float32 [dimension].
    """

    passage_vectors: NDArray[np.float32]
    passage_rows: NDArray[np.int32]
    sentence_vectors: NDArray[np.float32]
    sentence_rows: NDArray[np.int32]
    common_question: NDArray[np.float32]
    words: WordData


@dataclass(frozen=True, slots=True)
class _Known:
    """Vectors that need not be encoded: of texts by digest, and of words by digest of text and word."""

    texts: Mapping[bytes, Vector]
    words: Mapping[tuple[bytes, str], Vector]


def embedded_text(passage: Passage) -> str:
    """Return what is embedded for a passage: its heading context and its text."""
    return f"{passage.context} {passage.text}".lstrip()


def embedded_texts(passages: Sequence[Passage]) -> dict[int, str]:
    """Return what is embedded for passages, by row; tables are not embedded."""
    return {row: embedded_text(passage) for row, passage in enumerate(passages) if not passage.is_table}


def sentences_of(passage: Passage) -> list[str]:
    """Return the sentences of a passage that get a vector of their own; tables have none."""
    if passage.is_table:
        return []
    texts = (passage.text[start:end] for start, end in sentence_spans(passage.text))
    return [text for text in texts if len(text.split()) >= LEAST_WORDS]


def embed(passages: Sequence[Passage], encoder: Encoder, old: Index | None, progress: Progress) -> Embedded:
    """Embed passages, sentences and words.

    Texts that ``old`` holds are not encoded again, but for passages that a word's sense has to be
    looked at in because another passage is gone.
    """
    texts = embedded_texts(passages)
    digests = {row: _digest(text) for row, text in texts.items()}
    first_words = FirstWords.of_texts(texts)
    examples = first_words.examples(digests)
    sentences = [(row, text) for row, passage in enumerate(passages) for text in sentences_of(passage)]
    known = _known(old) if old is not None and old.manifest.chunker_version == CHUNKER_VERSION else _NOTHING
    missing = [
        example for example in examples if (digests[example.row], example.word.word) not in known.words
    ]
    all_texts = [*texts.values(), *(text for _, text in sentences)]
    known = _encode(all_texts, _by_text(missing, texts), encoder, known, progress)
    vectors = _stacked([known.texts[_digest(text)] for text in all_texts], encoder.dimension)
    of_examples = [known.words[digests[example.row], example.word.word] for example in examples]
    places = first_words.places()
    return Embedded(
        passage_vectors=vectors[: len(texts)],
        passage_rows=np.array(list(texts), dtype=np.int32),
        sentence_vectors=vectors[len(texts) :],
        sentence_rows=np.array([row for row, _ in sentences], dtype=np.int32),
        common_question=common_question(encoder),
        words=WordData(
            size=len(places.vocabulary),
            rows=places.rows,
            words=places.words,
            examples=_stacked(of_examples, encoder.dimension).astype(np.float16),
            example_rows=np.array([example.row for example in examples], dtype=np.int32),
            example_words=numbers_of([example.word.word for example in examples], places.vocabulary),
            common_word=common_word(encoder),
        ),
    )


_NOTHING = _Known({}, {})


def _known(old: Index) -> _Known:
    """Return the vectors of the old index."""
    texts = embedded_texts(old.passages)
    all_texts = [texts[row] for row in old.passage_rows.tolist()]
    all_texts += [text for passage in old.passages for text in sentences_of(passage)]
    vectors = np.concatenate([old.passage_vectors.vectors(), old.sentence_vectors.vectors()])
    data = old.words.data
    vocabulary = FirstWords.of_texts(texts).places().vocabulary
    digests = {row: _digest(text) for row, text in texts.items()}
    places = zip(data.example_rows.tolist(), data.example_words.tolist(), strict=True)
    return _Known(
        {_digest(text): vector for text, vector in zip(all_texts, vectors, strict=True)},
        {
            (digests[row], vocabulary[word]): vector
            for (row, word), vector in zip(places, data.examples, strict=True)
        },
    )


def _by_text(examples: Sequence[Example], texts: Mapping[int, str]) -> dict[str, list[Example]]:
    by_text: dict[str, list[Example]] = {}
    for example in examples:
        by_text.setdefault(texts[example.row], []).append(example)
    return by_text


def _encode(
    texts: Sequence[str],
    examples: Mapping[str, Sequence[Example]],
    encoder: Encoder,
    known: _Known,
    progress: Progress,
) -> _Known:
    """Encode what is not known: texts, and those with words whose sense in them is wanted."""
    digests = {_digest(text): text for text in texts}
    missing = {
        digest: text for digest, text in digests.items() if digest not in known.texts and text not in examples
    }
    progress.stage("Beräknar vektorer", len(missing) + len(examples))
    alone = encoder.encode_passages(list(missing.values()), progress.advance)
    spans = [[example.word.span for example in of_text] for of_text in examples.values()]
    with_words = encoder.encode_passages_with_words(list(examples), spans, progress.advance)
    keys = [(_digest(text), one.word.word) for text, of_text in examples.items() for one in of_text]
    encoded = dict(zip(missing, alone, strict=True))
    encoded |= {_digest(text): vector for text, vector in zip(examples, with_words.texts, strict=True)}
    return _Known(
        encoded | dict(known.texts),
        dict(known.words) | dict(zip(keys, with_words.words, strict=True)),
    )


def _stacked(vectors: Sequence[Vector], dimension: int) -> Vector:
    if not vectors:
        return np.empty((0, dimension), dtype=np.float32)
    return np.stack(vectors).astype(np.float32, copy=False)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()
