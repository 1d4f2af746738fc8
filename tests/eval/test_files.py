"""An evaluation is kept as files that other tools can read."""

import json
from dataclasses import replace

import ir_measures
import pytest

from eval.files import write_outcome
from eval.trec import read_qrels, read_run
from qa.errors import EvaluationError
from tests.eval.reports import answered_outcome, small_outcome

pytest.importorskip("matplotlib", reason="diagrammen kräver tillägget eval")


def test_report_runs_judgements_and_plots_are_written(tmp_path):
    write_outcome(tmp_path / "ny" / "mapp", small_outcome())
    names = {path.name for path in (tmp_path / "ny" / "mapp").iterdir()}
    assert names >= {
        "rapport.json",
        "rapport.md",
        "svar.qrels",
        "platser.qrels",
        "bm25.run",
        "hybrid.run",
        "matt.svg",
    }


def test_trec_eval_gets_the_same_figures_from_the_files(tmp_path):
    outcome = small_outcome()
    write_outcome(tmp_path, outcome)
    for system in outcome.report.systems:
        run = {
            query: {document.id: document.score for document in ranking}
            for query, ranking in read_run(tmp_path / f"{system.name}.run").rankings.items()
        }
        for name, qrels in (("nDCG@10", "svar"), ("Success@1", "platser")):
            measure = ir_measures.parse_measure(name)
            theirs = ir_measures.calc_aggregate([measure], read_qrels(tmp_path / f"{qrels}.qrels"), run)
            assert theirs[measure] == pytest.approx(system.overall[name].mean)


def test_the_markdown_has_every_table_and_escapes_bars(tmp_path):
    write_outcome(tmp_path, small_outcome())
    text = (tmp_path / "rapport.md").read_text(encoding="utf-8")
    assert text.startswith("# Utvärdering av prov\n")
    assert "| nDCG@10 |" in text
    assert "Bedömda citat som inte återfinns" in text
    assert "- Modell: fake" in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert all(row.endswith("|") for row in rows)


def test_the_figures_of_answers_are_in_every_file(tmp_path):
    outcome = answered_outcome()
    write_outcome(tmp_path, outcome)
    kept = json.loads((tmp_path / "rapport.json").read_text(encoding="utf-8"))["answers"]
    assert kept["bands"]["answerable"] == {"questions": 3, "sure": 1, "possible": 1, "refused": 1}
    assert kept["figures"]["holds"]["value"]["mean"] == 0.5
    assert [question["certainty"] for question in kept["questions"]] == ["sure", "possible", None, "possible"]
    assert "## Svar: mått" in (tmp_path / "rapport.md").read_text(encoding="utf-8")
    assert {path.name for path in tmp_path.iterdir()} >= {
        "risk.svg",
        "risk.csv",
        "sakerhet.svg",
        "sakerhet.csv",
    }


def test_the_markdown_says_why_answers_are_not_measured(tmp_path):
    outcome = small_outcome()
    write_outcome(
        tmp_path, replace(outcome, report=replace(outcome.report, no_answers="Svaren är inte mätta."))
    )
    assert "\n\nSvaren är inte mätta.\n\n" in (tmp_path / "rapport.md").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    with pytest.raises(EvaluationError, match="kan inte skrivas"):
        write_outcome(tmp_path / "fil", small_outcome())
