"""What is purged is gone from every file of the index, stays away, and can be allowed back."""

from dataclasses import replace
from pathlib import Path

import pytest

from qa.errors import IndexFormatError, NotFoundError
from qa.index.build import build_index
from qa.index.checkpoint import UNFINISHED, Checkpoint, KnownVectors, holds_unfinished
from qa.index.generation import open_index
from qa.index.generations import current_version
from qa.index.purge import purge, undo_purge
from qa.index.purge_proof import prove_removed, traces_of
from qa.index.sources import Source
from qa.index.withheld import PURGED, digest_of_item, read_purges, withhold
from qa.index.word_places import EXAMPLES
from qa.retrieval.hybrid import HybridRetriever
from qa.types import Meeting, Role, Section
from tests.fakes import FakeEncoder
from tests.indexes import build, sources_of
from tests.meetings import Writer, make_item, make_meeting, sample_meetings

ITEM = "namnd/2024-03-06/2"
SENTENCE = 'Simhallen i Östervik blir dyrare, sade "Åke" i hallen.'


def meetings() -> list[Meeting]:
    """The sample meetings, with a sentence in § 2 that JSON must escape, and an opening."""
    first, *rest = sample_meetings()
    item = make_item(first.id, "§ 2", "Simhallen", SENTENCE, "Den öppnar hösten 2025.")
    opening = (Section(Role.ATTENDANCE, "", (Writer().paragraph("Närvarande: Siv Ek och Bo Al."),)),)
    return [replace(first, items=(first.items[0], item), opening=opening), *rest]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "index"
    build(folder, meetings()[:2])
    build(folder, meetings())  # an older generation is kept for rollback
    return folder


def files_with(folder: Path, text: str) -> list[str]:
    forms = {text.encode(), text.replace('"', '\\"').encode()}
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    ]


def found(folder: Path, question: str) -> set[str]:
    hits = HybridRetriever(open_index(folder), FakeEncoder()).search(question, 50).hits
    return {hit.passage.citation.item_id for hit in hits}


def test_a_purged_item_is_in_no_file_of_the_index_and_in_no_answer(folder: Path) -> None:
    assert files_with(folder, SENTENCE)
    assert ITEM in found(folder, "simhallen östervik")
    receipt = purge(folder, ITEM)
    assert files_with(folder, SENTENCE) == files_with(folder, "hösten 2025") == []
    assert ITEM not in found(folder, "simhallen östervik")
    assert receipt.item_ids == (ITEM,)
    assert receipt.proof.is_clean
    assert receipt.proof.sentences >= 1
    assert receipt.proof.words
    assert receipt.proof.vectors


def test_the_rest_of_the_index_is_as_if_the_item_had_never_been_read(folder: Path, tmp_path: Path) -> None:
    purge(folder, ITEM)
    without = [replace(meetings()[0], items=meetings()[0].items[:1]), *meetings()[1:]]
    build(tmp_path / "never", without)
    left, never = open_index(folder), open_index(tmp_path / "never")
    assert left.passages == never.passages
    assert left.meetings == never.meetings
    assert (left.sentence_rows == never.sentence_rows).all()
    assert (left.sentence_vectors.vectors() == never.sentence_vectors.vectors()).all()
    assert (left.words.data.rows == never.words.data.rows).all()
    assert (left.words.data.words == never.words.data.words).all()
    assert (left.words.data.examples == never.words.data.examples).all()
    assert (left.words.data.example_rows == never.words.data.example_rows).all()
    assert (left.words.data.example_words == never.words.data.example_words).all()
    found_by = [HybridRetriever(index, FakeEncoder()).search("serviceavgiften", 9) for index in (left, never)]
    assert found_by[0] == found_by[1]


