"""The encoder that runs a sentence-transformers model.

Torch is imported when a model runs, not before: that takes seconds.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from qa.batching import OnProgress, batches_of_like_length
from qa.model_location import ModelLocation
from qa.word_pooling import EncodedWithWords, Span, pool_words, unit_rows

if TYPE_CHECKING:
    import torch
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer

TOKENS_PER_BATCH = 1024
"""Tokens in one batch, padding included. Measured: 1024 to 2048 is fastest; with 4096 and more the
activations no longer fit the processor's cache."""

_TEXTS_PER_TOKENIZATION = 512


class SentenceTransformerEncoder:
    """An Encoder that runs a sentence-transformers model on the processor; made by ``load_encoder``.

    Parallel work is whole batches in threads of their own, torch kept to one thread in each:
    torch's own threads wait for each other in busy loops after every operation, and beside one
    other busy process that turns a question of 10 ms into one of a second.
    """

    def __init__(
        self, model: SentenceTransformer, location: ModelLocation, prompts: tuple[str, str], threads: int
    ) -> None:
        """Take a loaded model.

        Args:
            model: the model, in the precision to compute in.
            location: where it was found.
            prompts: what to put before a question and before a passage; may be empty.
            threads: how many batches of passages to encode at once, 1 or more.
        """
        self.name = location.name
        self._model = model
        self._query_prompt, self._passage_prompt = prompts
        self._threads = threads
        self._tokenizing = threading.Lock()  # a tokenizer cannot be used by two threads at once
        identity = "\0".join((location.fingerprint, *prompts))
        self.fingerprint = hashlib.sha256(identity.encode()).hexdigest()
        self.dimension = self._encode(["."], "", "query").shape[1]

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Encode questions in the calling thread; returns float32 [len(texts), dimension]."""
        vectors = np.empty((len(texts), self.dimension), np.float32)
        for rows in self._batches(texts, self._query_prompt):
            vectors[rows] = self._encode([texts[row] for row in rows], self._query_prompt, "query")
        return vectors

    def encode_passages(
        self, texts: Sequence[str], on_progress: OnProgress | None = None
    ) -> NDArray[np.float32]:
        """Encode passages in several threads; returns float32 [len(texts), dimension].

        ``on_progress`` is called in the calling thread with the number of texts just finished.
        """
        vectors = np.empty((len(texts), self.dimension), np.float32)

        def encode(rows: list[int]) -> None:
            vectors[rows] = self._encode([texts[row] for row in rows], self._passage_prompt, "document")

        self._in_threads(encode, self._batches(texts, self._passage_prompt), on_progress)
        return vectors

    def encode_queries_with_words(
        self, texts: Sequence[str], spans: Sequence[Sequence[Span]]
    ) -> EncodedWithWords:
        """Encode questions, and words in them, in the calling thread."""
        encoded = _Collected(spans, self.dimension)
        for rows in self._batches(texts, self._query_prompt):
            self._encode_with_words(texts, rows, self._query_prompt, "query", encoded)
        return encoded.together()

    def encode_passages_with_words(
        self,
        texts: Sequence[str],
        spans: Sequence[Sequence[Span]],
        on_progress: OnProgress | None = None,
    ) -> EncodedWithWords:
        """Encode passages, and words in them, in several threads; see ``encode_passages``."""
        encoded = _Collected(spans, self.dimension)

        def encode(rows: list[int]) -> None:
            self._encode_with_words(texts, rows, self._passage_prompt, "document", encoded)

        self._in_threads(encode, self._batches(texts, self._passage_prompt), on_progress)
        return encoded.together()

    def _in_threads(
        self, encode: Callable[[list[int]], None], batches: list[list[int]], on_progress: OnProgress | None
    ) -> None:
        workers = ThreadPoolExecutor(self._threads, thread_name_prefix="encode")
        try:
            for rows, _ in zip(batches, workers.map(encode, batches), strict=True):
                if on_progress:
                    on_progress(len(rows))
        finally:
            workers.shutdown(cancel_futures=True)  # so that an interrupt waits for the batches in hand only

    def _batches(self, texts: Sequence[str], prompt: str) -> list[list[int]]:
        """Part the texts' indices into batches of like length, the longest first."""
        if len(texts) == 1:
            return [[0]]
        lengths: list[int] = []
        for start in range(0, len(texts), _TEXTS_PER_TOKENIZATION):
            some = list(texts[start : start + _TEXTS_PER_TOKENIZATION])
            mask = self._preprocess(some, prompt, "document").get("attention_mask")
            lengths += [len(text) for text in some] if mask is None else mask.sum(dim=1).tolist()
        return batches_of_like_length(lengths, TOKENS_PER_BATCH)

    def _preprocess(self, texts: list[str], prompt: str, task: str) -> dict[str, torch.Tensor]:
        with self._tokenizing:
            return self._model.preprocess(_valid(texts), prompt=prompt or None, task=task)

    def _encode(self, texts: list[str], prompt: str, task: str) -> NDArray[np.float32]:
        """Encode one batch in this thread; returns float32 [len(texts), dimension] of unit length."""
        return unit_rows(self._run(self._preprocess(texts, prompt, task), task)["sentence_embedding"])

    def _encode_with_words(
        self, texts: Sequence[str], rows: list[int], prompt: str, task: str, encoded: _Collected
    ) -> None:
        """Encode one batch in this thread, and put its vectors where they belong."""
        batch = [texts[row] for row in rows]
        features = self._preprocess(batch, prompt, task)
        offsets = self._offsets(batch, prompt, features)
        output = self._run(features, task)
        encoded.texts[rows] = unit_rows(output["sentence_embedding"])
        states = output.get("token_embeddings")
        if offsets is None or states is None or states.shape[2] != self.dimension:
            return
        for place, row in enumerate(rows):
            encoded.words[row] = pool_words(states[place], offsets[place] - len(prompt), encoded.spans[row])

    def _run(self, features: dict[str, torch.Tensor], task: str) -> dict[str, NDArray[np.float32]]:
        """Run the model in this thread; returns its vectors and, of most models, the states of the tokens."""
        import torch

        torch.set_num_threads(1)  # counts for the calling thread
        with torch.inference_mode():
            output = self._model(features, task=task)
        wanted = ("sentence_embedding", "token_embeddings")
        return {name: output[name].float().numpy() for name in wanted if torch.is_tensor(output.get(name))}

    def _offsets(
        self, texts: list[str], prompt: str, features: dict[str, torch.Tensor]
    ) -> NDArray[np.int64] | None:
        """Return the characters of each token, prompt included, int64 [texts, tokens, 2].

        None for a tokenizer that does not tell, or cuts otherwise than what the model was given.
        """
        tokenizer, given = self._model.tokenizer, features.get("input_ids")
        if given is None or not getattr(tokenizer, "is_fast", False):
            return None
        with self._tokenizing:
            told = tokenizer(
                [prompt + text for text in _valid(texts)],
                padding=True,
                truncation=True,
                max_length=given.shape[1],
                return_offsets_mapping=True,
                return_tensors="np",
            )
        return told["offset_mapping"] if np.array_equal(told["input_ids"], given.numpy()) else None


class _Collected:
    """Vectors of texts and of their words, put in batch by batch; words that are never put in are zero."""

    def __init__(self, spans: Sequence[Sequence[Span]], dimension: int) -> None:
        self.spans = spans
        self.texts = np.empty((len(spans), dimension), np.float32)
        self.words = [np.zeros((len(of_text), dimension), np.float32) for of_text in spans]

    def together(self) -> EncodedWithWords:
        none = np.empty((0, self.texts.shape[1]), np.float32)
        return EncodedWithWords(self.texts, np.concatenate([none, *self.words]))


def _valid(texts: Sequence[str]) -> list[str]:
    # A lone surrogate, as "\ud800" in JSON gives, is a str in Python but no text that can be encoded.
    return [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
