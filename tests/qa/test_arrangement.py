from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.arrangement import NEAREST, RELEVANT_FROM, Arrangement, Grouping, Order, arrange, group_hits
from qa.citation import cite
from qa.types import Hit, Passage, Role
from tests.meetings import make_item, make_meeting

FIRST_DAY = date(2024, 1, 1)
CASES = ("KS 2024/1", "KS-2024/1", "KS 2024/2", "")


def hit(rank: int, day: int | None = 0, case: str = "", confidence: float = 0.9) -> Hit:
    """A hit of its own item of a meeting so many days after the first; None is no date."""
    name = "udda" if day is None else f"m{day}"
    when = None if day is None else FIRST_DAY + timedelta(days=day)
    meeting = make_meeting(name, [make_item(name, f"§ {rank}", f"Rubrik {rank}", "Text.", case=case)], when)
    citation = cite(meeting, meeting.items[0], Role.TEXT, None)
    passage = Passage(f"{name}/{rank}/1", "Text.", "", (), 0, 5, citation)
    return Hit(rank, passage, 1 / rank, confidence)


@st.composite
def rankings(draw: st.DrawFn) -> list[Hit]:
    facts = draw(
        st.lists(
            st.tuples(
                st.none() | st.integers(0, 4), st.sampled_from(CASES), st.sampled_from([0.0, 0.05, 0.1, 0.9])
            ),
            max_size=50,
        )
    )
    return [hit(rank, *fact) for rank, fact in enumerate(facts, start=1)]


@given(rankings(), st.sampled_from(Grouping), st.sampled_from(Order))
def test_gathering_loses_no_hit_repeats_none_and_keeps_their_order(
    hits: list[Hit], grouping: Grouping, order: Order
) -> None:
    arranged = arrange(hits, order)
    groups = group_hits(arranged, grouping)
    assert sorted(hit.rank for group in groups for hit in group.hits) == sorted(hit.rank for hit in arranged)
    places = {hit.rank: place for place, hit in enumerate(arranged)}
    for group in groups:
        order_in_group = [places[hit.rank] for hit in group.hits]
        assert order_in_group == sorted(order_in_group) != []
    firsts = [places[group.hits[0].rank] for group in groups]
    assert firsts == sorted(firsts)
    assert len({group.key.replace("-", " ") for group in groups}) == len(groups)


@given(rankings())
def test_by_date_the_newest_meeting_comes_first_then_rank_and_the_undated_last(hits: list[Hit]) -> None:
    days = [(hit.passage.citation.meeting_date or date.min, -hit.rank) for hit in arrange(hits, Order.DATE)]
    assert days == sorted(days, reverse=True)


@given(rankings())
def test_by_date_only_what_is_relevant_is_kept_or_else_the_nearest(hits: list[Hit]) -> None:
    kept = arrange(hits, Order.DATE)
    relevant = {hit.rank for hit in hits if hit.confidence >= RELEVANT_FROM}
    assert {hit.rank for hit in kept} == (relevant or {hit.rank for hit in hits[:NEAREST]})


@given(rankings())
def test_by_relevance_nothing_changes(hits: list[Hit]) -> None:
    assert list(arrange(hits, Order.RELEVANCE)) == hits


def test_a_case_is_one_however_its_number_is_printed_and_an_item_without_number_is_its_own() -> None:
    hits = [hit(1, case="KS 2024/1"), hit(2), hit(3, 1, case="ks-2024/1"), hit(4)]
    groups = group_hits(hits, Grouping.CASE)
    assert [(group.key, group.title, [hit.rank for hit in group.hits]) for group in groups] == [
        ("KS 2024/1", "Rubrik 1", [1, 3]),
        ("m0/2", "Rubrik 2", [2]),
        ("m0/4", "Rubrik 4", [4]),
    ]


def test_a_meeting_is_named_by_body_and_day() -> None:
    groups = group_hits([hit(1, 1), hit(2, None), hit(3, 1)], Grouping.MEETING)
    assert [(group.key, group.title, len(group.hits)) for group in groups] == [
        ("m1", "Sundnämnden 2 januari 2024", 2),
        ("udda", "Sundnämnden (datum okänt)", 1),
    ]


@pytest.mark.parametrize(
    ("wanted", "is_as_ranked"),
    [
        (Arrangement(), True),
        (Arrangement(Order.DATE), False),
        (Arrangement(grouping=Grouping.CASE), False),
    ],
)
def test_what_asks_for_nothing_leaves_hits_as_ranked(wanted: Arrangement, is_as_ranked: bool) -> None:
    assert wanted.is_as_ranked is is_as_ranked
