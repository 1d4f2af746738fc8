"""Runs are measured against bare qrels as trec_eval measures them."""

import ir_measures
import pytest

from eval.measures import parse_measures
from eval.report import Options
from eval.scores import Missing
from eval.trec import read_qrels, read_run
from eval.trec_scoring import read_runs, read_topics, score_runs
from qa.errors import EvaluationError
from tests.eval.samples import write_lines

MEASURES = ("nDCG@10", "AP", "RR", "P@5", "R@100")
ZERO = Options(parse_measures(MEASURES), Missing.ZERO)
QRELS = ("1 0 a 2", "1 0 b 0", "1 0 c 1", "2 0 a 1", "3 0 d 0", "4 0 e 1")
FIRST = (
    "1 Q0 b 1 9 ett",
    "1 Q0 a 2 8 ett",
    "1 Q0 c 3 8 ett",
    "2 Q0 a 1 1 ett",
    "3 Q0 d 1 1 ett",
    "9 Q0 a 1 1 ett",
)
SECOND = ("1 Q0 a 1 9 två", "2 Q0 x 1 2 två", "3 Q0 d 1 1 två", "4 Q0 e 1 1 två")


@pytest.fixture
def files(tmp_path):
    return (
        write_lines(tmp_path / "prov.qrels", *QRELS),
        write_lines(tmp_path / "first.run", *FIRST),
        write_lines(tmp_path / "second.run", *SECOND),
    )


def test_the_figures_are_those_of_trec_eval_over_every_topic(files):
    qrels, first, second = files
    report = score_runs(qrels, [first, second], ZERO).report
    for path, system in ((first, report.systems[0]), (second, report.systems[1])):
        run = {
            topic: {document.id: document.score for document in ranking}
            for topic, ranking in read_run(path).rankings.items()
        }
        theirs = ir_measures.calc_aggregate(
            [ir_measures.parse_measure(name) for name in MEASURES], read_qrels(qrels), run
        )
        for name in MEASURES:
            ours = system.overall[name].mean
            assert ours == pytest.approx(theirs[ir_measures.parse_measure(name)]), name


def test_a_topic_without_relevant_documents_counts_and_is_not_taken_for_unanswerable(files):
    qrels, first, _ = files
    report = score_runs(qrels, [first], ZERO).report
    assert (report.manifest.answerable, report.manifest.unanswerable) == (4, 0)
    assert report.systems[0].separation is None
    assert report.systems[0].missing == 1
    assert report.manifest.depth == 3
    assert (report.manifest.index, report.answers, report.no_answers) == (None, None, "")


def test_two_runs_are_compared_topic_by_topic(files):
    (comparison,) = score_runs(files[0], files[1:], ZERO).report.comparisons
    assert (comparison.first, comparison.second, comparison.measure) == ("ett", "två", "nDCG@10")
    assert (comparison.better, comparison.worse, comparison.equal) == (2, 1, 1)


def test_a_run_that_lacks_topics_is_refused_by_default(files):
    with pytest.raises(EvaluationError, match="ett saknar 1 av 4 frågor, bland dem 4"):
        score_runs(files[0], [files[1]], Options(parse_measures(MEASURES)))


def test_runs_of_one_tag_go_by_their_files(tmp_path):
    lines = ("1 Q0 a 1 1 STANDARD",)
    paths = [write_lines(tmp_path / name, *lines) for name in ("x/a.run", "x/b.run", "y/b.run")]
    other = write_lines(tmp_path / "c.run", "1 Q0 a 1 1 egen")
    assert [run.name for run in read_runs([paths[0], paths[1], other])] == ["a", "b", "egen"]
    assert [run.name for run in read_runs(paths)] == ["a", str(paths[1]), str(paths[2])]


def test_qrels_of_beir_are_known_by_their_three_columns(tmp_path):
    beir = write_lines(tmp_path / "test.tsv", "query-id\tcorpus-id\tscore", "q 1\td1\t1")
    tabbed = write_lines(tmp_path / "qrels.dev.tsv", "1\t0\td1\t1")
    assert read_topics(beir).questions[0].documents == {"d1": 1}
    assert (read_topics(beir).name, read_topics(beir).questions[0].id) == ("test", "q 1")
    assert read_topics(tabbed).questions[0].documents == {"d1": 1}


@pytest.mark.parametrize(("lines", "message"), [((), "inga bedömningar"), (("1 0 a",), "rad 1: 3 kolumner")])
def test_qrels_that_cannot_be_used_are_refused(tmp_path, lines, message):
    with pytest.raises(EvaluationError, match=message):
        read_topics(write_lines(tmp_path / "prov.qrels", *lines))