def test_the_receipt_tells_counts_and_versions_before_and_after(folder: Path) -> None:
    before = open_index(folder)
    receipt = purge(folder, ITEM)
    assert receipt.name == "Sundnämnden 6 mars 2024, § 2 Simhallen"
    assert (receipt.before.items, receipt.after.items) == (4, 3)
    assert receipt.before.passages - receipt.after.passages == receipt.passages == 1
    assert (receipt.version_before, receipt.version) == (before.version, current_version(folder))
    assert len(receipt.dropped) == 2
    assert receipt.version_before in receipt.dropped
    assert [path.name for path in (folder / "generations").iterdir()] == [receipt.version]
    assert len(receipt.purge.digest) == 64


def test_a_meeting_is_purged_with_its_opening(folder: Path) -> None:
    receipt = purge(folder, "namnd/2024-03-06")
    assert files_with(folder, "Siv Ek") == files_with(folder, "14,5 mnkr") == []
    assert set(receipt.item_ids) == {
        "namnd/2024-03-06/inledande-uppgifter",
        "namnd/2024-03-06/1",
        "namnd/2024-03-06/2",
    }
    assert receipt.after.meetings == 2


def test_the_opening_alone_can_be_purged(folder: Path) -> None:
    purge(folder, "namnd/2024-03-06/inledande-uppgifter")
    assert files_with(folder, "Siv Ek") == []
    assert open_index(folder).meeting("namnd/2024-03-06").opening == ()


def test_the_last_meeting_can_be_purged_and_building_again_leaves_it_out(tmp_path: Path) -> None:
    build(tmp_path, meetings()[:1])
    purge(tmp_path, "namnd/2024-03-06")
    assert open_index(tmp_path).passages == ()
    report = build(tmp_path, meetings()[:1])
    assert (report.meetings, report.withheld) == (0, ("namnd/2024-03-06",))


@pytest.mark.parametrize("version", ["1", "2"])
def test_building_again_does_not_bring_it_back(folder: Path, version: str) -> None:
    purge(folder, ITEM)
    report = build_index(folder, sources_of(meetings(), version), FakeEncoder())
    assert report.withheld == (ITEM,)
    assert files_with(folder, SENTENCE) == []
    assert report.items == 3


def test_building_again_without_a_change_keeps_the_generation(folder: Path) -> None:
    version = purge(folder, ITEM).version
    report = build(folder, meetings())
    assert report.version == version
    assert len(report.unchanged) == 3


def test_a_build_from_nothing_heeds_the_list(folder: Path) -> None:
    purge(folder, ITEM)
    (folder / "CURRENT").unlink()
    build(folder, meetings())
    assert ITEM not in found(folder, "simhallen")


def test_the_same_item_under_another_file_name_stays_away_too(folder: Path) -> None:
    purge(folder, ITEM)
    first, *rest = meetings()
    moved = replace(
        first,
        id="arkiv/nytt-namn",
        source_file="arkiv/nytt namn.txt",
        items=tuple(replace(item, id=f"arkiv/nytt-namn/{n}") for n, item in enumerate(first.items)),
    )
    report = build(folder, [moved, *rest])
    assert report.withheld == (ITEM,)
    assert files_with(folder, SENTENCE) == []
    undo_purge(folder, ITEM)
    build(folder, [moved, *rest])
    assert files_with(folder, SENTENCE)


def test_what_is_undone_comes_back_with_the_next_build(folder: Path) -> None:
    purge(folder, ITEM)
    assert undo_purge(folder, ITEM).id == ITEM
    assert read_purges(folder) == ()
    report = build(folder, meetings())
    assert report.changed == ("namnd/2024-03-06.txt",)
    assert ITEM in found(folder, "simhallen östervik")


def test_an_interrupted_purge_is_completed_by_the_next_build(folder: Path, tmp_path: Path) -> None:
    build(tmp_path / "other", meetings())
    purge(tmp_path / "other", ITEM)
    (folder / PURGED).write_bytes((tmp_path / "other" / PURGED).read_bytes())
    build(folder, meetings())
    assert files_with(folder, SENTENCE) == []


