import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock

from qa.errors import DocumentError, IndexFormatError, IndexMissingError, NotFoundError, QaError
from qa.index.build import Steps, build_index
from qa.index.generation import open_index
from qa.index.generations import KEPT, current_version
from qa.index.sources import Source
from qa.retrieval.hybrid import HybridRetriever
from qa.types import Meeting
from tests.fakes import FakeEncoder
from tests.indexes import build, sample_index, sources_of
from tests.meetings import make_item, sample_meetings

ROOT = Path(__file__).resolve().parents[3]


class CountingEncoder(FakeEncoder):
    """Remembers what it was asked to encode."""

    def __init__(self) -> None:
        super().__init__()
        self.encoded: list[str] = []

    def encode_passages(self, texts, on_progress=None):
        self.encoded += texts
        return super().encode_passages(texts, on_progress)


def unreadable(message: str) -> Meeting:
    raise DocumentError(message)


def test_an_opened_index_holds_what_was_built(tmp_path: Path) -> None:
    index = sample_index(tmp_path)
    assert [meeting.id for meeting in index.meetings] == [
        "forum/internat",
        "forum/2023-02-01",
        "namnd/2024-03-06",
    ]
    assert index.meeting("forum/internat") == sample_meetings()[2]
    assert index.item("namnd/2024-03-06/2")[1].title == "Simhallen"
    assert index.version == current_version(tmp_path)
    assert index.manifest.counts.passages == len(index.passages) == 4


def test_every_stored_vector_finds_itself_first(tmp_path: Path) -> None:
    index = sample_index(tmp_path)
    for row, vector in enumerate(index.passage_vectors.vectors()):
        scores = index.passage_vectors.scores(vector)
        assert scores[row] == pytest.approx(1, abs=1e-5)
        assert np.argmax(scores) == row


def test_building_again_without_a_change_keeps_the_generation_and_reads_nothing(tmp_path: Path) -> None:
    first = build(tmp_path, sample_meetings())
    sources = [
        Source(source.file, source.fingerprint, lambda: unreadable("läst igen"))
        for source in sources_of(sample_meetings())
    ]
    second = build_index(tmp_path, sources, FakeEncoder())
    assert second.version == first.version
    assert second.unchanged == tuple(source.file for source in sources)
    assert (second.added, second.changed, second.removed, second.failed) == ((), (), (), ())


def test_only_new_changed_and_removed_files_are_worked_on(tmp_path: Path) -> None:
    one, two, three = sample_meetings()
    build(tmp_path, [one, two])
    changed = replace(two, items=(make_item(two.id, "3", "Gemensam yta", "Serviceavgiften slopas helt."),))
    sources = [*sources_of([changed], "2"), *sources_of([three])]
    encoder = CountingEncoder()
    report = build_index(tmp_path, sources, encoder)
    assert report.changed == (two.source_file,)
    assert report.added == (three.source_file,)
    assert report.removed == (one.source_file,)
    assert {meeting.id for meeting in open_index(tmp_path).meetings} == {two.id, three.id}
    assert all("slopas" in text or "plogas" in text for text in encoder.encoded)


def test_the_callers_way_of_reading_is_given_only_what_is_new_or_changed(tmp_path: Path) -> None:
    build(tmp_path, sample_meetings()[:1])
    asked: list[str] = []

    def read(sources):
        asked.extend(source.file for source in sources)
        yield sample_meetings()[1]
        yield DocumentError("Filen är skadad.")

    report = build_index(tmp_path, sources_of(sample_meetings()), FakeEncoder(), steps=Steps(read=read))
    assert asked == [meeting.source_file for meeting in sample_meetings()[1:]]
    assert report.added == (sample_meetings()[1].source_file,)
    assert [failure.message for failure in report.failed] == ["Filen är skadad."]


def test_text_that_is_already_embedded_is_not_encoded_again(tmp_path: Path) -> None:
    build(tmp_path, sample_meetings())
    encoder = CountingEncoder()
    build_index(tmp_path, sources_of(sample_meetings(), "2"), encoder)
    assert encoder.encoded == []


