from datetime import date

import pytest

from qa.index.people import NamedPerson
from qa.question.periods import Period
from qa.question.spelling import Correction
from qa.question.understanding import NOTHING, Understood
from qa.question.wishes import Wish
from qa.reasons import Aspect, Condition, MatchKind, Nearness, Why, WordMatch
from qa.types import Role
from service.why_wording import interpretation, why_sentences, why_text


def match(asked: str, found: str, kind: MatchKind, *, in_heading: bool = False) -> WordMatch:
    return WordMatch(asked, found, kind, in_heading=in_heading)


def test_all_that_speaks_for_a_hit_is_said() -> None:
    why = Why(
        (
            WordMatch("avgift", "serviceavgiften", MatchKind.COMPOUND, ("service", "avgiften")),
            match("2023", "2023", MatchKind.EXACT),
            match("höjs", "höjdes", MatchKind.INFLECTED),
            match("skola", "skolan", MatchKind.INFLECTED, in_heading=True),
        ),
        Nearness.LIKELY,
        (Condition(Aspect.ITEM_NUMBER, "3"), Condition(Aspect.PERIOD, "mars 2024"), Condition(Aspect.SECTION, "beslut")),
        (Condition(Aspect.CASE_NUMBER, "ks 2024/1"),),
    )  # fmt: skip
    assert why_sentences(why, Role.DECISION) == (
        "Samma ord som i frågan: 2023.",
        "Annan form av frågans ord: höjdes (höjs).",
        "Frågans ord i sammansättning: service·avgiften (avgift).",
        "Bara i rubriken: skolan (skola).",
        "Likhet med frågan: trolig.",
        "Del av ärendet: beslut.",
        "Lyft fram för att frågan nämner punkt 3 och mars 2024.",
        "Lyft fram för att frågan gäller beslut.",
        "Inom urvalet: diarienummer KS 2024/1.",
    )


def test_a_hit_without_words_is_said_to_be_alike() -> None:
    text = "Inga av frågans ord, men liknande innehåll. Likhet med frågan: trolig."
    assert why_text(Why((), Nearness.LIKELY), Role.TEXT) == text


def test_what_is_hardly_alike_is_not_called_alike() -> None:
    assert why_text(Why((), Nearness.WEAK), Role.TEXT) == "Inga av frågans ord. Likhet med frågan: svag."


def test_no_more_than_six_words_of_a_kind_are_named() -> None:
    words = tuple(match(f"bad{number}", f"bad{number}", MatchKind.EXACT) for number in range(8))
    (first, *_) = why_sentences(Why(words, Nearness.SURE), Role.TEXT)
    assert first == "Samma ord som i frågan: bad0, bad1, bad2, bad3, bad4, bad5 och 2 till."


def test_of_the_forms_of_one_word_two_are_named() -> None:
    words = tuple(match("bad", found, MatchKind.INFLECTED) for found in ("badet", "baden", "badens"))
    (first, *_) = why_sentences(Why(words, Nearness.SURE), Role.TEXT)
    assert first == "Annan form av frågans ord: badet, baden m.fl. (bad)."


def test_a_word_of_the_question_is_told_once_by_its_nearest_match() -> None:
    words = (
        match("avgift", "serviceavgift", MatchKind.COMPOUND),
        match("avgift", "avgiften", MatchKind.INFLECTED),
        match("avgift", "avgift", MatchKind.EXACT),
        match("skola", "skolskjuts", MatchKind.COMPOUND),
        match("skola", "skolan", MatchKind.INFLECTED),
    )
    assert why_sentences(Why(words, Nearness.SURE), Role.TEXT)[:-1] == (
        "Samma ord som i frågan: avgift.",
        "Annan form av frågans ord: skolan (skola).",
    )


def test_what_the_question_names_and_lifted_the_passage_is_not_told_as_words_too() -> None:
    preferred = (Condition(Aspect.PERSON, "Stig Ek"), Condition(Aspect.PERIOD, "september 2024"))
    words = tuple(
        match(word, word, MatchKind.EXACT) for word in ("stig", "ek", "september", "2024", "avgift")
    )
    assert why_sentences(Why(words, Nearness.SURE, preferred), Role.TEXT) == (
        "Samma ord som i frågan: avgift.",
        "Likhet med frågan: säker.",
        "Lyft fram för att frågan nämner Stig Ek och september 2024.",
    )


@pytest.mark.parametrize(("asked", "number"), [("§ 45", "§ 45"), ("punkt 5", "5")])
def test_the_number_of_the_item_is_told_once(asked: str, number: str) -> None:
    words = (match(asked, asked, MatchKind.EXACT, in_heading=True),)
    why = Why(words, Nearness.WEAK, (Condition(Aspect.ITEM_NUMBER, number),))
    assert why_text(why, Role.TEXT) == f"Lyft fram för att frågan nämner {asked}."


def test_the_section_is_not_told_as_a_word_of_the_heading_too() -> None:
    words = tuple(
        match("beslutades", found, MatchKind.INFLECTED, in_heading=True) for found in ("beslut", "beslutar")
    )
    assert why_sentences(Why(words, Nearness.SURE), Role.DECISION) == (
        "Likhet med frågan: säker.",
        "Del av ärendet: beslut.",
    )


def test_of_the_very_case_that_the_question_names_it_is_not_said_that_it_is_hardly_alike() -> None:
    named = (Condition(Aspect.CASE_NUMBER, "SN-2024-12"),)
    lifted = "Lyft fram för att frågan nämner diarienummer SN-2024-12."
    assert why_text(Why((), Nearness.WEAK, named), Role.TEXT) == lifted
    assert why_text(Why((), Nearness.SURE, named), Role.TEXT) == f"Likhet med frågan: säker. {lifted}"


@pytest.mark.parametrize(
    ("understood", "expected"),
    [
        (NOTHING, ""),
        (
            Understood(
                periods=(Period(date(2024, 3, 1), date(2024, 3, 31)),),
                bodies=("Kommunstyrelsen",),
                case_numbers=("ks-2024-1",),
                item_numbers=("§ 96", "3"),
                people=(NamedPerson("Anna Ek", "S"), NamedPerson("Bo Alm")),
                wishes=(Wish.RESERVATION,),
            ),
            "Tolkade frågan som: mars 2024, Kommunstyrelsen, diarienummer KS-2024-1, § 96, punkt 3, "
            "Anna Ek (S), Bo Alm, reservation.",
        ),
        (
            Understood(corrections=(Correction("avgit", "avgift"), Correction("Skarvik", "skärvik"))),
            "Läste ”avgit” som ”avgift” och ”Skarvik” som ”skärvik”.",
        ),
    ],
)
def test_how_a_question_was_read_is_said(understood: Understood, expected: str) -> None:
    assert interpretation(understood) == expected
