"""Texts to vectors: the Encoder protocol, and the encoder that runs a sentence-transformers model.

This is the only home of sentence-transformers and torch. Both are imported when a model is
loaded, not before: that takes seconds.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from qa.errors import ModelError
from qa.model_folder import PASSAGE_PROMPT, QUERY_PROMPT
from qa.model_location import EMBEDDED, ModelLocation, find_model

if TYPE_CHECKING:
    import torch
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer

OnProgress = Callable[[int], None]

TOKENS_PER_BATCH = 1024
"""Tokens in one batch, padding included. Measured: 1024 to 2048 is fastest; with 4096 and more the
activations no longer fit the processor's cache."""

_TEXTS_PER_TOKENIZATION = 512

# The first five numbers of the embedded model's vectors, in float32, and what bfloat16 may add to them.
_KNOWN_TEXT = "Nämnden beslutar att höja avgiften för förskolan."
_KNOWN_QUERY = (0.0470, 0.0139, -0.0397, -0.0663, 0.0590)
_KNOWN_PASSAGE = (0.0699, 0.0088, -0.0403, -0.0766, 0.0635)
_KNOWN_TOLERANCE = 0.004


class Encoder(Protocol):
    """Turns texts into vectors.

    Vectors are float32 rows of unit length, so that their inner product is the cosine. Row i
    belongs to text i and depends on no other text, but for rounding. No texts give an array of
    shape [0, dimension]. Both methods may be called from several threads at once.
    """

    @property
    def name(self) -> str:
        """The model's name, to show."""
        ...

    @property
    def fingerprint(self) -> str:
        """What identifies model, weights and prompts, the same on every machine.

        Vectors may be compared when their fingerprints are equal, and only then.
        """
        ...

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        ...

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Encode questions; returns float32 [len(texts), dimension]."""
        ...

    def encode_passages(
        self, texts: Sequence[str], on_progress: OnProgress | None = None
    ) -> NDArray[np.float32]:
        """Encode passages; returns float32 [len(texts), dimension].

        ``on_progress`` is called in the calling thread with the number of texts just finished; the
        numbers add up to ``len(texts)``.
        """
        ...


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
        batches = self._batches(texts, self._passage_prompt)

        def encode(rows: list[int]) -> None:
            vectors[rows] = self._encode([texts[row] for row in rows], self._passage_prompt, "document")

        workers = ThreadPoolExecutor(self._threads, thread_name_prefix="encode")
        try:
            for rows, _ in zip(batches, workers.map(encode, batches), strict=True):
                if on_progress:
                    on_progress(len(rows))
        finally:
            workers.shutdown(cancel_futures=True)  # so that an interrupt waits for the batches in hand only
        return vectors

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
        # A lone surrogate, as "\ud800" in JSON gives, is a str in Python but no text that can be encoded.
        valid = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        with self._tokenizing:
            return self._model.preprocess(valid, prompt=prompt or None, task=task)

    def _encode(self, texts: list[str], prompt: str, task: str) -> NDArray[np.float32]:
        """Encode one batch in this thread; returns float32 [len(texts), dimension] of unit length."""
        import torch

        torch.set_num_threads(1)  # counts for the calling thread
        features = self._preprocess(texts, prompt, task)
        with torch.inference_mode():
            vectors = self._model(features, task=task)["sentence_embedding"]
            array: NDArray[np.float32] = torch.nn.functional.normalize(vectors.float(), dim=1).numpy()
        return array


def batches_of_like_length(lengths: Sequence[int], tokens: int) -> list[list[int]]:
    """Part indices into batches whose longest length times their number is at most ``tokens``.

    The longest come first, so that no thread is left with a long batch at the end. A text longer
    than ``tokens`` is a batch of its own.
    """
    batches: list[list[int]] = []
    for index in sorted(range(len(lengths)), key=lambda index: -lengths[index]):
        if batches and lengths[batches[-1][0]] * (len(batches[-1]) + 1) <= tokens:
            batches[-1].append(index)
        else:
            batches.append([index])
    return batches


def load_encoder(
    model: str = EMBEDDED,
    *,
    query_prompt: str | None = None,
    passage_prompt: str | None = None,
    threads: int = 0,
    cache: Path | None = None,
) -> Encoder:
    """Load an embedding model, without using the network.

    Weights are bfloat16 where the processor multiplies it in hardware (two to four times as fast, cosine
    to float32 above 0.9999) and float32 elsewhere. Torch is kept to one thread from here on.

    Args:
        model: "embedded", a folder, or the name of a hub model that has been downloaded.
        query_prompt: text before each question; None takes the model's own, if it has one.
        passage_prompt: text before each passage; None takes the model's own, if it has one.
        threads: threads for encoding passages; 0 takes one per physical core.
        cache: where the embedded model is kept; by default the user's cache.

    Raises:
        ModelError: the model is missing, damaged, or gives other vectors than it should.
    """
    location = find_model(model, cache)
    loaded = _load(location)
    prompts = (
        _own_prompt(loaded, "query") if query_prompt is None else query_prompt,
        _own_prompt(loaded, "document", "passage", "corpus") if passage_prompt is None else passage_prompt,
    )
    encoder = SentenceTransformerEncoder(loaded, location, prompts, threads or _physical_cores())
    if location.is_embedded and prompts == (QUERY_PROMPT, PASSAGE_PROMPT):
        _check_known_vectors(encoder, location)
    return encoder


def _load(location: ModelLocation) -> SentenceTransformer:
    import torch
    from safetensors import SafetensorError
    from sentence_transformers import SentenceTransformer

    dtype = torch.bfloat16 if _multiplies_bfloat16() else torch.float32
    try:
        with _no_progress_bar():
            return SentenceTransformer(
                str(location.folder), device="cpu", local_files_only=True, model_kwargs={"dtype": dtype}
            ).eval()
    except (OSError, ValueError, KeyError, TypeError, ImportError, RuntimeError, SafetensorError) as error:
        raise ModelError(
            f"Modellen {location.name} i {location.folder} går inte att läsa: {error}. "
            f"Kontrollera att mappen är hel och är en modell för sentence-transformers."
        ) from error


@contextmanager
def _no_progress_bar() -> Iterator[None]:
    """Keep transformers from drawing a progress bar on standard error while it loads weights."""
    from transformers.utils import logging

    hide: Callable[[], None] = logging.disable_progress_bar  # the library leaves both untyped
    show: Callable[[], None] = logging.enable_progress_bar
    if not logging.is_progress_bar_enabled():
        yield
        return
    hide()
    try:
        yield
    finally:
        show()


def _own_prompt(model: SentenceTransformer, *names: str) -> str:
    """Return the first prompt that the model has under one of these names, or the empty string."""
    return next((prompt for name in names if (prompt := model.prompts.get(name))), "")


def _multiplies_bfloat16() -> bool:
    """Tell whether the processor has instructions for bfloat16 products; without them it is slow."""
    import torch

    capabilities = torch.cpu.get_capabilities()
    return any(capabilities.get(name, False) for name in ("avx512_bf16", "amx_bf16"))


def _physical_cores() -> int:
    """Return the number of physical cores this process may use."""
    import torch

    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    physical = int(torch.cpu.get_capabilities().get("num_physical_cores") or allowed)
    return min(allowed, physical)


def _check_known_vectors(encoder: Encoder, location: ModelLocation) -> None:
    """See that model, tokenizer and libraries together give the vectors they should."""
    found = (encoder.encode_queries([_KNOWN_TEXT])[0], encoder.encode_passages([_KNOWN_TEXT])[0])
    for vector, known in zip(found, (_KNOWN_QUERY, _KNOWN_PASSAGE), strict=True):
        if np.abs(vector[: len(known)] - known).max() > _KNOWN_TOLERANCE:
            raise ModelError(
                f"Modellen {location.name} i {location.folder} ger fel vektorer: "
                f"{vector[: len(known)].round(4).tolist()}, väntat {list(known)}. Ta bort mappen, så görs "
                f"den om; hjälper inte det, installera om programmets paket."
            )
