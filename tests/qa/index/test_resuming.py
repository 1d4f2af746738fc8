"""A build that was interrupted is gone on with: nothing kept is done again, and nothing comes out otherwise."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.errors import DocumentError
from qa.index import embedding, kept_meetings
from qa.index.build import BuildReport, Steps, build_index
from qa.index.checkpoint import UNFINISHED, holds_unfinished
from qa.index.generation import Index, open_index
from qa.index.sources import Source
from qa.types import Meeting
from tests.fakes import FakeEncoder
from tests.indexes import sources_of
from tests.meetings import make_item, make_meeting, sample_meetings

ROOT = Path(__file__).resolve().parents[3]
SIZE = 16
PART = 300
"""Characters in a part: several texts, and several parts in the archive below."""
TOPICS = ("badhuset", "cykelbanan", "förskolan", "avgiften", "bullerplanket", "hamnplanen", "biblioteket")


class FrailEncoder(FakeEncoder):
    """Is interrupted after some texts; the last bits of a vector hang on all texts of the batch."""

    def __init__(self, lasts: float = float("inf"), fingerprint: str = "frail") -> None:
        super().__init__(fingerprint=fingerprint)
        self.lasts = lasts
        self.encoded: list[str] = []

    def encode_passages(self, texts, on_progress=None):
        for text in texts:
            if len(self.encoded) >= self.lasts:
                raise KeyboardInterrupt
            self.encoded.append(text)
            if on_progress:
                on_progress(1)
        return self.encode_queries(texts) * np.float32(1 + 1e-6 * (len("".join(texts)) % 11))

    def _words(self, texts, spans):
        return super()._words(texts, spans) * np.float32(1 + 1e-2 * (len("".join(texts)) % 11))


class Listener:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.stages: dict[str, list[int]] = {}
        self.resumed: list[tuple[str, int, int]] = []

    def stage(self, name: str, total: int) -> None:
        self.stages[name] = [total, 0]
        self.stage_name = name

    def advance(self, count: int = 1) -> None:
        self.stages[self.stage_name][1] += count

    def on_resume(self, what: str, kept: int, total: int) -> None:
        self.resumed.append((what, kept, total))


def archive(size: int = SIZE) -> list[Meeting]:
    return [
        make_meeting(
            f"m{n}",
            [
                make_item(
                    f"m{n}",
                    "§ 1",
                    TOPICS[n % len(TOPICS)].capitalize(),
                    f"Nämnden beslutar att {TOPICS[n % len(TOPICS)]} nummer {n} byggs ut.",
                    "Ledamoten yrkar avslag. " * (n % 3 + 1),
                )
            ],
        )
        for n in range(size)
    ]


def run(
    folder: Path, meetings: Sequence[Meeting], encoder: FrailEncoder, listener: Listener | None = None
) -> BuildReport:
    listener = listener or Listener()
    steps = Steps(on_resume=listener.on_resume)
    return build_index(folder, sources_of(meetings), encoder, listener, steps=steps)


def interrupt(folder: Path, meetings: Sequence[Meeting], after: int) -> FrailEncoder:
    encoder = FrailEncoder(after)
    with pytest.raises(KeyboardInterrupt):
        run(folder, meetings, encoder)
    return encoder


def bits(index: Index) -> list[bytes]:
    words = index.words.data
    arrays = (
        index.passage_vectors.vectors(),
        index.passage_rows,
        index.sentence_vectors.vectors(),
        index.sentence_rows,
        words.examples,
        words.example_rows,
        words.example_words,
    )
    return [array.tobytes() for array in arrays]


def unfinished(folder: Path, kind: str) -> list[Path]:
    return sorted((folder / UNFINISHED / kind).iterdir())


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "PART_CHARACTERS", PART)


@pytest.fixture(scope="module")
def all_texts(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many texts the archive has."""
    encoder = FrailEncoder()
    run(tmp_path_factory.mktemp("all"), archive(), encoder)
    assert len(encoder.encoded) == len(set(encoder.encoded)) > 20
    return len(encoder.encoded)