def test_an_incremental_build_equals_one_from_nothing(tmp_path: Path) -> None:
    build(tmp_path / "steps", sample_meetings()[:1])
    build(tmp_path / "steps", sample_meetings())
    build(tmp_path / "once", sample_meetings())
    steps, once = open_index(tmp_path / "steps"), open_index(tmp_path / "once")
    assert steps.passages == once.passages
    assert np.array_equal(steps.sentence_vectors.vectors(), once.sentence_vectors.vectors())
    assert np.array_equal(steps.words.data.words, once.words.data.words)
    assert np.array_equal(steps.words.data.examples, once.words.data.examples)
    assert np.array_equal(steps.words.data.example_words, once.words.data.example_words)
    found = [HybridRetriever(index, FakeEncoder()).search("serviceavgiften", 9) for index in (steps, once)]
    assert found[0] == found[1]


def test_a_file_that_cannot_be_read_is_reported_and_the_rest_indexed(tmp_path: Path) -> None:
    sources = [*sources_of(sample_meetings()), Source("trasig.txt", "1", lambda: unreadable("Filen är tom."))]
    report = build_index(tmp_path, sources, FakeEncoder())
    assert [(failure.file, failure.message) for failure in report.failed] == [("trasig.txt", "Filen är tom.")]
    assert report.meetings == 3


def test_an_index_is_not_replaced_by_an_empty_one(tmp_path: Path) -> None:
    version = build(tmp_path, sample_meetings()).version
    with pytest.raises(DocumentError, match="orört"):
        build_index(tmp_path, [Source("a.txt", "1", lambda: unreadable("tom"))], FakeEncoder())
    assert current_version(tmp_path) == version


def test_another_model_embeds_everything_anew(tmp_path: Path) -> None:
    build(tmp_path, sample_meetings())
    encoder = CountingEncoder()
    encoder.fingerprint = "another"
    report = build_index(tmp_path, sources_of(sample_meetings()), encoder)
    assert len(report.added) == 3
    assert open_index(tmp_path).manifest.model_fingerprint == "another"
    assert encoder.encoded


def test_old_generations_are_dropped_but_one_is_kept_for_rollback(tmp_path: Path) -> None:
    versions = [
        build_index(tmp_path, sources_of(sample_meetings(), str(n)), FakeEncoder()).version for n in range(4)
    ]
    kept = sorted(path.name for path in (tmp_path / "generations").iterdir())
    assert kept == versions[-KEPT:]


def test_moving_the_pointer_back_is_a_rollback(tmp_path: Path) -> None:
    first = build(tmp_path, sample_meetings()[:1]).version
    build(tmp_path, sample_meetings())
    (tmp_path / "CURRENT").write_text(first)
    assert [meeting.id for meeting in open_index(tmp_path).meetings] == ["namnd/2024-03-06"]


def test_two_builders_do_not_write_at_once(tmp_path: Path) -> None:
    with FileLock(tmp_path / "writer.lock"), pytest.raises(QaError, match="byggs redan"):
        build(tmp_path, sample_meetings())


def test_a_builder_killed_at_any_stage_leaves_the_old_index_answering(tmp_path: Path) -> None:
    version = build(tmp_path, sample_meetings()[:1]).version
    program = (
        "import time\nfrom pathlib import Path\nfrom tests.indexes import sources_of\nfrom tests.fakes import FakeEncoder\n"
        "from tests.meetings import sample_meetings\nfrom qa.index.build import build_index\n"
        "class Slow:\n"
        "    def stage(self, name, total):\n        print(name, flush=True); time.sleep(30)\n"
        "    def advance(self, count=1):\n        pass\n"
        "    wait = True\n"
        f"build_index(Path({str(tmp_path)!r}), sources_of(sample_meetings()), FakeEncoder(), Slow())\n"
    )
    for skipped in range(3):
        slow = program.replace(
            "time.sleep(30)", f"Slow.n = getattr(Slow, 'n', 0) + 1; time.sleep(30 * (Slow.n > {skipped}))"
        )
        builder = subprocess.Popen([sys.executable, "-c", slow], stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert builder.stdout is not None
        for _ in range(skipped + 1):
            assert builder.stdout.readline()
        os.kill(builder.pid, signal.SIGKILL)
        builder.wait()
        builder.stdout.close()
        assert current_version(tmp_path) == version
        index = open_index(tmp_path)
        assert (
            HybridRetriever(index, FakeEncoder())
            .search("serviceavgiften", 1)
            .hits[0]
            .passage.text.startswith("Service")
        )
    assert build(tmp_path, sample_meetings()).meetings == 3
    assert not (tmp_path / "building").exists()


def test_a_missing_index_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="qa index"):
        open_index(tmp_path / "ingen")


