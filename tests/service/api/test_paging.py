from pathlib import Path

import pytest

from qa.answer import Answerer, make_question
from qa.types import Filter
from service.api.paging import Part, ask_part
from tests.fakes import FakeEncoder
from tests.indexes import sample_index


def test_the_parts_of_an_answer_joined_are_the_answer(tmp_path: Path) -> None:
    answerer = Answerer(sample_index(tmp_path), FakeEncoder())
    whole = answerer.ask(make_question("serviceavgift", Filter(), 50))
    question = make_question("serviceavgift", Filter(), 3)
    parts = [ask_part(answerer, question, offset) for offset in (0, 3, 6)]
    assert [len(part.answer.hits) for part in parts] == [3, 1, 0]
    assert sum((part.answer.hits for part in parts), ()) == whole.hits
    assert {part.answer.total for part in parts} == {4}


@pytest.mark.parametrize(
    ("part", "preceding", "following"),
    [
        (Part(0, 10, 0), None, None),
        (Part(0, 10, 10), None, None),
        (Part(0, 10, 11), None, 10),
        (Part(10, 10, 25), 0, 20),
        (Part(5, 10, 25), 0, 15),
        (Part(20, 10, 25), 10, None),
        (Part(20, 10, 100, most_skipped=30), 10, 30),
        (Part(30, 10, 100, most_skipped=30), 20, None),
    ],
)
def test_a_part_knows_its_neighbours(part: Part, preceding: int | None, following: int | None) -> None:
    assert (part.preceding, part.following) == (preceding, following)
