"""Texts to vectors: the Encoder protocol, and how the encoder of a model is loaded.

Sentence-transformers and torch have their home here and in ``qa.sentence_encoder``. Both are
imported when a model is loaded, not before: that takes seconds.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from qa.adaptation.low_rank import adapt, read_adaptation
from qa.batching import OnProgress
from qa.errors import ModelError
from qa.known_vectors import check_known_vectors
from qa.model_folder import PASSAGE_PROMPT, QUERY_PROMPT
from qa.model_location import EMBEDDED, ModelLocation, find_model
from qa.sentence_encoder import SentenceTransformerEncoder
from qa.word_pooling import EncodedWithWords, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer


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

    def encode_queries_with_words(
        self, texts: Sequence[str], spans: Sequence[Sequence[Span]]
    ) -> EncodedWithWords:
        """Encode questions and words in them; ``spans`` has for each text its words' characters."""
        ...

    def encode_passages_with_words(
        self,
        texts: Sequence[str],
        spans: Sequence[Sequence[Span]],
        on_progress: OnProgress | None = None,
    ) -> EncodedWithWords:
        """Encode passages and words in them; for ``on_progress`` see ``encode_passages``."""
        ...


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
        model: "embedded", "embedded-plain", a folder, or the name of a hub model that has been downloaded.
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
        check_known_vectors(encoder, location)
    return encoder


def _load(location: ModelLocation) -> SentenceTransformer:
    import torch
    from safetensors import SafetensorError
    from sentence_transformers import SentenceTransformer

    dtype = torch.bfloat16 if _multiplies_bfloat16() else torch.float32
    try:
        with _no_progress_bar():
            model = SentenceTransformer(
                str(location.folder), device="cpu", local_files_only=True, model_kwargs={"dtype": dtype}
            ).eval()
    except (OSError, ValueError, KeyError, TypeError, ImportError, RuntimeError, SafetensorError) as error:
        raise ModelError(
            f"Modellen {location.name} i {location.folder} går inte att läsa: {error}. "
            f"Kontrollera att mappen är hel och är en modell för sentence-transformers."
        ) from error
    if location.adaptation:
        adapt(model.transformers_model, read_adaptation(location.adaptation))
    return model


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
