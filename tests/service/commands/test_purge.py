"""``qa purge`` over files on disk, with the fake encoder."""

from pathlib import Path

import pytest

from service.cli import run
from service.commands.exit_codes import FAILURE, OK, USAGE
from tests.service.running import run_json

pytestmark = pytest.mark.usefixtures("fake_encoder")


@pytest.fixture
def index(folder: Path, tmp_path: Path) -> Path:
    run(["index", str(folder)])
    return tmp_path / "index"


def test_the_receipt_says_what_went_and_that_nothing_is_left(
    capsys: pytest.CaptureFixture[str], index: Path
) -> None:
    capsys.readouterr()
    assert run(["purge", "a/12"]) == OK
    receipt = capsys.readouterr().out
    for words in (
        "Raderat: Sundnämnden 6 mars 2024, § 12 Serviceavgift",
        "Ärenden: 2 före, 1 efter",
        "SHA-256",
        "Inget finns kvar.",
        "Källfilen, säkerhetskopior",
    ):
        assert words in receipt
    assert not any(b"14,5" in path.read_bytes() for path in index.rglob("*") if path.is_file())


def test_the_receipt_as_json(capsys: pytest.CaptureFixture[str], index: Path) -> None:
    code, receipt = run_json(capsys, "purge", "a")
    assert code == OK
    assert (receipt["id"], receipt["kind"], receipt["source_file"]) == ("a", "meeting", "a.txt")
    assert receipt["before"]["meetings"] - receipt["after"]["meetings"] == 1
    assert receipt["proof"]["is_clean"]
    assert receipt["index_version"] not in receipt["dropped_versions"]


def test_building_again_says_what_is_withheld_until_it_is_undone(
    capsys: pytest.CaptureFixture[str], index: Path, folder: Path
) -> None:
    run(["purge", "a/12"])
    capsys.readouterr()
    run(["index", str(folder)])
    assert "Raderat, och därför inte med: a/12" in capsys.readouterr().out
    run(["purge", "--list"])
    assert capsys.readouterr().out.startswith("a/12  ärende ur a.txt, raderat 2")
    assert run(["purge", "--undo", "a/12"]) == OK
    _, report = run_json(capsys, "index", str(folder))
    assert (report["changed"], report["withheld"], report["items"]) == (["a.txt"], [], 2)
    _, listed = run_json(capsys, "purge", "--list")
    assert listed == {"purged": []}


@pytest.mark.parametrize("arguments", [[], ["a/12", "--list"], ["--list", "--undo", "a/12"]])
def test_exactly_one_thing_can_be_asked_for(
    capsys: pytest.CaptureFixture[str], index: Path, arguments: list[str]
) -> None:
    assert run(["purge", *arguments]) == USAGE
    assert "--undo" in capsys.readouterr().err


def test_an_unknown_id_is_an_error(capsys: pytest.CaptureFixture[str], index: Path) -> None:
    assert run(["purge", "a/13"]) == FAILURE
    assert "Menade du a/12" in capsys.readouterr().err


def test_what_is_left_behind_is_told_and_the_command_fails(
    capsys: pytest.CaptureFixture[str], index: Path
) -> None:
    (index / "kopia.txt").write_text("Nämnden höjer serviceavgiften till 14,5 mnkr.", encoding="utf-8")
    assert run(["purge", "a/12"]) == FAILURE
    assert "rester finns kvar i kopia.txt" in capsys.readouterr().out


def test_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["purge", "--help"]) == OK
    assert "qa purge --undo" in capsys.readouterr().out
