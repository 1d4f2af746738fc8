"""``qa inspect`` over files on disk."""

from pathlib import Path

import pytest

from service.cli import run
from service.commands.exit_codes import FAILURE, OK
from tests.service.running import run_json

pytestmark = pytest.mark.usefixtures("fake_encoder")


def test_inspecting_a_file_shows_how_it_was_read(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    assert run(["inspect", str(folder / "a.txt")]) == OK
    shown = capsys.readouterr().out
    assert "Datum: 6 mars 2024" in shown
    assert "§ 12 Serviceavgift [" in shown
    assert "Beslut (" in shown


def test_an_item_of_one_page_names_it_once(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    minutes = tmp_path / "ks.txt"
    item = "§ 12 Serviceavgift\n\nBeslut\nAvgiften höjs."
    minutes.write_text(f"Kommunstyrelsen\nProtokoll 6 mars 2024\nSida 1 (2)\n\fSida 2 (2)\n\n{item}\n")
    assert run(["inspect", str(minutes)]) == OK
    shown = capsys.readouterr().out
    assert "§ 12 Serviceavgift, s. 2\n" in shown


def test_inspecting_as_json_has_exactly_the_promised_names(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    code, seen = run_json(capsys, "inspect", str(folder / "a.txt"))
    assert code == OK
    assert list(seen) == ["meeting", "items", "warnings"]
    (item,) = seen["items"]
    assert list(item) == ["number", "title", "case_numbers", "sections", "pages", "proceedings"]
    assert (item["number"], item["title"]) == ("§ 12", "Serviceavgift")
    assert len(item["case_numbers"]) == 1
    assert seen["meeting"]["date"] == "2024-03-06"


def test_inspecting_an_empty_file_says_what_is_wrong(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "tom.txt").touch()
    assert run(["inspect", str(folder / "tom.txt")]) == FAILURE
    assert capsys.readouterr().err == f"Fel: {folder / 'tom.txt'} är tom.\n"
