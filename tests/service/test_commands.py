"""index, ask and inspect over files on disk, with the fake encoder."""

import json
from pathlib import Path

import pytest

from service.cli import run
from service.exit_codes import FAILURE, OK, PARTIAL
from tests.fakes import FakeEncoder

MINUTES = """\
Sundnämnden

Protokoll
Sammanträdesdatum: 2024-03-06

§ {number} Serviceavgift
Dnr SN 2024/00012

Beslut
Nämnden höjer serviceavgiften till {amount} mnkr.
"""


@pytest.fixture(autouse=True)
def _fake_encoder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("qa.encoder.load_encoder", lambda *_, **__: FakeEncoder())
    monkeypatch.setenv("QA_INDEX", str(tmp_path / "index"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "protokoll"
    folder.mkdir()
    (folder / "a.txt").write_text(MINUTES.format(number=12, amount="14,5"), encoding="utf-8")
    (folder / "b.txt").write_text(MINUTES.format(number=31, amount="15"), encoding="utf-8")
    return folder


def run_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict]:
    capsys.readouterr()
    code = run([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


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


def test_an_answer_in_the_terminal_has_rank_citation_confidence_and_text(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    run(["index", str(folder)])
    capsys.readouterr()
    assert run(["ask", "serviceavgiften 14,5 mnkr"]) == OK
    shown = capsys.readouterr().out
    assert shown.startswith("1. Sundnämnden")
    assert "§ 12 Serviceavgift" in shown.splitlines()[0]
    assert "[svag]" in shown
    assert "   Nämnden höjer serviceavgiften till 14,5 mnkr." in shown
    assert "\n   a.txt\n" in shown
    assert all(len(line) <= 100 for line in shown.splitlines())


def test_an_answer_as_json_has_the_names_of_the_api(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    from service.schemas import AskResponse

    run(["index", str(folder)])
    code, answer = run_json(capsys, "ask", "serviceavgift", "--limit", "1", "--file", "b.txt")
    assert code == OK
    assert list(answer) == list(AskResponse.model_fields)
    assert [hit["citation"]["source_file"] for hit in answer["hits"]] == ["b.txt"]


def test_a_filter_that_matches_nothing_is_said(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    run(["index", str(folder)])
    capsys.readouterr()
    assert run(["ask", "serviceavgift", "--body", "Finns inte"]) == OK
    assert "Finns inte" in capsys.readouterr().out


def test_inspecting_a_file_shows_how_it_was_read(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    assert run(["inspect", str(folder / "a.txt")]) == OK
    shown = capsys.readouterr().out
    assert "Datum: 6 mars 2024" in shown
    assert "§ 12 Serviceavgift [" in shown
    assert "Beslut (" in shown


def test_inspecting_as_json_has_exactly_the_promised_names(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    code, seen = run_json(capsys, "inspect", str(folder / "a.txt"))
    assert code == OK
    assert list(seen) == ["meeting", "items", "warnings"]
    (item,) = seen["items"]
    assert list(item) == ["number", "title", "case_numbers", "sections", "pages"]
    assert (item["number"], item["title"]) == ("§ 12", "Serviceavgift")
    assert len(item["case_numbers"]) == 1
    assert seen["meeting"]["date"] == "2024-03-06"


def test_inspecting_an_empty_file_says_what_is_wrong(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "tom.txt").touch()
    assert run(["inspect", str(folder / "tom.txt")]) == FAILURE
    assert capsys.readouterr().err == f"Fel: {folder / 'tom.txt'} är tom.\n"


def test_a_file_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "a.txt").write_text(MINUTES.format(number=12, amount="\x1b[2J[red]9"), encoding="utf-8")
    run(["index", str(folder)])
    run(["ask", "serviceavgift"])
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "[red]9" in shown
