"""Plots are SVG that a screen reader can read, the same for the same figures."""

import builtins
import csv
import io
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from eval.plot import chart_as_csv, charts_of, draw
from qa.errors import EvaluationError
from tests.eval.reports import small_outcome

pytest.importorskip("matplotlib", reason="diagrammen kräver tillägget eval")
REPORT = small_outcome().report
SVG = "{http://www.w3.org/2000/svg}"


def test_a_plot_has_a_title_and_all_its_figures_in_words():
    chart = charts_of(REPORT)[0]
    root = ET.fromstring(draw(chart))  # noqa: S314 - our own output
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert title is not None
    assert description is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text == "prov: alla frågor, med 95 % intervall"
    assert "Success@1: bm25 0,333, hybrid 0,667" in (description.text or "")


def test_the_same_report_gives_the_same_bytes():
    for chart in charts_of(REPORT):
        assert draw(chart) == draw(chart)


def test_text_in_a_plot_stays_text():
    assert "nDCG@10</text>" in draw(charts_of(REPORT)[0])


def test_the_csv_has_a_row_a_bar_with_decimal_points():
    rows = list(csv.DictReader(io.StringIO(chart_as_csv(charts_of(REPORT)[0]))))
    assert len(rows) == 4
    assert rows[-1]["sökmetod"] == "hybrid"
    assert rows[-1]["värde"] == "0.6667"


def test_kinds_are_drawn_only_where_there_are_several():
    assert [chart.file for chart in charts_of(REPORT)] == ["matt", "slag"]
    systems = tuple(replace(system, kinds={"number": system.kinds["number"]}) for system in REPORT.systems)
    assert [chart.file for chart in charts_of(replace(REPORT, systems=systems))] == ["matt"]


def test_without_matplotlib_it_is_said_what_to_install(monkeypatch):
    real_import = builtins.__import__

    def no_matplotlib(name, *rest):
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return real_import(name, *rest)

    monkeypatch.setattr(builtins, "__import__", no_matplotlib)
    with pytest.raises(EvaluationError, match=r"protokollfraga\[eval\]"):
        draw(charts_of(REPORT)[0])
