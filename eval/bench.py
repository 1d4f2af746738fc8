"""How fast questions are answered, beside plain dense retrieval with the same model in the same run.

The peer is what a user has without this program: ``SentenceTransformer.encode`` and a FAISS flat
index. Everybody answers each question in turn, so that a busy machine slows all alike; read the
ratios, not the milliseconds.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import faiss
import numpy as np

from qa.embedded_model import embedded_model_folder
from qa.encoder import load_encoder
from qa.index.generation import Index, open_index
from qa.retrieval.base import Retriever
from qa.retrieval.choose import RETRIEVERS, make_retriever

LIMIT = 10
Ask = Callable[[str], object]


def main() -> None:
    """Measure an index given on the command line and write a table to stdout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path, help="an index folder made by qa index")
    parser.add_argument("--questions", type=int, default=100, help="how many item titles to ask (100)")
    options = parser.parse_args()
    started = time.perf_counter()
    index = open_index(options.index)
    opened = time.perf_counter() - started
    encoder = load_encoder()
    loaded = time.perf_counter() - started - opened
    askers: dict[str, Ask] = {"peer: encode + FAISS flat": _peer(index)}
    for name in RETRIEVERS:
        askers[name] = _asker(make_retriever(name, index, encoder))
    titles = sorted({item.title for meeting in index.meetings for item in meeting.items if item.title})
    spread = titles[:: max(1, len(titles) // options.questions)][: options.questions]
    seconds = _time_in_turn(askers, spread)
    _write(index, opened, loaded, seconds)


def _asker(retriever: Retriever) -> Ask:
    return lambda question: retriever.search(question, LIMIT)


def _peer(index: Index) -> Ask:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(embedded_model_folder()), device="cpu")
    flat = faiss.IndexFlatIP(index.manifest.dimension)
    flat.add(index.passage_vectors.vectors())

    def ask(question: str) -> object:
        vector = model.encode([question], prompt_name="query", show_progress_bar=False)
        return flat.search(np.asarray(vector, dtype=np.float32), LIMIT)

    return ask


def _time_in_turn(askers: dict[str, Ask], questions: Sequence[str]) -> dict[str, list[float]]:
    """Seconds of each question for each asker; the first question warms up and is not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in askers}
    for question in (questions[0], *questions):
        for name, ask in askers.items():
            started = time.perf_counter()
            ask(question)
            seconds[name].append(time.perf_counter() - started)
    return {name: times[1:] for name, times in seconds.items()}


def _write(index: Index, opened: float, loaded: float, seconds: dict[str, list[float]]) -> None:
    counts = index.manifest.counts
    lines = [
        f"{counts.passages} passages, {counts.sentence_vectors} sentences; "
        f"index opened in {opened:.2f} s, model loaded in {loaded:.2f} s",
        f"{'':28}{'p50 ms':>8}{'p95 ms':>8}{'x peer':>8}{'over dense ms':>15}",
    ]
    peer = statistics.median(next(iter(seconds.values())))
    for name, times in seconds.items():
        over = statistics.median(one - other for one, other in zip(times, seconds["dense"], strict=True))
        middle, late = np.percentile(times, [50, 95]) * 1000
        lines.append(f"{name:28}{middle:8.1f}{late:8.1f}{middle / 1000 / peer:8.2f}{over * 1000:15.1f}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
