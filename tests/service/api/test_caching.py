from dataclasses import replace
from datetime import date

import pytest

from qa.arrangement import Arrangement, Grouping, Order
from qa.types import Filter, Question, Role
from service.api.caching import etag_of_answer, is_known

QUESTION = Question("Serviceavgift?", Filter(body="Sundforum"), 10)
ETAG = etag_of_answer(QUESTION, "v1", "0.1.0")


def test_the_same_question_to_the_same_index_has_the_same_tag() -> None:
    assert etag_of_answer(replace(QUESTION), "v1", "0.1.0") == ETAG
    assert ETAG.startswith('W/"')


@pytest.mark.parametrize(
    "other",
    [
        replace(QUESTION, text="serviceavgift?"),
        replace(QUESTION, limit=11),
        replace(QUESTION, understand=False),
        replace(QUESTION, where=Filter()),
        replace(QUESTION, where=Filter(body="Sundforum", date_from=date(2023, 1, 1))),
        replace(QUESTION, where=Filter(body="Sundforum", date_to=date(2023, 1, 1))),
        replace(QUESTION, where=Filter(file="Sundforum")),
        replace(QUESTION, where=Filter(body="Sundforum", section=Role.DECISION)),
    ],
)
def test_another_question_has_another_tag(other: Question) -> None:
    assert etag_of_answer(other, "v1", "0.1.0") != ETAG


def test_another_part_of_the_answer_has_another_tag() -> None:
    assert etag_of_answer(QUESTION, "v1", "0.1.0", offset=10) != ETAG


def test_another_index_or_program_has_another_tag() -> None:
    assert len({ETAG, etag_of_answer(QUESTION, "v2", "0.1.0"), etag_of_answer(QUESTION, "v1", "0.2.0")}) == 3


@pytest.mark.parametrize("header", [ETAG, ETAG.removeprefix("W/"), f'"x", {ETAG}', "*"])
def test_a_caller_who_names_the_tag_has_the_answer(header: str) -> None:
    assert is_known(ETAG, header)


@pytest.mark.parametrize("header", [None, "", '"x"', 'W/"x"'])
def test_a_caller_who_does_not_name_the_tag_has_it_not(header: str | None) -> None:
    assert not is_known(ETAG, header)


def test_another_layout_of_the_hits_has_another_tag() -> None:
    ways = [
        Arrangement(Order.DATE),
        Arrangement(grouping=Grouping.CASE),
        Arrangement(grouping=Grouping.MEETING),
    ]
    tags = {ETAG, *(etag_of_answer(QUESTION, "v1", "0.1.0", arrangement=way) for way in ways)}
    assert len(tags) == 4
