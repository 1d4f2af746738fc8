"""``qa case`` and the layouts of ``qa ask``, with the fake encoder."""

from pathlib import Path

import pytest

from service.api.case_schemas import CaseResponse
from service.cli import run
from service.commands.exit_codes import FAILURE, OK, USAGE
from tests.indexes import build
from tests.meetings import make_item, make_meeting
from tests.service.cases import badhuset
from tests.service.running import run_json

pytestmark = pytest.mark.usefixtures("fake_encoder", "minutes")


@pytest.fixture
def minutes(tmp_path: Path) -> None:
    build(tmp_path / "index", badhuset())


def test_a_case_in_the_terminal_is_a_timeline(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["case", "ks 2023/45"]) == OK
    shown = capsys.readouterr().out
    assert shown.startswith("KS 2023/45 Badhuset i Östervik\n\n10 januari 2023  Kommunstyrelsen\n")
    assert "   Utfall: bordläggning: Ärendet bordläggs." in shown
    assert "   Bordlagt den 24 januari 2023, § 9 (finns inte bland protokollen här)" in shown
    assert "   Utfall: föreslår antecknas: Rapporten antecknas." in shown
    assert shown.index("10 januari 2023") < shown.index("7 februari 2023") < shown.index("5 mars 2024")


def test_a_case_as_json_has_the_names_of_the_api(capsys: pytest.CaptureFixture[str]) -> None:
    code, case = run_json(capsys, "case", "KS 2023/45")
    assert code == OK
    assert list(case) == list(CaseResponse.model_fields)
    assert [step["item_id"] for step in case["steps"]] == ["ks1/1", "ks2/5", "kf/3"]


@pytest.mark.parametrize("typed", ["ks 2023 45", "KS2023-0045", "dnr KS 2023:45"])
def test_a_number_may_be_typed_otherwise_than_printed(capsys: pytest.CaptureFixture[str], typed: str) -> None:
    assert run(["case", typed]) == OK
    assert capsys.readouterr().out.startswith("KS 2023/45 Badhuset i Östervik\n")
    assert run(["ask", "badhuset", "--case-number", typed]) == OK
    assert "3 genomsökta" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "told"), [("", "Diarienumret är tomt"), (" - ", "”-” är inget diarienummer")]
)
def test_no_number_at_all_is_said_plainly(capsys: pytest.CaptureFixture[str], typed: str, told: str) -> None:
    assert run(["case", typed]) == USAGE
    shown = capsys.readouterr().err
    assert told in shown
    assert "till exempel RS-2023-00123" in shown


def test_an_unknown_case_fails_and_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["case", "2023/45"]) == FAILURE
    assert "Närmast är: KS 2023/45" in capsys.readouterr().err


def test_hits_can_be_gathered_and_come_by_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "badhuset", "--sort", "date", "--group", "case"]) == OK
    shown = capsys.readouterr().out
    assert shown.index("Badhuset i Östervik (KF 2024/2)") < shown.index("Badhuset i Östervik (KS 2023/45)")
    assert run(["ask", "badhuset", "--sort", "färg"]) == USAGE
    assert "relevance, date" in capsys.readouterr().err


def test_groups_are_no_more_than_the_limit_and_each_shows_its_best_hits(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    texts = [f"Badhuset i Östervik byggs i etapp {number}. " * 30 for number in range(5)]
    items = [make_item("m", "§ 1", "Badhuset", *texts, case="KS 2023/1")]
    items += [make_item("m", f"§ {n}", "Skolan", "Skolan.", case=f"KS 2023/{n}") for n in (2, 3)]
    build(tmp_path / "index", [make_meeting("m", items)])
    asked = ["ask", "badhuset", "--group", "case", "--limit", "2"]
    code, whole = run_json(capsys, *asked)
    groups = {group["key"]: len(group["hits"]) for group in whole["groups"]}
    assert (code, len(groups), sorted(groups.values())) == (OK, 2, [1, 6])
    assert run(asked) == OK
    shown = capsys.readouterr().out
    assert [f"({key})" in shown for key in groups] == [True, True]
    assert "\n… och 3 träffar till; --json ger alla.\n" in shown
    assert shown.count("   m.txt\n") == 4


def test_help_has_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["case", "--help"]) == OK
    assert "qa case RS-2023-00123" in capsys.readouterr().out