class Interrupted(FakeEncoder):
    """Gives nothing but for words, which are asked for last."""

    def encode_passages_with_words(self, texts, spans, on_progress=None):
        raise KeyboardInterrupt


def interrupt_a_build(folder: Path) -> None:
    """Leave behind what was read and encoded of the same item in another file."""
    copy = make_meeting(
        "kopia", [make_item("kopia", "§ 8", "Simhallen", SENTENCE, "Den öppnar hösten 2025.")]
    )
    with pytest.raises(KeyboardInterrupt):
        build_index(folder, sources_of([*meetings(), copy]), Interrupted())


def test_a_purge_removes_what_an_interrupted_build_has_kept(folder: Path) -> None:
    interrupt_a_build(folder)
    kept = {path.parent.name for path in (folder / UNFINISHED).rglob("*") if path.is_file()}
    assert "meetings" in kept
    assert any(
        SENTENCE.split('"')[0].encode() in path.read_bytes() for path in (folder / UNFINISHED).glob("*/*")
    )
    receipt = purge(folder, ITEM)
    assert not (folder / UNFINISHED).exists()
    assert receipt.proof.is_clean
    assert files_with(folder, SENTENCE) == []


def test_an_id_that_does_not_exist_costs_no_kept_work(folder: Path) -> None:
    interrupt_a_build(folder)
    with pytest.raises(NotFoundError):
        purge(folder, "namnd/2024-03-06/22")
    assert holds_unfinished(folder)


def test_the_proof_looks_into_what_is_kept_too(folder: Path) -> None:
    index = open_index(folder)
    (row,) = [row for row, passage in enumerate(index.passages) if passage.citation.item_id == ITEM]
    rows = [other for other in range(len(index.passages)) if other != row]
    traces = traces_of(index, rows, index.meetings[:-1])
    vector = index.passage_vectors.vectors()[index.passage_rows.tolist().index(row)]
    word = index.words.data.examples[index.words.data.example_rows == row][0]
    purge(folder, ITEM)
    for known in (KnownVectors({bytes(16): vector}), KnownVectors({}, {(bytes(16), "hall"): word})):
        Checkpoint(folder, "fake").save(known)
        (trace,) = prove_removed(folder, traces).traces
        assert trace.startswith(f"{UNFINISHED}/vectors/")
        (folder / trace).unlink()
    interrupt_a_build(folder)
    assert f"{UNFINISHED}/meetings/" in " ".join(prove_removed(folder, traces).traces)


def test_what_other_items_say_too_stays_and_is_named(tmp_path: Path) -> None:
    text = "Taxan för upplåtelse av allmän plats höjs med tre procent."
    one = make_meeting("ks", [make_item("ks", "§ 1", "Taxa", text, "Kommunstyrelsen lägger till en mening.")])
    two = make_meeting("kf", [make_item("kf", "§ 9", "Taxa", text)])
    build(tmp_path, [one, two])
    receipt = purge(tmp_path, "ks/1")
    assert receipt.proof.is_clean
    assert receipt.proof.also_in == ("kf/9",)
    assert open_index(tmp_path).item("kf/9")


def test_the_proof_finds_what_was_left_behind(folder: Path) -> None:
    index = open_index(folder)
    rows = [row for row, passage in enumerate(index.passages) if passage.citation.item_id != ITEM]
    traces = traces_of(
        index, rows, [meeting for meeting in index.meetings if meeting.id != "namnd/2024-03-06"]
    )
    proof = prove_removed(folder, traces)
    assert not proof.is_clean
    places = " ".join(proof.traces)
    for name in ("passages.jsonl", "meetings.jsonl", "passage_vectors.faiss", "words.npz", "lexical"):
        assert name in places
    purge(folder, ITEM)
    (folder / "anteckning.txt").write_text(SENTENCE, encoding="utf-8")
    assert prove_removed(folder, traces).traces == ("anteckning.txt",)


