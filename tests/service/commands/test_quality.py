"""``qa inspect --all`` and what ``qa index`` says of personal data, over files on disk."""

from pathlib import Path

import pytest

from service.cli import run
from service.commands.exit_codes import FAILURE, OK, PARTIAL, USAGE
from tests.service.running import run_json

pytestmark = pytest.mark.usefixtures("fake_encoder")

NUMBER = "811228-9874"


@pytest.fixture
def folder(folder: Path) -> Path:
    """Of three files one has a personal number."""
    text = (folder / "a.txt").read_text(encoding="utf-8")
    (folder / "a.txt").write_text(text + f"Sökanden är {NUMBER}.\n", encoding="utf-8")
    return folder


def test_every_file_is_told_the_worst_first(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "tom.txt").touch()
    assert run(["inspect", "--all", str(folder)]) == PARTIAL
    shown = capsys.readouterr().out
    assert shown.index("tom.txt") < shown.index("a.txt") < shown.index("b.txt")
    assert "Sundnämnden, 6 mars 2024, 1 ärende" in shown
    assert "Personuppgifter i § 12: personnummer (rad" in shown
    assert "3 filer" in shown
    assert NUMBER not in shown


def test_as_json_every_fact_has_its_name(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    code, report = run_json(capsys, "inspect", "--all", str(folder))
    assert code == OK
    first = report["files"][0]
    assert list(first) == [
        "file",
        "is_read",
        "body",
        "date",
        "end_date",
        "date_basis",
        "items",
        "listed_items",
        "coverage",
        "personal_data",
        "reasons",
        "severity",
    ]
    assert (first["file"], first["date"], first["items"]) == ("a.txt", "2024-03-06", 1)
    assert first["personal_data"] == {"personnummer": 1}


def test_several_files_without_all_are_a_usage_error(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    assert run(["inspect", str(folder / "a.txt"), str(folder / "b.txt")]) == USAGE
    assert "--all" in capsys.readouterr().err
    assert run(["inspect", str(folder)]) == FAILURE
    assert "qa inspect --all" in capsys.readouterr().err


def test_inspecting_one_file_names_its_personal_data(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    _, seen = run_json(capsys, "inspect", str(folder / "a.txt"))
    assert any("personnummer" in warning for warning in seen["warnings"])


def test_the_summary_of_a_build_counts_personal_data_and_says_where(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    assert run(["index", str(folder)]) == OK
    shown = capsys.readouterr().out
    assert "Personuppgifter som hittades: personnummer (1)." in shown
    assert "a.txt: Personuppgifter i § 12: personnummer (rad" in shown
    assert NUMBER not in shown
    _, report = run_json(capsys, "index", str(folder))
    assert report["personal_data"] == {"personnummer": 1}


@pytest.mark.parametrize("policy", ["mask", "leave-out-item"])
def test_under_a_stricter_policy_the_number_is_in_no_file_of_the_index(
    monkeypatch: pytest.MonkeyPatch, folder: Path, tmp_path: Path, policy: str
) -> None:
    run(["index", str(folder)])
    index = tmp_path / "index"  # with all its generations
    assert any(NUMBER.encode() in path.read_bytes() for path in index.rglob("*.jsonl"))
    monkeypatch.setenv("QA_PRIVACY", policy)
    assert run(["index", str(folder)]) == OK
    files = [path for path in index.rglob("*") if path.is_file()]
    assert files
    assert not any(NUMBER.encode() in path.read_bytes() for path in files)


def test_an_unknown_policy_is_an_error_that_names_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    monkeypatch.setenv("QA_PRIVACY", "radera")
    assert run(["index", str(folder)]) == USAGE
    assert "QA_PRIVACY='radera'" in capsys.readouterr().err
