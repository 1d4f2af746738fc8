from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.suggestions import MOST_TOPICS, Suggester, Suggestion, SuggestionKind
from qa.types import Meeting, Person
from tests.meetings import make_item, make_meeting


def meeting(year: int, *titles: str, case: str = "") -> Meeting:
    name = f"m{year}"
    items = [make_item(name, f"§ {place}", title, case=case) for place, title in enumerate(titles, 1)]
    return make_meeting(name, items, day=date(year, 1, 1))


def texts(suggester: Suggester, typed: str, limit: int = 10) -> list[str]:
    return [suggestion.text for suggestion in suggester.suggest(typed, limit)]


def kinds(suggester: Suggester, kind: SuggestionKind, typed: str) -> list[str]:
    return [each.text for each in suggester.suggest(typed, 50) if each.kind is kind]


TITLES = Suggester(
    [
        meeting(2022, "Överförmyndarens taxa", "Ny simhall"),
        meeting(2024, "Taxa för vatten", "Overheadkostnader"),
        meeting(2023, "Vattenplan", "ny Simhall"),
    ]
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("vat", ["Vattenplan", "Taxa för vatten"]),  # begins so, before a later word that does
        ("taxa", ["Taxa för vatten", "Överförmyndarens taxa"]),
        ("va ta", ["Taxa för vatten"]),  # every word begins some word, in any order
        ("TAXA FÖR", ["Taxa för vatten"]),
        ("över", ["Överförmyndarens taxa", "Overheadkostnader"]),  # as typed first
        ("over", ["Overheadkostnader", "Överförmyndarens taxa"]),
        ("o\u0308verf", ["Överförmyndarens taxa"]),
        ("ny simhall", ["ny Simhall"]),  # one of those that differ in case, the newest
        ("axa", []),
        ("t", []),
        ("  ", []),
        ("?!", []),
    ],
)
def test_what_is_typed_begins_words_of_titles(typed: str, expected: list[str]) -> None:
    assert texts(TITLES, typed) == expected


def test_no_more_are_given_than_asked_for() -> None:
    assert texts(TITLES, "ta", limit=1) == ["Taxa för vatten"]


@pytest.mark.parametrize("typed", ["ks-2024", "KS 2024/01", "ks20240", "2024/012", "202401"])
def test_a_case_number_is_found_by_letters_or_digits_whatever_parts_them(typed: str) -> None:
    suggester = Suggester([meeting(2024, "Taxa", case="KS-2024-01234")])
    assert kinds(suggester, SuggestionKind.CASE_NUMBER, typed) == ["KS-2024-01234"]


@pytest.mark.parametrize("typed", ["ks-2023", "1234", "2024-02"])
def test_another_case_number_is_not_found(typed: str) -> None:
    suggester = Suggester([meeting(2024, "Taxa", case="KS-2024-01234")])
    assert kinds(suggester, SuggestionKind.CASE_NUMBER, typed) == []


def topics(titles_by_year: Sequence[str], typed: str) -> list[str]:
    meetings = [meeting(2000 + place, title) for place, title in enumerate(titles_by_year)]
    return kinds(Suggester(meetings), SuggestionKind.TOPIC, typed)


@pytest.mark.parametrize(
    ("titles", "typed", "expected"),
    [
        (["Serviceavgiften nu", "Ny serviceavgiften", "Om serviceavgiften"], "servi", ["serviceavgiften"]),
        (["Simhall nu", "Simhall sen"], "sim", []),  # two meetings do not make a topic
        (["Redovisning av X", "Redovisning av Y", "Redovisning av Z"], "redo", []),  # routine
        (["Delegering 1", "Delegering 2", "Delegering 3", "Om ö"], "dele", ["Delegering"]),
        (
            ["Plan för intern kontroll", "Intern kontroll 2024", "Uppföljning, intern kontroll"],
            "kon",
            ["intern kontroll"],  # the pair stands for its halves
        ),
        (["Sundvik 1", "Sundvik 2", "Sundvik 3"], "sund", ["Sundvik"]),
    ],
)
def test_words_that_recur_in_titles_are_topics(titles: list[str], typed: str, expected: list[str]) -> None:
    assert topics(titles, typed) == expected


def test_words_of_most_meetings_are_no_topics() -> None:
    assert topics([f"Budget {n}" for n in range(10)], "bud") == []
    assert topics([f"Budget {n}" for n in range(4)] + [f"Annat {n}" for n in range(6)], "bud") == ["Budget"]


def test_adjectives_and_verbs_alone_are_no_topics() -> None:
    titles = [f"Att reglera kommunala styrande dokument, del {n}" for n in "abc"]
    assert topics(titles, "reglera") == topics(titles, "komm") == []
    assert topics(titles, "styr") == ["styrande dokument"]


def test_names_of_those_present_are_no_topics() -> None:
    meetings = [meeting(year, f"Avsägelse {year} från Ulla Ekdahl") for year in (2021, 2022, 2023)]
    assert kinds(Suggester(meetings), SuggestionKind.TOPIC, "ulla") == ["Ulla Ekdahl"]
    present = [replace(each, attendees=(Person("Ulla Ekdahl"),)) for each in meetings]
    assert kinds(Suggester(present), SuggestionKind.TOPIC, "ulla") == []


def test_topics_leave_room_for_titles() -> None:
    words = ["budget", "budgetar", "budgetram", "budgetunderlag", "budgetuppföljning"]
    meetings = [meeting(year, *(f"{word.title()} {year}" for word in words)) for year in (2021, 2022, 2023)]
    found = Suggester(meetings).suggest("bud", 8)
    assert [each.kind for each in found].count(SuggestionKind.TOPIC) == MOST_TOPICS


def test_a_topic_that_is_a_title_is_suggested_once() -> None:
    suggester = Suggester([meeting(year, "Serviceavgift") for year in (2021, 2022, 2023)])
    assert suggester.suggest("serv", 5) == (Suggestion("Serviceavgift", SuggestionKind.TITLE),)


def test_without_minutes_there_is_nothing_to_suggest() -> None:
    assert Suggester([]).suggest("avgift", 5) == ()


@given(st.text(max_size=20), st.integers(1, 5))
def test_whatever_is_typed_suggestions_are_few_and_different(typed: str, limit: int) -> None:
    found = TITLES.suggest(typed, limit)
    assert len(set(found)) == len(found) <= limit


@given(st.text(alphabet="abcåäö ", min_size=1, max_size=30))
def test_every_title_is_found_by_its_beginning(title: str) -> None:
    printed = " ".join(title.split())
    found = Suggester([meeting(2024, title)]).suggest(printed[:8], 5)
    assert [each.text for each in found] == ([printed] if len(printed) > 1 else [])
