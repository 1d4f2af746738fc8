from pathlib import Path

import pytest

from qa.errors import UsageError
from qa.index.generation import Index
from qa.retrieval.base import Retriever
from qa.retrieval.choose import RETRIEVERS, make_retriever
from qa.retrieval.dense import DenseRetriever
from qa.retrieval.hybrid import HybridRetriever
from qa.retrieval.lexical import LexicalRetriever
from qa.types import ParagraphKind, Role, Section
from tests.fakes import FakeEncoder
from tests.indexes import sample_index
from tests.meetings import Writer, make_item, make_meeting
from tests.retriever_contract import RetrieverContract


class TestDenseRetriever(RetrieverContract):
    def made_over(self, index: Index) -> Retriever:
        return DenseRetriever(index, FakeEncoder())


class TestLexicalRetriever(RetrieverContract):
    def made_over(self, index: Index) -> Retriever:
        return LexicalRetriever(index)


class TestHybridRetriever(RetrieverContract):
    def made_over(self, index: Index) -> Retriever:
        return HybridRetriever(index, FakeEncoder())


@pytest.mark.parametrize("name", RETRIEVERS)
def test_each_retriever_is_made_by_its_name(name: str, tmp_path: Path) -> None:
    assert make_retriever(name, sample_index(tmp_path), FakeEncoder()).name == name


def test_an_unknown_retriever_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="'magi'"):
        make_retriever("magi", sample_index(tmp_path), FakeEncoder())


def test_the_same_question_gives_the_same_order_whatever_the_hash_seed(tmp_path: Path) -> None:
    import subprocess
    import sys

    program = (
        "from pathlib import Path; from tests.indexes import sample_index; from tests.fakes import FakeEncoder\n"
        "from tests.retriever_contract import many_meetings; from qa.retrieval.hybrid import HybridRetriever\n"
        f"index = sample_index(Path({str(tmp_path)!r}), many_meetings())\n"
        "print([hit.passage.id for hit in HybridRetriever(index, FakeEncoder()).search('avgiften', 50).hits])\n"
    )
    root = Path(__file__).resolve().parents[3]
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"},
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] != ""


def test_a_typo_and_missing_diacritics_still_find_the_word(tmp_path: Path) -> None:
    retriever = LexicalRetriever(sample_index(tmp_path))
    assert retriever.search("servicavgiften", 1).hits[0].passage.citation.item_title == "Serviceavgift"
    assert retriever.search("vintervaghallning", 1).hits[0].passage.citation.item_title == "Vinterväghållning"


def test_a_case_number_finds_its_item(tmp_path: Path) -> None:
    text = "Ärendet SN-2024-00012 bordläggs."
    meetings = [
        make_meeting(f"m{n}", [make_item(f"m{n}", "1", "Annat", other)])
        for n, other in enumerate([text, "Övrigt."])
    ]
    hits = LexicalRetriever(sample_index(tmp_path, meetings)).search("vad gäller SN-2024-00012?", 5).hits
    assert hits[0].passage.text == text


def test_the_case_number_of_an_item_finds_its_passages(tmp_path: Path) -> None:
    hits = LexicalRetriever(sample_index(tmp_path)).search("dnr 2024-00012", 5).hits
    assert [hit.passage.citation.case_numbers for hit in hits] == [("SN-2024-00012",)]


def test_a_table_is_found_by_word_but_never_by_meaning(tmp_path: Path) -> None:
    writer = Writer()
    item = make_item("m", "1", "Val", "Omröstning begärs.")
    table = Section(Role.VOTE, "Omröstning", (writer.paragraph("Ann Ek S Ja", ParagraphKind.TABLE),))
    item = type(item)(item.id, item.number, item.title, (), (*item.sections, table))
    index = sample_index(tmp_path, [make_meeting("m", [item])])
    assert [
        hit.passage.is_table for hit in DenseRetriever(index, FakeEncoder()).search("Ann Ek", 5).hits
    ] == [False]
    assert LexicalRetriever(index).search("Ann Ek", 1).hits[0].passage.is_table