def test_no_word_keeps_the_sense_it_had_in_what_was_purged(folder: Path) -> None:
    before = open_index(folder)
    (row,) = [row for row, passage in enumerate(before.passages) if passage.citation.item_id == ITEM]
    gone = before.words.data.examples[before.words.data.example_rows == row]
    purge(folder, ITEM)
    words = open_index(folder).words.data
    kept = {vector.tobytes() for vector in words.examples}
    told = [vector.tobytes() for vector in gone if vector.tobytes() not in kept]
    assert told
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    assert not any(vector in file for vector in told for file in files)


def test_the_next_build_looks_at_a_word_in_other_passages_where_a_purge_took_examples(
    tmp_path: Path,
) -> None:
    many = [
        make_meeting(f"m{n}", [make_item(f"m{n}", "1", "Bad", f"Simhallen nummer {n} öppnar.")])
        for n in range(2 * EXAMPLES)
    ]
    build(tmp_path / "index", many)
    purged = open_index(tmp_path / "index").passages[
        open_index(tmp_path / "index").words.data.example_rows[0]
    ]
    purge(tmp_path / "index", purged.citation.item_id)
    left = [meeting for meeting in many if meeting.id != purged.citation.meeting_id]
    extra = make_meeting("ny", [make_item("ny", "1", "Vatten", "Taxan höjs.")])
    build(tmp_path / "index", [*left, extra])
    build(tmp_path / "once", [*left, extra])
    steps, once = open_index(tmp_path / "index").words.data, open_index(tmp_path / "once").words.data
    assert (steps.examples == once.examples).all()
    assert (steps.example_rows == once.example_rows).all()


def test_an_unknown_id_is_told_with_one_that_looks_like_it(folder: Path) -> None:
    with pytest.raises(NotFoundError, match=f"Menade du {ITEM}"):
        purge(folder, "namnd/2024-03-06/22")
    with pytest.raises(NotFoundError, match="står inte på listan"):
        undo_purge(folder, ITEM)


def test_purging_twice_tells_when_it_was_done(folder: Path) -> None:
    purge(folder, ITEM)
    with pytest.raises(NotFoundError, match="raderades redan"):
        purge(folder, ITEM)


def test_a_damaged_list_stops_the_build_that_would_bring_things_back(folder: Path) -> None:
    purge(folder, ITEM)
    (folder / PURGED).write_text("[{}]")
    with pytest.raises(IndexFormatError, match="säkerhetskopia"):
        build(folder, meetings())


def test_the_list_holds_nothing_of_what_was_said(folder: Path) -> None:
    purge(folder, ITEM)
    listed = (folder / PURGED).read_text(encoding="utf-8")
    assert "Simhallen" not in listed
    assert "Östervik" not in listed


def test_a_digest_does_not_depend_on_how_lines_are_joined_and_depends_on_the_day() -> None:
    meeting = meetings()[0]
    one = make_item(meeting.id, "§ 2", "Simhallen", "Simhallen i Öster-vik blir dyrare.")
    two = make_item(meeting.id, "§ 2", "Simhallen", "Simhallen i  Östervik", "blir dyrare")
    assert digest_of_item(meeting, one) == digest_of_item(meeting, two)
    assert digest_of_item(replace(meeting, start_date=None), one) != digest_of_item(meeting, one)


def test_nothing_is_withheld_without_a_list() -> None:
    meeting = meetings()[0]
    assert withhold(meeting, ()) == (meeting, ())


def test_files_that_could_not_be_read_are_remembered(tmp_path: Path) -> None:
    def fail() -> Meeting:
        from qa.errors import DocumentError

        raise DocumentError("Filen är trasig.")

    sources = [*sources_of(meetings()), Source("trasig.txt", "1", fail)]
    build_index(tmp_path, sources, FakeEncoder())
    (unread,) = open_index(tmp_path).manifest.unread
    assert (unread.file, unread.message) == ("trasig.txt", "Filen är trasig.")
    build_index(tmp_path, sources_of(meetings()), FakeEncoder())
    assert open_index(tmp_path).manifest.unread == ()
