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
            match("2024", "2024", MatchKind.EXACT),
            match("höjs", "höjdes", MatchKind.INFLECTED),
            match("skola", "skolan", MatchKind.INFLECTED, in_heading=True),
        ),
        Nearness.LIKELY,
        (Condition(Aspect.ITEM_NUMBER, "3"), Condition(Aspect.PERIOD, "mars 2024"), Condition(Aspect.SECTION, "beslut")),
        (Condition(Aspect.CASE_NUMBER, "ks 2024/1"),),
    )  # fmt: skip
    assert why_sentences(why, Role.DECISION) == (
        "Samma ord som i frågan: 2024.",
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
    text = "Inga av frågans ord, men liknande innehåll. Likhet med frågan: svag."
    assert why_text(Why((), Nearness.WEAK), Role.TEXT) == text


def test_no_more_than_six_words_of_a_kind_are_named() -> None:
    words = tuple(match("bad", f"bad{number}", MatchKind.CORRECTED) for number in range(8))
    (first, *_) = why_sentences(Why(words, Nearness.SURE), Role.TEXT)
    assert first.endswith("bad5 (bad) och 2 till.")


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
