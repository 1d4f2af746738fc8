"""Make the adaptation of the embedded model: ``python -m training.train training/pairs OUT.safetensors``.

Each step takes the passages of some items and one question to each. The loss is the cross entropy of a
question's own passage among those of the batch (van den Oord et al. 2018, arXiv:1807.03748), with the scores
that retrieval fuses: nearness of meaning, less what all questions share, plus what words give. So the
model learns what the words do not tell already. Questions and passages are encoded by the same changed
weights. Takes about half an hour on two cores.
"""

import math
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from torch.nn import functional

from qa.adaptation.low_rank import write_adaptation
from qa.embedded_model import embedded_model_folder
from qa.encoder import load_encoder
from qa.errors import ModelError, QaError
from qa.index.question_frames import FRAMES
from qa.model_folder import PASSAGE_PROMPT, QUERY_PROMPT
from qa.model_location import EMBEDDED_PLAIN
from qa.progress import SILENT
from qa.retrieval.encoded_question import COMMON_SHARE
from training.batches import batches_of_items
from training.low_rank_layers import changes_of, make_changeable
from training.pairs import meetings_of, pairs_of, read_items
from training.pool import Pool, make_pool

PASSES = 2
ITEMS_PER_STEP = 11
LEARNING_RATE = 5e-4
WEIGHT_DECAY = 0.01
TEMPERATURE = 0.01
GREATEST_NORM = 1.0
"""What the norm of the gradients is clipped to."""
KEPT_SHARE = 0.5
"""Of what was learned; chosen before the final training (docs/retrieval.md)."""
STEPS_BETWEEN_FRAMES = 40
"""How often what all questions share is computed anew; it changes with the model."""
SEED = 0


@dataclass(frozen=True, slots=True)
class Step:
    """Rows of passages, int64 [n], and a question for each, int64 [n]."""

    passages: NDArray[np.int64]
    questions: NDArray[np.int64]


class Trainer:
    """The embedded model with a change that is trained."""

    def __init__(self, pool: Pool, steps: int) -> None:
        torch.manual_seed(SEED)
        self._pool = pool
        self._model = SentenceTransformer(str(embedded_model_folder()), device="cpu", local_files_only=True)
        if self._model.transformers_model is None:
            raise ModelError("Den medföljande modellen har ingen transformer att anpassa.")
        self.layers = make_changeable(self._model.transformers_model)
        weights = [weight for weight in self._model.parameters() if weight.requires_grad]
        self._optimizer = torch.optim.AdamW(weights, lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)
        self._schedule = torch.optim.lr_scheduler.OneCycleLR(
            self._optimizer, LEARNING_RATE, total_steps=steps, pct_start=0.1
        )
        self._weights = weights
        self._taken = 0

    def take(self, step: Step) -> float:
        """Take a step; returns the loss before it."""
        if self._taken % STEPS_BETWEEN_FRAMES == 0:
            self._model.eval()
            with torch.no_grad():
                self._common = self._encode(list(FRAMES), QUERY_PROMPT, "query").mean(0)
        self._model.train()
        questions = self._encode([self._pool.questions[row] for row in step.questions], QUERY_PROMPT, "query")
        passages = self._encode(
            [self._pool.passages[row] for row in step.passages], PASSAGE_PROMPT, "document"
        )
        words = torch.from_numpy(self._pool.words[np.ix_(step.questions, step.passages)].astype(np.float32))
        scores = (questions - float(COMMON_SHARE) * self._common) @ passages.T + words
        loss = functional.cross_entropy(scores / TEMPERATURE, torch.arange(len(scores)))
        self._optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._weights, GREATEST_NORM)
        self._optimizer.step()
        self._schedule.step()
        self._taken += 1
        return float(loss.item())

    def _encode(self, texts: Sequence[str], prompt: str, task: str) -> torch.Tensor:
        """Encode in three batches of like length; returns float32 [len(texts), dimension], unit length."""
        order = np.argsort([len(text) for text in texts], kind="stable")
        vectors = []
        for rows in np.array_split(order, min(3, len(order))):
            features = self._model.preprocess([texts[row] for row in rows], prompt=prompt, task=task)
            with torch.autocast("cpu", torch.bfloat16):
                vectors.append(self._model(features, task=task)["sentence_embedding"].float())
        back = torch.from_numpy(np.argsort(order, kind="stable"))
        return functional.normalize(torch.cat(vectors)[back], dim=1)


def steps_of_pass(pool: Pool, random: np.random.Generator) -> list[Step]:
    """Return the steps of one pass over all items, a question of each passage drawn by lot."""
    questions: dict[int, list[int]] = {}
    for row, passage in enumerate(pool.answers.tolist()):
        questions.setdefault(passage, []).append(row)
    steps = []
    for items in batches_of_items(pool.vectors, pool.items, ITEMS_PER_STEP, random):
        passages = [row for row in np.flatnonzero(np.isin(pool.items, items)).tolist() if row in questions]
        drawn = [questions[row][random.integers(len(questions[row]))] for row in passages]
        steps.append(Step(np.array(passages, dtype=np.int64), np.array(drawn, dtype=np.int64)))
    return steps


def train(folder: Path, out: Path) -> None:
    """Train on the pairs in ``folder`` and write the change to ``out``."""
    items = read_items(folder)
    meetings = meetings_of(items)
    pool = make_pool(meetings, list(pairs_of(meetings, items)), load_encoder(EMBEDDED_PLAIN), SILENT)
    random = np.random.default_rng(SEED)
    steps = [step for _ in range(PASSES) for step in steps_of_pass(pool, random)]
    torch.set_num_threads(os.cpu_count() or 1)  # the encoder left it at one
    trainer, begun, losses = Trainer(pool, len(steps)), time.monotonic(), []
    for number, step in enumerate(steps, start=1):
        losses.append(trainer.take(step))
        if number % 10 == 0 or number == len(steps):
            recent = math.fsum(losses[-20:]) / len(losses[-20:])
            seconds = time.monotonic() - begun
            sys.stderr.write(f"{number} av {len(steps)} steg, förlust {recent:.3f}, {seconds:.0f} s\n")
    write_adaptation(out, changes_of(trainer.layers, KEPT_SHARE))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(f"Användning: python -m training.train MAPP UT.safetensors\n\n{__doc__}")
    try:
        train(Path(sys.argv[1]), Path(sys.argv[2]))
    except QaError as error:
        sys.exit(str(error))
