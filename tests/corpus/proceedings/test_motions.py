"""Who moved what."""

import pytest

from qa.proceedings import Member, Motion
from qa.types import Person, Role
from tests.corpus.proceedings.items import read, section

ANNA, BO = Member("Anna Ek", "S"), Member("Bo Al", "M")
PEOPLE = (Person("Anna Ek", "S"), Person("Bo Al", "M"))


def movers(text: str, role: Role = Role.MOTION, people: tuple[Person, ...] = ()) -> list[tuple[Member, ...]]:
    return [motion.movers for motion in read(section(role, text), people=people).motions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Ek (S) yrkar bifall till förslaget.", (ANNA,)),
        ("Anna Ek (S) och Bo Al (M) yrkar avslag.", (ANNA, BO)),
        ("Ordföranden Anna Ek (S) och tjänstgörande ersättaren Bo Al (M) yrkar avslag.", (ANNA, BO)),
        ("Vidare yrkar tjänstgörande ersättaren Bo Al (M) avslag på övriga yrkanden.", (BO,)),
        ("Med anledning av Eva Fris (L) inlägg yrkar Bo Al (M) avslag.", (BO,)),
        ("Anna Ek (S) yrkar, med instämmande av Bo Al (M), bifall.", (ANNA,)),
        ("Anna Ek (S): Bifall till förslaget.", (ANNA,)),
        ("Anna Ek (S) bifall till förslaget.", (ANNA,)),
        ("S, V och MP yrkade avslag.", (Member(party="S"), Member(party="V"), Member(party="MP"))),
        ("Ledamöterna från D yrkar avslag.", (Member(party="D"),)),
        ("Moderaterna yrkar återremiss.", (Member(party="Moderaterna"),)),
        ("M-gruppen yrkar återremiss.", (Member(party="M"),)),
        ("Anna Ek (S) föreslår att ärendet bordläggs.", (ANNA,)),
        ("Bo Al (M) instämmer i Anna Eks yrkande.", (BO,)),
        ("Anna Ek (S, ordf.) yrkar bifall.", (ANNA,)),
        ("Siri von Dal (SMV) yrkar avslag.", (Member("Siri von Dal", "SMV"),)),
        ("Anna Ek yrkar bifall.", (Member("Anna Ek"),)),
        ("Ordföranden yrkar bifall.", ()),
    ],
)
def test_movers_are_those_the_sentence_names_before_or_after_its_verb(text, expected):
    assert movers(text) == [expected]


def test_the_attendance_list_tells_the_party_of_a_name_that_stands_without():
    assert movers("Anna Ek yrkar bifall.", people=PEOPLE) == [(ANNA,)]


def test_of_two_with_one_name_no_party_is_told():
    namesakes = (Person("Anna Ek", "S"), Person("Anna Ek", "M"))
    assert movers("Anna Ek yrkar bifall.", people=namesakes) == [(Member("Anna Ek"),)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Ek (S) yrkar inte längre bifall.",
        "Anna Ek (S) meddelar att hon inte deltar i beslutet.",
        "Yrkandet från Anna Ek (S) återtas.",
        "Förslaget, som yrkats av Anna Ek (S), bifalls.",
        "Överläggningen avslutas.",
    ],
)
def test_what_nobody_moves_is_no_motion(text):
    assert movers(text) == []


def test_a_list_after_a_colon_belongs_to_the_motion():
    motions = read(
        section(
            Role.MOTION,
            "Anna Ek (S) yrkar följande:",
            "1. Hallen byggs.",
            "2. Taxan sänks.",
            "Bo Al (M) yrkar avslag.",
        )
    ).motions
    assert motions == (
        Motion((ANNA,), "Anna Ek (S) yrkar följande:\n1. Hallen byggs.\n2. Taxan sänks."),
        Motion((BO,), "Bo Al (M) yrkar avslag."),
    )


def test_sentences_of_one_paragraph_are_motions_of_their_own():
    text = "Anna Ek (S) yrkar bifall. Hon anför att hallen behövs. Bo Al (M) yrkar avslag."
    assert [one.text for one in read(section(Role.MOTION, text)).motions] == [
        "Anna Ek (S) yrkar bifall.",
        "Bo Al (M) yrkar avslag.",
    ]


def test_in_running_text_only_somebody_named_moves():
    assert movers("Anna Ek (S) yrkar bifall.", Role.NOTES) == [(ANNA,)]
    assert movers("Anna Ek (S) föreslår en paus.", Role.NOTES) == []
    assert movers("Ordföranden yrkar bifall.", Role.NOTES) == []


@pytest.mark.parametrize("role", [Role.PREVIOUS, Role.DOCUMENTS, Role.ATTACHMENT, Role.STATEMENT])
def test_what_was_moved_before_is_left_out(role):
    assert movers("Anna Ek (S) yrkar bifall.", role) == []