def test_the_vectors_of_a_build_gone_on_with_are_those_of_one_never_interrupted(
    tmp_path: Path, all_texts: int
) -> None:
    run(tmp_path / "once", archive(), FrailEncoder())
    interrupt(tmp_path / "twice", archive(), all_texts // 3)
    interrupt(tmp_path / "twice", archive(), all_texts // 3)
    run(tmp_path / "twice", archive(), FrailEncoder())
    assert bits(open_index(tmp_path / "twice")) == bits(open_index(tmp_path / "once"))


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_wherever_it_is_interrupted_no_more_than_a_part_is_encoded_twice(
    all_texts: int, data: st.DataObject
) -> None:
    after = data.draw(st.integers(0, all_texts - 1))
    with TemporaryDirectory() as folder:
        first = interrupt(Path(folder), archive(), after)
        second = FrailEncoder()
        run(Path(folder), archive(), second)
    twice = set(first.encoded) & set(second.encoded)
    assert len(first.encoded) + len(second.encoded) - len(twice) == all_texts
    longest = max(map(len, (*first.encoded, *second.encoded)))
    assert sum(map(len, twice)) < PART + longest


def test_what_was_there_is_told_and_progress_counts_the_rest(tmp_path: Path, all_texts: int) -> None:
    interrupt(tmp_path, archive(), all_texts // 2)
    listener, encoder = Listener(), FrailEncoder()
    run(tmp_path, archive(), encoder, listener)
    left = len(encoder.encoded)
    assert 0 < left < all_texts
    assert listener.stages["Beräknar vektorer"] == [left, left]
    assert listener.resumed == [("protokoll", SIZE, SIZE), ("vektorer", all_texts - left, all_texts)]


def test_a_build_that_was_not_interrupted_tells_of_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    listener = Listener()
    run(tmp_path, archive(), FrailEncoder(), listener)
    assert listener.resumed == []
    assert not holds_unfinished(tmp_path)


def test_what_was_kept_goes_when_the_generation_is_there(tmp_path: Path, all_texts: int) -> None:
    interrupt(tmp_path, archive(), all_texts // 2)
    assert unfinished(tmp_path, "vectors")
    run(tmp_path, archive(), FrailEncoder())
    assert not (tmp_path / UNFINISHED).exists()


def test_what_was_kept_goes_too_when_the_files_are_as_the_index_has_them(tmp_path: Path) -> None:
    run(tmp_path, archive(SIZE - 8), FrailEncoder())
    interrupt(tmp_path, archive(), 12)
    assert holds_unfinished(tmp_path)
    report = run(tmp_path, archive(SIZE - 8), FrailEncoder())
    assert len(report.unchanged) == SIZE - 8
    assert not holds_unfinished(tmp_path)


def test_an_index_is_added_to_in_the_same_way_after_an_interruption(tmp_path: Path) -> None:
    for name in ("once", "twice"):
        run(tmp_path / name, archive(SIZE - 8), FrailEncoder())
    run(tmp_path / "once", archive(), FrailEncoder())
    interrupt(tmp_path / "twice", archive(), 12)
    run(tmp_path / "twice", archive(), FrailEncoder())
    assert bits(open_index(tmp_path / "twice")) == bits(open_index(tmp_path / "once"))


def test_files_that_came_since_are_encoded_and_what_was_kept_is_not(tmp_path: Path, all_texts: int) -> None:
    first = interrupt(tmp_path, archive(), all_texts - 1)
    second = FrailEncoder()
    run(tmp_path, archive(SIZE + 1), second)
    anew = set(second.encoded) & set(first.encoded)
    assert len(second.encoded) < all_texts
    assert len(anew) < len(first.encoded) / 2
    assert open_index(tmp_path).manifest.counts.meetings == SIZE + 1


def test_a_damaged_part_is_encoded_again(tmp_path: Path, all_texts: int) -> None:
    run(tmp_path / "once", archive(), FrailEncoder())
    interrupt(tmp_path / "twice", archive(), all_texts - 1)
    part = unfinished(tmp_path / "twice", "vectors")[0]
    part.write_bytes(part.read_bytes()[:-9])
    run(tmp_path / "twice", archive(), FrailEncoder())
    assert bits(open_index(tmp_path / "twice")) == bits(open_index(tmp_path / "once"))


def test_another_model_takes_nothing_over(tmp_path: Path, all_texts: int) -> None:
    interrupt(tmp_path, archive(), all_texts - 1)
    encoder = FrailEncoder(fingerprint="annan")
    run(tmp_path, archive(), encoder)
    assert len(encoder.encoded) == all_texts


def test_parts_hold_texts_of_like_length_and_are_not_larger_than_they_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[list[int]] = []

    class Watched(FrailEncoder):
        def encode_passages(self, texts, on_progress=None):
            calls.append([len(text) for text in texts])
            return super().encode_passages(texts, on_progress)

    run(tmp_path, archive(), Watched())
    lengths = [length for call in calls for length in call]
    assert all(sum(call[:-1]) < PART for call in calls)
    assert all(sorted(call, reverse=True) == call for call in calls)
    falls = [later > earlier for earlier, later in pairwise(lengths)]
    assert sum(falls) == 1  # where texts with words begin


def test_files_that_an_interrupted_build_had_read_are_not_read_again(tmp_path: Path) -> None:
    interrupt(tmp_path, archive(), 0)
    read: list[str] = []

    def remember(source: Source) -> Meeting:
        read.append(source.file)
        return source.load()

    changed = [Source("m3.txt", "2", sources_of(archive())[3].load)]
    sources = [*sources_of(archive())[:3], *changed, *sources_of(archive())[4:]]
    watched = [
        Source(source.file, source.fingerprint, lambda source=source: remember(source)) for source in sources
    ]
    build_index(tmp_path, watched, FrailEncoder())
    assert read == ["m3.txt"]
    assert {meeting.id for meeting in open_index(tmp_path).meetings} == {f"m{n}" for n in range(SIZE)}


def test_reading_itself_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_meetings, "SECONDS_BETWEEN_PARTS", 0.0)

    def stop() -> Meeting:
        raise KeyboardInterrupt

    sources = sources_of(archive())
    with pytest.raises(KeyboardInterrupt):
        build_index(tmp_path, [*sources[:5], Source("m5.txt", "1", stop)], FrailEncoder())
    listener = Listener()
    build_index(tmp_path, sources, FrailEncoder(), listener, steps=Steps(on_resume=listener.on_resume))
    assert listener.resumed == [("protokoll", 5, SIZE)]
    assert listener.stages["Läser protokoll"] == [SIZE, SIZE]


def test_a_file_that_could_not_be_read_is_tried_again(tmp_path: Path) -> None:
    def fail() -> Meeting:
        raise DocumentError("Filen är upptagen.")

    sources = sources_of(archive())
    with pytest.raises(KeyboardInterrupt):
        build_index(tmp_path, [Source("m0.txt", "1", fail), *sources[1:]], FrailEncoder(0))
    report = build_index(tmp_path, sources, FrailEncoder())
    assert report.failed == ()
    assert report.meetings == SIZE


def test_meetings_that_are_written_otherwise_now_are_read_again(tmp_path: Path) -> None:
    interrupt(tmp_path, archive(), 0)
    (part,) = unfinished(tmp_path, "meetings")
    written = kept_meetings.Parts(
        part.parent, f"{kept_meetings.FORMAT_VERSION}\0{kept_meetings.installed_version('protokollfraga')}"
    )
    part.unlink()
    written.write(b'[{"file": "m0.txt", "fingerprint": "1", "meeting": {"id": "m0"}}]')
    assert run(tmp_path, archive(), FrailEncoder()).meetings == SIZE


def test_a_builder_killed_while_it_encodes_has_kept_every_part_before(tmp_path: Path) -> None:
    program = (
        "import time\nfrom pathlib import Path\nfrom qa.index import embedding\n"
        "from qa.index.build import build_index\nfrom tests.fakes import FakeEncoder\n"
        "from tests.indexes import sources_of\nfrom tests.meetings import sample_meetings\n"
        "embedding.PART_CHARACTERS = 1\n"
        "class Slow(FakeEncoder):\n"
        "    calls = 0\n"
        "    def encode_passages(self, texts, on_progress=None):\n"
        "        self.calls += 1\n"
        "        if self.calls == 4:\n            print('fjärde', flush=True); time.sleep(60)\n"
        "        return super().encode_passages(texts, on_progress)\n"
        f"build_index(Path({str(tmp_path)!r}), sources_of(sample_meetings()), Slow())\n"
    )
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    builder = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment
    )
    assert builder.stdout is not None
    assert builder.stdout.readline()
    os.kill(builder.pid, signal.SIGKILL)
    builder.wait()
    builder.stdout.close()
    listener = Listener()
    steps = Steps(on_resume=listener.on_resume)
    build_index(tmp_path, sources_of(sample_meetings()), FakeEncoder(), listener, steps=steps)
    (_, (what, kept, total)) = listener.resumed
    assert (what, kept) == ("vektorer", 3)
    assert listener.stages["Beräknar vektorer"] == [total - 3, total - 3]
