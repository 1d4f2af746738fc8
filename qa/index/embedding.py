"""Passages, their sentences and their words as vectors, using again those that an earlier index has."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from qa.chunking import CHUNKER_VERSION
from qa.content_words import ContentWord
from qa.encoder import Encoder
from qa.index.checkpoint import DIGEST_SIZE, Checkpoint, KnownVectors, OnResume, say_nothing
from qa.index.generation import Index
from qa.index.question_frames import common_question, common_word
from qa.index.word_meaning import WordData
from qa.index.word_places import Example, FirstWords, numbers_of
from qa.progress import Progress
from qa.sentences import sentence_spans
from qa.types import Passage

LEAST_WORDS = 3
"""Sentences of fewer words get no vector of their own."""

PART_CHARACTERS = 500_000
"""How much is encoded before it is kept. Measured: 25 seconds on one core, and no more time in all than
without parts. Cores wait for each other at the end of a part, so it is no smaller."""


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
class _Wanted:
    """A text to encode, and the words whose sense in it is wanted."""

    text: str
    digest: bytes
    words: tuple[ContentWord, ...]

    def is_in(self, known: KnownVectors) -> bool:
        """Tell whether all that is wanted of the text is known."""
        return self.digest in known.texts and all(
            (self.digest, word.word) in known.words for word in self.words
        )


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


def embed(
    passages: Sequence[Passage],
    encoder: Encoder,
    old: Index | None,
    checkpoint: Checkpoint,
    progress: Progress,
    on_resume: OnResume = say_nothing,
) -> Embedded:
    """Embed passages, sentences and words.

    Texts that ``old`` holds are not encoded again, but for passages that a word's sense has to be
    looked at in because another passage is gone. What is encoded goes into ``checkpoint`` part by part,
    and what is there already is not encoded again either; the vectors are the same to the last bit as
    if there had been no interruption.
    """
    texts = embedded_texts(passages)
    digests = {row: _digest(text) for row, text in texts.items()}
    first_words = FirstWords.of_texts(texts)
    examples = first_words.examples(digests)
    sentences = [(row, text) for row, passage in enumerate(passages) for text in sentences_of(passage)]
    all_texts = [*texts.values(), *(text for _, text in sentences)]
    known = KnownVectors()
    if old is not None and old.manifest.chunker_version == CHUNKER_VERSION:
        known = _known(old)
    wanted = _wanted(all_texts, examples, digests, known)
    encoded = _encode(wanted, encoder, checkpoint, progress, on_resume)
    encoded.update(known)
    vectors = _stacked([encoded.texts[_digest(text)] for text in all_texts], encoder.dimension)
    of_examples = [encoded.words[digests[example.row], example.word.word] for example in examples]
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
            examples=np.array(of_examples, dtype=np.float16).reshape(-1, encoder.dimension),
            example_rows=np.array([example.row for example in examples], dtype=np.int32),
            example_words=numbers_of([example.word.word for example in examples], places.vocabulary),
            common_word=common_word(encoder),
        ),
    )


def _known(old: Index) -> KnownVectors:
    """Return the vectors of the old index."""
    texts = embedded_texts(old.passages)
    all_texts = [texts[row] for row in old.passage_rows.tolist()]
    all_texts += [text for passage in old.passages for text in sentences_of(passage)]
    vectors = np.concatenate([old.passage_vectors.vectors(), old.sentence_vectors.vectors()])
    data = old.words.data
    vocabulary = FirstWords.of_texts(texts).places().vocabulary
    digests = {row: _digest(text) for row, text in texts.items()}
    places = zip(data.example_rows.tolist(), data.example_words.tolist(), strict=True)
    return KnownVectors(
        {_digest(text): vector for text, vector in zip(all_texts, vectors, strict=True)},
        {
            (digests[row], vocabulary[word]): vector
            for (row, word), vector in zip(places, data.examples, strict=True)
        },
    )


def _wanted(
    texts: Sequence[str], examples: Sequence[Example], digests: Mapping[int, bytes], known: KnownVectors
) -> list[_Wanted]:
    """Return each text once that is not known, or has words whose sense in it is not."""
    words: dict[bytes, list[ContentWord]] = {}
    for example in examples:
        digest = digests[example.row]
        if (digest, example.word.word) not in known.words:
            words.setdefault(digest, []).append(example.word)
    by_digest = {_digest(text): text for text in texts}
    return [
        _Wanted(text, digest, tuple(words.get(digest, ())))
        for digest, text in by_digest.items()
        if digest in words or digest not in known.texts
    ]


def _encode(
    wanted: Sequence[_Wanted],
    encoder: Encoder,
    checkpoint: Checkpoint,
    progress: Progress,
    on_resume: OnResume,
) -> KnownVectors:
    """Return the vectors that are wanted, kept or encoded now."""
    encoded = checkpoint.load()
    left = [text for text in wanted if not text.is_in(encoded)]
    if len(left) < len(wanted):
        on_resume("vektorer", len(wanted) - len(left), len(wanted))
    progress.stage("Beräknar vektorer", len(left))
    for part in _parts(left):
        vectors = _encode_part(part, encoder, progress)
        checkpoint.save(vectors)
        encoded.update(vectors)
    return encoded


def _parts(wanted: Sequence[_Wanted]) -> Iterator[list[_Wanted]]:
    """Part texts into parts with words and without, texts of like length together, the longest first.

    Each is filled before the next is begun, so that without some of them the rest falls into the same
    parts as before: a vector's last bits hang on the texts it is encoded with.
    """
    longest_first = sorted(wanted, key=lambda text: (bool(text.words), -len(text.text), text.digest))
    for _, alike in groupby(longest_first, key=lambda text: bool(text.words)):
        part: list[_Wanted] = []
        characters = 0
        for text in alike:
            part.append(text)
            characters += len(text.text)
            if characters >= PART_CHARACTERS:
                yield part
                part, characters = [], 0
        if part:
            yield part


def _encode_part(part: Sequence[_Wanted], encoder: Encoder, progress: Progress) -> KnownVectors:
    texts, digests = [one.text for one in part], [one.digest for one in part]
    if not any(one.words for one in part):
        return KnownVectors(dict(zip(digests, encoder.encode_passages(texts, progress.advance), strict=True)))
    spans = [[word.span for word in one.words] for one in part]
    encoded = encoder.encode_passages_with_words(texts, spans, progress.advance)
    keys = [(one.digest, word.word) for one in part for word in one.words]
    return KnownVectors(
        dict(zip(digests, encoded.texts, strict=True)),
        dict(zip(keys, encoded.words.astype(np.float16), strict=True)),
    )


def _stacked(vectors: Sequence[NDArray[np.float32]], dimension: int) -> NDArray[np.float32]:
    return np.array(vectors, dtype=np.float32).reshape(-1, dimension)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=DIGEST_SIZE).digest()
