"""``qa index`` over files on disk, with the fake encoder."""

from pathlib import Path

import pytest

from service.cli import run
from service.commands.exit_codes import FAILURE, INTERRUPTED, OK, PARTIAL
from service.commands.resuming import say_resumed
from tests.fakes import FakeEncoder
from tests.service.running import MINUTES, run_json

pytestmark = pytest.mark.usefixtures("fake_encoder")


def test_indexing_names_every_file_and_counts_what_there_is(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    assert run(["index", str(folder)]) == OK
    shown = capsys.readouterr()
    assert "Nya (2):\n  a.txt\n  b.txt\n" in shown.out
    assert "2 sammanträden, 2 ärenden" in shown.out
    assert "Läser protokoll: 2 av 2" in shown.err


def test_indexing_again_touches_only_what_has_changed(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    run(["index", str(folder)])
    (folder / "a.txt").write_text(MINUTES.format(number=12, amount="16"), encoding="utf-8")
    (folder / "b.txt").unlink()
    (folder / "c.txt").write_text(MINUTES.format(number=40, amount="17"), encoding="utf-8")
    code, report = run_json(capsys, "index", str(folder))
    assert code == OK
    assert (report["added"], report["changed"], report["removed"]) == (["c.txt"], ["a.txt"], ["b.txt"])
    code, report = run_json(capsys, "index", str(folder))
    assert report["unchanged"] == ["a.txt", "c.txt"]


def test_a_file_that_cannot_be_read_is_named_with_the_reason_and_exit_code_3(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "tom.txt").touch()
    (folder / "binär.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "bild.png").write_bytes(b"\x89PNG")
    code, report = run_json(capsys, "index", str(folder))
    assert code == PARTIAL
    assert sorted(note["file"] for note in report["failed"]) == ["binär.txt", "tom.txt"]
    assert [note["file"] for note in report["ignored"]] == ["bild.png"]
    assert all(note["message"] for note in report["failed"] + report["ignored"])
    assert report["meetings"] == 2


def test_a_file_of_another_kind_alone_is_no_failure(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "bild.png").write_bytes(b"\x89PNG")
    assert run(["index", str(folder)]) == OK
    assert "Läses inte (1):\n  bild.png: " in capsys.readouterr().out


def test_a_folder_without_minutes_is_an_error_and_leaves_the_index(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
) -> None:
    run(["index", str(folder)])
    (tmp_path / "tom").mkdir()
    assert run(["index", str(tmp_path / "tom")]) == FAILURE
    assert "Det finns inget att läsa" in capsys.readouterr().err
    assert run(["ask", "serviceavgift"]) == OK


def test_an_index_among_the_minutes_is_not_taken_for_minutes(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    index = str(folder / "index")
    run(["index", str(folder), "--index", index])
    code, report = run_json(capsys, "index", str(folder), "--index", index)
    assert code == OK
    assert report["unchanged"] == ["a.txt", "b.txt"]
    assert report["ignored"] == report["added"] == []


def test_a_long_summary_is_cut_and_says_so(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    for number in range(100, 130):
        (folder / f"{number}.txt").write_text(MINUTES.format(number=number, amount=1), encoding="utf-8")
    run(["index", str(folder)])
    assert "… och 12 till" in capsys.readouterr().out


def test_what_is_done_is_kept_on_an_interrupt_and_gone_on_with(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(FakeEncoder, "encode_passages_with_words", interrupt)
        assert run(["index", str(folder)]) == INTERRUPTED
    told = capsys.readouterr().err
    assert "sparat. Kör samma kommando igen, så fortsätter det därifrån.\nAvbrutet.\n" in told
    assert run(["index", str(folder)]) == OK
    assert "Fortsätter: 2 av 2 protokoll fanns redan.\n" in capsys.readouterr().err


def test_an_interrupt_before_anything_is_done_promises_nothing(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("service.commands.building.sources_in", interrupt)
    assert run(["index", str(folder)]) == INTERRUPTED
    assert capsys.readouterr().err == "Avbrutet.\n"


def test_large_numbers_of_what_was_there_are_written_with_spaces(capsys: pytest.CaptureFixture[str]) -> None:
    say_resumed("vektorer", 12400, 30000)
    assert (
        capsys.readouterr().err
        == "Fortsätter: 12\N{NO-BREAK SPACE}400 av 30\N{NO-BREAK SPACE}000 vektorer fanns redan.\n"
    )
