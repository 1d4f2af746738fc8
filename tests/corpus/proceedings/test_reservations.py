"""Who reserved themselves."""

import pytest

from qa.proceedings import Member, Reservation
from qa.types import Role
from tests.corpus.proceedings.items import read, section

ANNA, BO = Member("Anna Ek", "S"), Member("Bo Al", "M")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Ek (S) och Bo Al (M) reserverar sig mot beslutet till förmån för eget yrkande.", (ANNA, BO)),
        ("Mot beslutet reserverar sig Anna Ek (S).", (ANNA,)),
        (
            "Ledamöterna från M, D och KD reserverar sig.",
            tuple(Member(party=one) for one in ("M", "D", "KD")),
        ),
        ("S- och V-ledamöterna reserverar sig.", (Member(party="S"), Member(party="V"))),
        ("Vänsterpartiet reserverade sig skriftligt.", (Member(party="Vänsterpartiet"),)),
        ("Anna Ek (S) anmäler skriftlig reservation.", (ANNA,)),
        ("Reservation anmäls av Anna Ek (S).", (ANNA,)),
        ("Anna Ek (S), Bo Al (M)", (ANNA, BO)),
    ],
)
def test_the_section_of_reservations_names_who_dissents(text, expected):
    assert read(section(Role.RESERVATION, text)).reservations == (Reservation(expected, text),)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Ek (S) avger ett särskilt yttrande.",
        "Anna Ek (S) deltar inte i beslutet.",
        "Anna Ek (S) reserverar sig inte.",
        "Reservationen är borttagen.",
    ],
)
def test_a_statement_is_no_reservation(text):
    assert read(section(Role.RESERVATION, text)).reservations == ()


def test_reasons_after_the_sentence_belong_to_it():
    text = "Anna Ek (S) reserverar sig. Hallen är för dyr. Bo Al (M) reserverar sig. Han vill bygga mer."
    assert read(section(Role.RESERVATION, text)).reservations == (
        Reservation((ANNA,), "Anna Ek (S) reserverar sig. Hallen är för dyr."),
        Reservation((BO,), "Bo Al (M) reserverar sig. Han vill bygga mer."),
    )


def test_reasons_in_paragraphs_after_a_colon_belong_to_it():
    found = read(
        section(
            Role.RESERVATION,
            "Anna Ek (S) reserverar sig med motiveringen:",
            "Hallen är för dyr.",
            "Vi vill vänta.",
        )
    ).reservations
    assert [one.text for one in found] == [
        "Anna Ek (S) reserverar sig med motiveringen:\nHallen är för dyr.\nVi vill vänta."
    ]


def test_a_reservation_may_stand_in_another_section():
    text = "Bo Al (M) reserverar sig mot beslutet."
    assert read(section(Role.DECISION, "Planen antas.", text)).reservations == (Reservation((BO,), text),)
    assert read(section(Role.PREVIOUS, text)).reservations == ()
