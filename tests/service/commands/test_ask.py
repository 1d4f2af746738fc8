"""``qa ask`` over files on disk, with the fake encoder."""

from pathlib import Path

import pytest

from service.cli import run
from service.commands.exit_codes import OK, USAGE
from tests.service.running import MINUTES, run_json

pytestmark = pytest.mark.usefixtures("fake_encoder")


def test_an_answer_in_the_terminal_has_rank_citation_confidence_and_text(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    run(["index", str(folder)])
    capsys.readouterr()
    assert run(["ask", "serviceavgiften 14,5 mnkr"]) == OK
    shown = capsys.readouterr().out
    assert shown.startswith("Svar\n   ”Nämnden höjer serviceavgiften till 14,5 mnkr.”")
    assert "\n1. Sundnämnden" in shown
    assert "§ 12 Serviceavgift" in shown.splitlines()[2]
    assert "[säker]" in shown
    assert "   Nämnden höjer serviceavgiften till 14,5 mnkr." in shown
    assert "\n   a.txt\n" in shown
    assert all(len(line) <= 100 for line in shown.splitlines())


def test_an_answer_as_json_has_the_names_of_the_api(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    from service.api.schemas import AskResponse

    run(["index", str(folder)])
    code, answer = run_json(capsys, "ask", "serviceavgift", "--limit", "1", "--file", "b.txt")
    assert code == OK
    assert list(answer) == list(AskResponse.model_fields)
    assert [hit["citation"]["source_file"] for hit in answer["hits"]] == ["b.txt"]


def test_the_terminal_says_how_the_question_was_read_and_why_each_hit_was_found(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    run(["index", str(folder)])
    capsys.readouterr()
    asked = ["ask", "servisavgiften i § 12"]
    assert run(asked) == OK
    shown = " ".join(capsys.readouterr().out.split())
    assert shown.startswith("Tolkade frågan som: § 12. Läste ”servisavgiften” som ”serviceavgiften”.")
    assert "Varför: Samma ord som i frågan: " in shown or "Varför: Frågans ord med annan stavning: " in shown
    assert "Lyft fram för att frågan nämner § 12." in shown
    assert run([*asked, "--no-understand"]) == OK
    shown = capsys.readouterr().out
    assert "Tolkade" not in shown
    assert "Läste" not in shown
    assert "Lyft" not in shown


def test_the_terminal_says_which_item_is_not_there(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    run(["index", str(folder)])
    capsys.readouterr()
    assert run(["ask", "serviceavgiften i § 13", "--file", "a.txt"]) == OK
    shown = " ".join(capsys.readouterr().out.split())
    assert shown.startswith("§ 13 finns inte i protokollet från Sundnämnden 6 mars 2024. Där finns § 12. ")


def test_a_filter_that_matches_nothing_is_said(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    run(["index", str(folder)])
    capsys.readouterr()
    assert run(["ask", "serviceavgift", "--body", "Finns inte"]) == OK
    assert "Finns inte" in capsys.readouterr().out


def test_a_part_of_the_items_can_be_asked_for(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    run(["index", str(folder)])
    _, whole = run_json(capsys, "ask", "serviceavgift")
    _, decisions = run_json(capsys, "ask", "serviceavgift", "--section", "Beslut")
    found = [hit["passage_id"] for hit in whole["hits"] if hit["citation"]["section"] == "beslut"]
    assert [hit["passage_id"] for hit in decisions["hits"]] == found != []
    assert run(["ask", "serviceavgift", "--section", "kapitel"]) == USAGE
    assert "yrkande" in capsys.readouterr().err


def test_a_file_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "a.txt").write_text(MINUTES.format(number=12, amount="\x1b[2J[red]9"), encoding="utf-8")
    run(["index", str(folder)])
    run(["ask", "serviceavgift"])
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "[red]9" in shown
