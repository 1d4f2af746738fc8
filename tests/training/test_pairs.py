"""Written pairs are read whole or not at all, and become meetings that an index can be built of."""

import json
from collections import Counter
from pathlib import Path

import pytest

from qa.errors import EvaluationError
from training.pairs import meetings_of, pairs_of, read_items

SHIPPED = Path(__file__).parents[2] / "training" / "pairs"
ITEM = {
    "body": "Tekniska nämnden, Påhittade kommun",
    "date": "2023-04-18",
    "number": "§ 4",
    "title": "Renhållningstaxa",
    "passages": [
        {
            "heading": "Bakgrund",
            "text": "Taxan  har\nlegat still.",
            "questions": [{"kind": "vardag", "text": "A?"}],
        },
        {
            "heading": "Beslut",
            "text": "Taxan höjs.",
            "questions": [{"kind": "kort", "text": "B"}, {"kind": "en", "text": "C?"}],
        },
    ],
}


def write(folder: Path, *items: object) -> Path:
    (folder / "a.jsonl").write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    return folder


def test_items_of_one_body_and_day_are_a_meeting(tmp_path: Path) -> None:
    items = read_items(write(tmp_path, ITEM, ITEM | {"date": ""}, ITEM | {"number": "§ 5"}))
    first, second = meetings_of(items)
    assert [item.number for item in first.items] == ["§ 4", "§ 5"]
    assert second.start_date is None


def test_a_pair_says_where_its_answer_stands(tmp_path: Path) -> None:
    items = read_items(write(tmp_path, ITEM))
    meetings = meetings_of(items)
    pairs = list(pairs_of(meetings, items))
    assert [(pair.question, pair.passage) for pair in pairs] == [("A?", 0), ("B", 1), ("C?", 1)]
    sections = meetings[0].items[0].sections
    assert [section.paragraphs[0].text for section in sections] == ["Taxan har legat still.", "Taxan höjs."]


@pytest.mark.parametrize("broken", ["{", json.dumps(ITEM | {"extra": 1}), json.dumps({"body": "x"})])
def test_a_broken_line_is_an_error_with_file_and_line(tmp_path: Path, broken: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(ITEM) + "\n" + broken + "\n", encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"a\.jsonl rad 2"):
        read_items(tmp_path)


def test_a_folder_without_pairs_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"inga par.*\*\.jsonl"):
        read_items(tmp_path)


def test_the_shipped_pairs_are_many_and_mostly_in_everyday_words() -> None:
    items = read_items(SHIPPED)
    kinds = Counter(q.kind for item in items for passage in item.passages for q in passage.questions)
    assert set(kinds) == {"vardag", "del", "fakta", "kort", "slarv", "en"}
    assert kinds.total() > 10_000
    assert kinds["vardag"] > kinds.total() / 2
    assert len(list(pairs_of(meetings_of(items), items))) == kinds.total()
