"""qa eval measures, compares and holds a gate; qa eval make turns verdicts into a set."""

import builtins
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.answer import POSSIBLE_FROM
from service.cli import run
from service.commands import evaluating
from service.commands.eval_output import QUALITY
from service.commands.exit_codes import FAILURE, OK, USAGE
from tests.eval.samples import write_lines
from tests.fakes import FakeEncoder

ANSWER = {"file": "namnd/2024-03-06.txt", "item": "§ 1", "quote": "Serviceavgiften höjs till 14,5 mnkr."}
QUESTIONS = (
    {"id": "q1", "question": "vad kostar serviceavgiften?", "kind": "number", "answers": [ANSWER]},
    {"id": "q2", "question": "när öppnar simhallen?", "kind": "unanswerable", "answers": []},
)


@pytest.fixture(autouse=True)
def fake_encoder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(evaluating, "encoder_of", lambda settings, progress: FakeEncoder())
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def question_set(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "prov.jsonl", *QUESTIONS)


@pytest.fixture
def beir(tmp_path: Path) -> Path:
    folder = tmp_path / "faq"
    documents = [
        {"_id": f"d{n}", "title": "", "text": text} for n, text in enumerate(("Bygglov krävs.", "Nej."))
    ]
    write_lines(folder / "corpus.jsonl", *documents)
    write_lines(folder / "queries.jsonl", {"_id": "1", "text": "krävs bygglov?"})
    write_lines(folder / "qrels" / "test.tsv", "query-id\tcorpus-id\tscore", "1\td0\t1")
    return folder


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let somebody type these lines, and then end the input."""
    waiting: Iterator[str] = iter(lines)

    def read(prompt: str = "") -> str:
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(builtins, "input", read)


def test_a_set_is_measured_on_an_index_with_every_retriever(question_set, index_folder, capsys):
    assert run(["eval", str(question_set), "--index", str(index_folder)]) == OK
    shown = capsys.readouterr().out
    assert "prov: alla frågor" in shown
    assert "bm25" in shown
    assert "hybrid mot dense" in shown
    assert "Frågor utan svar" in shown


def test_the_json_is_the_whole_report_and_nothing_else(question_set, index_folder, capsys):
    arguments = ["eval", "--json", "--compare", "bm25", str(question_set), "--index", str(index_folder)]
    assert run(arguments) == OK
    report = json.loads(capsys.readouterr().out)
    assert [system["name"] for system in report["systems"]] == ["bm25"]
    assert report["systems"][0]["overall"]["Success@1"]["mean"] == 1.0
    assert report["manifest"]["unanswerable"] == 1


def test_the_answers_are_measured_with_the_retrievers(question_set, index_folder, capsys):
    arguments = ["eval", str(question_set), "--index", str(index_folder), "--compare", "bm25"]
    assert run(arguments) == OK
    shown = capsys.readouterr().out
    assert "Svar: vad frågorna fick" in shown
    assert "Svar finns: får ett svar" in shown
    assert run([*arguments, "--json"]) == OK
    report = json.loads(capsys.readouterr().out)
    answers = {answer["id"]: answer for answer in report["answers"]["questions"]}
    assert answers["q1"]["answerability"] == "answerable"
    assert answers["q2"]["answerability"] == "off_corpus"
    for answer in answers.values():
        assert (answer["confidence"] >= POSSIBLE_FROM) == (answer["certainty"] is not None)
        assert answer["holds"] is False or ANSWER["quote"] in answer["shown"]


def test_no_confidence_is_made_up_for_what_a_retriever_found(question_set, index_folder, capsys):
    assert run(["eval", "--json", str(question_set), "--index", str(index_folder)]) == OK
    report = json.loads(capsys.readouterr().out)
    del report["answers"]
    assert "confidence" not in json.dumps(report)


def test_a_beir_set_says_which_words_answer_or_is_told_that_answers_are_not_measured(beir, capsys):
    assert run(["eval", str(beir), "--compare", "dense"]) == OK
    assert '"metadata": {"answers": ["…"]}' in capsys.readouterr().out
    query = {"_id": "1", "text": "krävs bygglov?", "metadata": {"answers": ["Bygglov krävs."]}}
    write_lines(beir / "queries.jsonl", query)
    assert run(["eval", str(beir), "--compare", "dense", "--json"]) == OK
    report = json.loads(capsys.readouterr().out)
    assert report["no_answers"] == ""
    (answer,) = report["answers"]["questions"]
    assert answer["holds"] == (answer["certainty"] is not None)


def test_a_beir_set_brings_its_own_index_and_uses_it_again(beir, capsys):
    assert run(["eval", str(beir), "--measures", "nDCG@10", "--json"]) == OK
    first = json.loads(capsys.readouterr().out)
    assert run(["eval", str(beir), "--measures", "nDCG@10", "--json"]) == OK
    second = json.loads(capsys.readouterr().out)
    assert first["manifest"]["index"] == second["manifest"]["index"]
    assert first["systems"][0]["overall"]["nDCG@10"]["mean"] == 1.0
    assert first["questions"][0]["first_hits"]["bm25"] == "d0"


def test_named_minutes_are_indexed_first(tmp_path, question_set):
    text = "Sundnämnden\nProtokoll 2024-03-06\n\n§ 1 Serviceavgift\n\nServiceavgiften höjs till 14,5 mnkr.\n"
    minutes = tmp_path / "protokoll"
    (minutes / "namnd").mkdir(parents=True)
    (minutes / "namnd" / "2024-03-06.txt").write_text(text, encoding="utf-8")
    index = tmp_path / "nytt"
    arguments = [
        "eval",
        str(question_set),
        "--minutes",
        str(minutes),
        "--index",
        str(index),
        "--compare",
        "bm25",
    ]
    assert run(arguments) == OK
    assert index.is_dir()


def test_the_report_goes_to_a_folder_with_runs_that_can_be_measured_again(tmp_path, beir, capsys):
    assert run(["eval", str(beir), "--compare", "dense,bm25", "--out", str(tmp_path / "ut")]) == OK
    capsys.readouterr()
    again = ["eval", str(beir), "--compare", "", "--run", str(tmp_path / "ut" / "dense.run"), "--json"]
    assert run(again) == OK
    report = json.loads(capsys.readouterr().out)
    kept = json.loads((tmp_path / "ut" / "rapport.json").read_text(encoding="utf-8"))
    assert report["systems"][0]["overall"] == kept["systems"][0]["overall"]
    assert report["manifest"]["index"] is None


def test_a_run_that_lacks_questions_is_refused_unless_asked(tmp_path, beir, capsys):
    write_lines(beir / "queries.jsonl", {"_id": "1", "text": "krävs bygglov?"}, {"_id": "2", "text": "va?"})
    write_lines(beir / "qrels" / "test.tsv", "1\td0\t1", "2\td1\t1")
    other = write_lines(tmp_path / "annan.run", "1 Q0 d0 1 0.5 annan")
    arguments = ["eval", str(beir), "--compare", "", "--run", str(other)]
    assert run(arguments) == FAILURE
    assert "saknar 1 av 2 frågor" in capsys.readouterr().err
    assert run([*arguments, "--missing", "zero"]) == OK
    assert "räknas som 0: annan 1" in capsys.readouterr().out


def test_the_gate_closes_when_a_mean_falls_and_only_then(tmp_path, beir, capsys):
    held = tmp_path / "hold.json"
    assert run(["eval", str(beir), "--compare", "bm25", "--write-expected", str(held)]) == OK
    assert run(["eval", str(beir), "--compare", "bm25", "--expected", str(held)]) == OK
    better = json.loads(held.read_text(encoding="utf-8"))
    better["systems"]["bm25"]["nDCG@10"] = 1.5
    held.write_text(json.dumps(better), encoding="utf-8")
    assert run(["eval", str(beir), "--compare", "bm25", "--expected", str(held)]) == QUALITY
    assert "nDCG@10 har sjunkit från 1,500 till 1,000" in capsys.readouterr().err
    better["systems"]["bm25"]["nDCG@10"] = 0.5
    held.write_text(json.dumps(better), encoding="utf-8")
    assert run(["eval", str(beir), "--compare", "bm25", "--expected", str(held)]) == OK
    assert "har stigit" in capsys.readouterr().err


def test_the_gate_holds_the_answers_too(tmp_path, question_set, index_folder, capsys):
    held = tmp_path / "hold.json"
    arguments = ["eval", str(question_set), "--index", str(index_folder), "--compare", "bm25"]
    assert run([*arguments, "--write-expected", str(held)]) == OK
    assert run([*arguments, "--expected", str(held)]) == OK
    kept = json.loads(held.read_text(encoding="utf-8"))
    kept["answers"]["answered"] = {"value": 3.0, "tolerance": 0.5}
    held.write_text(json.dumps(kept), encoding="utf-8")
    assert run([*arguments, "--expected", str(held)]) == QUALITY
    assert "svar: answered har sjunkit från 3,000" in capsys.readouterr().err


def test_runs_are_scored_against_bare_qrels_without_an_index(tmp_path, capsys):
    qrels = write_lines(tmp_path / "prov.qrels", "1 0 a 1", "2 0 b 1", "3 0 c 0")
    first = write_lines(tmp_path / "x.run", "1 Q0 a 1 1 ett", "2 Q0 x 1 2 ett", "3 Q0 c 1 1 ett")
    second = write_lines(tmp_path / "y.run", "1 Q0 a 1 1 två", "2 Q0 b 1 2 två", "3 Q0 c 1 1 två")
    arguments = ["eval", "score", str(qrels), str(first), str(second), "--measures", "RR,P_1"]
    assert run([*arguments, "--out", str(tmp_path / "ut")]) == OK
    shown = capsys.readouterr().out
    assert "två mot ett" in shown
    assert "1 fråga har inget relevant dokument i prov.qrels" in shown
    assert "Svar" not in shown
    assert (tmp_path / "ut" / "rapport.md").exists()
    assert run([*arguments, "--json"]) == OK
    report = json.loads(capsys.readouterr().out)
    assert [system["overall"]["RR"]["mean"] for system in report["systems"]] == pytest.approx([1 / 3, 2 / 3])


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["saknas.qrels", "saknas.run"], FAILURE, "saknas.qrels finns inte"),
        (["{qrels}"], USAGE, "KÖRNING… saknas"),
        (["{qrels}", "{qrels}"], FAILURE, "rad 1: 4 kolumner"),
        (["{qrels}", "{run}"], FAILURE, "saknar 1 av 2 frågor"),
        (["{qrels}", "{run}", "--measures", "F1"], FAILURE, "Okänt mått 'F1'"),
        (["{qrels}", "{run}", "--missing", "kanske"], USAGE, "Välj refuse eller zero"),
    ],
)
def test_what_cannot_be_scored_is_said_in_swedish(tmp_path, capsys, arguments, code, message):
    qrels = write_lines(tmp_path / "prov.qrels", "1 0 a 1", "2 0 b 1")
    other = write_lines(tmp_path / "x.run", "1 Q0 a 1 1 ett")
    given = [one.replace("{qrels}", str(qrels)).replace("{run}", str(other)) for one in arguments]
    assert run(["eval", "score", *given]) == code
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ([], USAGE, "saknas"),
        (["saknas.jsonl"], FAILURE, "saknas.jsonl finns inte"),
        (["{set}", "--compare", "bm25,gissning"], USAGE, "Okänd sökmetod 'gissning'"),
        (["{set}", "--compare", ""], USAGE, "inget att mäta"),
        (["{set}", "--measures", "F1"], FAILURE, "Okänt mått 'F1'"),
        (["{set}", "--missing", "kanske"], USAGE, "Välj refuse eller zero"),
        (["{set}", "--depth", "0"], USAGE, "--depth"),
        (["{set}", "--depth", "10"], USAGE, "Måtten ser 100 träffar djupt"),
        (["{set}", "--expected", "saknas.json"], FAILURE, "saknas.json kan inte läsas"),
    ],
)
def test_what_cannot_be_done_is_said_in_swedish(question_set, index_folder, capsys, arguments, code, message):
    given = [argument.replace("{set}", str(question_set)) for argument in arguments]
    assert run(["eval", *given, *(["--index", str(index_folder)] if given else [])]) == code
    assert message in capsys.readouterr().err


def test_an_index_of_another_model_is_refused(question_set, index_folder, monkeypatch, capsys):
    monkeypatch.setattr(
        evaluating, "encoder_of", lambda settings, progress: FakeEncoder(fingerprint="fake-other")
    )
    assert run(["eval", str(question_set), "--index", str(index_folder)]) == FAILURE
    assert "fake-other" in capsys.readouterr().err


def test_the_help_names_every_command_with_examples(capsys):
    assert run(["eval", "--help"]) == OK
    shown = capsys.readouterr().out
    assert "run" in shown
    assert "make" in shown
    assert "qa eval exempel" in shown
    assert "qa eval score qrels.txt bm25.run" in shown


def test_judging_goes_on_where_it_stopped_and_gives_a_set_that_can_be_measured(
    tmp_path, index_folder, monkeypatch, capsys
):
    questions = write_lines(tmp_path / "fragor.txt", "vad kostar serviceavgiften?", "när öppnar simhallen?")
    made = tmp_path / "egen.jsonl"
    arguments = ["eval", "make", str(made), "--questions", str(questions), "--index", str(index_folder)]
    typed(monkeypatch, "n", "kanske", "h", "a")
    assert run(arguments) == OK
    shown = capsys.readouterr().out
    assert "[j]a, [n]ej" in shown
    assert "Skriv något av: j, n, h, a." in shown
    assert "Kör samma kommando för att fortsätta" in shown
    assert not made.exists()

    typed(monkeypatch, *["j", ""] * 20)
    assert run(arguments) == OK
    records = [json.loads(line) for line in made.read_text(encoding="utf-8").splitlines()]
    assert records
    assert all(record["answers"] for record in records)
    assert run(["eval", str(made), "--index", str(index_folder), "--compare", "hybrid"]) == OK


@pytest.mark.parametrize(("near", "is_near_miss"), [("n", False), ("j", True)])
def test_a_typed_question_that_nothing_answers_can_be_kept_as_unanswerable(
    tmp_path, index_folder, monkeypatch, capsys, near, is_near_miss
):
    made = tmp_path / "egen.jsonl"
    arguments = ["eval", "make", str(made), "--index", str(index_folder), "--depth", "1"]
    typed(monkeypatch, "vem vann valet?", "n", "a")  # one passage is all that the retrievers find
    assert run(arguments) == OK
    assert not made.exists()
    typed(monkeypatch, "j", "a")
    assert run(arguments) == OK
    assert not made.exists()
    typed(monkeypatch, "j", near, "")
    assert run(arguments) == OK
    (record,) = [json.loads(line) for line in made.read_text(encoding="utf-8").splitlines()]
    assert (record["question"], record["kind"], record["answers"]) == ("vem vann valet?", "unanswerable", [])
    assert record.get("near_miss", False) is is_near_miss
    assert f"qa eval {made}" in capsys.readouterr().out