@pytest.mark.parametrize(
    "part",
    [
        "manifest.json",
        "passages.jsonl",
        "passage_vectors.faiss",
        "rows.npz",
        "common_question.npy",
        "words.npz",
        "lexical",
    ],
)
def test_a_missing_part_is_named(tmp_path: Path, part: str) -> None:
    folder = tmp_path / "generations" / build(tmp_path, sample_meetings()).version
    (folder / part).rename(folder / "borta")
    with pytest.raises(IndexFormatError, match=part.split(".")[0]):
        open_index(tmp_path)


@pytest.mark.parametrize("damage", [b"", b"skadad", b"PK\x03\x04 avhuggen"])
@pytest.mark.parametrize(
    "part",
    [
        "manifest.json",
        "passages.jsonl",
        "passage_vectors.faiss",
        "sentence_vectors.faiss",
        "rows.npz",
        "words.npz",
    ],
)
def test_a_damaged_part_is_an_error_and_can_be_built_anew(tmp_path: Path, part: str, damage: bytes) -> None:
    folder = tmp_path / "generations" / build(tmp_path, sample_meetings()).version
    (folder / part).write_bytes(damage)
    with pytest.raises(IndexFormatError, match="Bygg om"):
        open_index(tmp_path)
    assert build(tmp_path, sample_meetings()).meetings == 3
    assert len(open_index(tmp_path).passages) == 4


@pytest.mark.parametrize("pointer", [b"", b"\xff\xfe\x00", b"../generations", b"finns-inte", b"."])
def test_a_pointer_that_names_no_generation_is_an_error(tmp_path: Path, pointer: bytes) -> None:
    build(tmp_path, sample_meetings())
    (tmp_path / "CURRENT").write_bytes(pointer)
    with pytest.raises(IndexFormatError, match="pekar på"):
        open_index(tmp_path)


def test_a_truncated_passage_file_is_noticed_by_the_counts(tmp_path: Path) -> None:
    path = tmp_path / "generations" / build(tmp_path, sample_meetings()).version / "passages.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    with pytest.raises(IndexFormatError, match="3 stycken, men förteckningen säger 4"):
        open_index(tmp_path)


def test_another_format_is_an_error_that_names_both(tmp_path: Path) -> None:
    path = tmp_path / "generations" / build(tmp_path, sample_meetings()).version / "manifest.json"
    path.write_text(path.read_text().replace('"format_version": 3', '"format_version": 99'))
    with pytest.raises(IndexFormatError, match=r"format 99, men programmet läser format 3"):
        open_index(tmp_path)


def test_an_unknown_meeting_or_item_is_named(tmp_path: Path) -> None:
    index = sample_index(tmp_path)
    with pytest.raises(NotFoundError, match="”finns-inte”"):
        index.meeting("finns-inte")
    with pytest.raises(NotFoundError, match="”namnd/9”"):
        index.item("namnd/9")


def test_progress_adds_up_to_what_was_announced(tmp_path: Path) -> None:
    class Listener:
        def __init__(self) -> None:
            self.stages: list[list[object]] = []

        def stage(self, name: str, total: int) -> None:
            self.stages.append([name, total, 0])

        def advance(self, count: int = 1) -> None:
            self.stages[-1][2] += count

    listener = Listener()
    build_index(tmp_path, sources_of(sample_meetings()), FakeEncoder(), listener)
    assert [stage[0] for stage in listener.stages] == [
        "Läser protokoll",
        "Beräknar vektorer",
        "Bygger ordindex",
    ]
    assert all(total == done for _, total, done in listener.stages)
