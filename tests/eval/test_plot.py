"""Plots are SVG that a screen reader can read, the same for the same figures."""

import builtins
import xml.etree.ElementTree as ET

import pytest

from eval.charts import charts_of
from eval.plot import draw
from qa.errors import EvaluationError
from tests.eval.reports import answered_outcome

pytest.importorskip("matplotlib", reason="diagrammen kräver tillägget eval")
REPORT = answered_outcome().report
CHARTS = charts_of(REPORT)
SVG = "{http://www.w3.org/2000/svg}"


def test_a_plot_has_a_title_and_all_its_figures_in_words():
    chart = CHARTS[0]
    root = ET.fromstring(draw(chart))  # noqa: S314 - our own output
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert title is not None
    assert description is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text == "prov: alla frågor, med 95 % intervall"
    assert "Success@1: bm25 0,333, hybrid 0,667" in (description.text or "")


def test_the_same_report_gives_the_same_bytes():
    for chart in CHARTS:
        assert draw(chart) == draw(chart)


def test_text_in_a_plot_stays_text():
    assert "nDCG@10</text>" in draw(CHARTS[0])


def test_curves_have_names_and_their_counts_in_words_too():
    risk, reliability = (ET.fromstring(draw(chart)) for chart in CHARTS[-2:])  # noqa: S314 - our own output
    description = risk.find(f"{SVG}desc")
    assert description is not None
    assert "alla frågor: vid 0,25 0,00 av 1, vid 0,50 0,50 av 2" in (description.text or "")
    assert "andel av frågorna som besvaras" in "".join(risk.itertext())
    assert "svar, med antal och 95 % intervall" in "".join(reliability.itertext())


def test_without_matplotlib_it_is_said_what_to_install(monkeypatch):
    real_import = builtins.__import__

    def no_matplotlib(name, *rest):
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return real_import(name, *rest)

    monkeypatch.setattr(builtins, "__import__", no_matplotlib)
    with pytest.raises(EvaluationError, match=r"protokollfraga\[eval\]"):
        draw(CHARTS[0])
