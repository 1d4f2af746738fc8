"""Stand-ins for what is slow: an encoder that needs no model."""

import re
from collections.abc import Callable, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from qa.word_pooling import EncodedWithWords, Span

WORD = re.compile(r"\w+")


class FakeEncoder:
    """An Encoder that hashes words: texts that share words are near each other, on every machine.

    Each word is a vector of 64 signs, the bits of its hash; a text is their sum, of unit length.
    Questions and passages are encoded alike, so a text finds itself with a cosine of 1.
    """

    dimension = 64

    def __init__(self, name: str = "fake", fingerprint: str = "fake-words-64") -> None:
        self.name = name
        self.fingerprint = fingerprint

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.empty((len(texts), self.dimension), np.float32)
        for row, text in enumerate(texts):
            vectors[row] = text_vector(text)
        return vectors

    def encode_passages(
        self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        if on_progress:
            for _ in texts:
                on_progress(1)
        return self.encode_queries(texts)

    def encode_queries_with_words(
        self, texts: Sequence[str], spans: Sequence[Sequence[Span]]
    ) -> EncodedWithWords:
        return EncodedWithWords(self.encode_queries(texts), self._words(texts, spans))

    def encode_passages_with_words(
        self,
        texts: Sequence[str],
        spans: Sequence[Sequence[Span]],
        on_progress: Callable[[int], None] | None = None,
    ) -> EncodedWithWords:
        return EncodedWithWords(self.encode_passages(texts, on_progress), self._words(texts, spans))

    def _words(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> NDArray[np.float32]:
        """A word means itself, whatever is around it."""
        words = [
            text_vector(text[start:end])
            for text, of_text in zip(texts, spans, strict=True)
            for start, end in of_text
        ]
        return np.array(words, np.float32).reshape(-1, self.dimension)


def text_vector(text: str) -> NDArray[np.float32]:
    """A whole number in each place but for a hundredth that depends on all the text, so never zero."""
    total = signs(text) * np.float32(0.01)
    for word in WORD.findall(text.casefold()):
        total += signs(word)
    return np.asarray(total / np.linalg.norm(total), np.float32)


def signs(text: str) -> NDArray[np.float32]:
    """The 64 bits of the text's hash as +1 and -1."""
    bits = np.unpackbits(np.frombuffer(blake2b(text.encode(), digest_size=8).digest(), np.uint8))
    return bits.astype(np.float32) * 2 - 1
