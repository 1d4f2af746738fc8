"""Attendance lists give the same people however they are set. All people here are invented."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts.attendance import Attendance, read_attendance
from corpus.facts.labels import read_fields
from qa.types import Person

CHAIR = Person("Anna Berg", "S", "ordförande", "Region Sund")
MEMBER = Person("Bo Ek", "M", organisation="Lindby kommun")
NOBLE = Person("Ann-Charlotte af Lind", "C", organisation="Lindby kommun", note="dag 1")
CHIEF = Person("Disa Holm", role="kommundirektör", organisation="Lindby kommun")
CLERK = Person("Eva Maria Ros", role="sekreterare")
AWAY = Person("Frans Gran", "SD", organisation="Lindby kommun")
EVERYBODY = Attendance((CHAIR, MEMBER, NOBLE, CHIEF, CLERK), (AWAY,))


def attendance_of(text: str) -> Attendance:
    return read_attendance(read_fields(dedent(text).split("\n")))


LAYOUTS = {
    "one long line for each label": """
        Politiker\tAnna Berg (S) (ordförande) (Region Sund) Bo Ek (M) (Lindby kommun) Ann-Charlotte af Lind (C) (Lindby kommun), dag 1
        Tjänstepersoner\tDisa Holm (kommundirektör, Lindby kommun) Eva Maria Ros (sekreterare)
        Förhinder\tFrans Gran (SD) (Lindby kommun)
        """,
    "wrapped lines with commas": """
        Övriga Anna Berg (S) (ordförande) (Region Sund), Bo Ek (M) (Lindby
        kommun), Ann-Charlotte af Lind (C) (Lindby kommun), dag 1, Disa
        Holm (kommundirektör, Lindby kommun), Eva Maria Ros
        (sekreterare)

        Förhinder Frans Gran (SD) (Lindby kommun)
        """,
    "a line each below the label": """
        Politiker

        Anna Berg (S) (ordförande) (Region Sund)
        Bo Ek (M) (Lindby kommun)
        Ann-Charlotte af Lind (C) (Lindby kommun) dag 1

        Tjänstepersoner/övriga

        Disa Holm (kommundirektör, Lindby kommun)
        Eva Maria Ros (sekreterare)

        Förhinder

        Frans Gran (SD) (Lindby kommun)

        Ärenden

        - 1 Dialog med Gun Falk
        """,
    "commas instead of parentheses": """
        Närvarande: Ordföranden Anna Berg (S), Region Sund
        Bo Ek (M), Lindby kommun
        Ann-Charlotte af Lind (C), Lindby kommun, dag 1
        Övriga närvarande: Disa Holm, kommundirektör, Lindby kommun
        Sekreterare: Eva Maria Ros
        Frånvarande: Frans Gran (SD), Lindby kommun
        """,
    "markdown with bullets": """
        ## Närvarande

        - Anna Berg (S), ordförande, Region Sund
        - Bo Ek (M), Lindby kommun
        - Ann-Charlotte af Lind (C), Lindby kommun, dag 1
        - Disa Holm, kommundirektör Lindby kommun
        - Eva Maria Ros, sekreterare

        **Anmält förhinder:** Frans Gran (SD), Lindby kommun
        """,
    "columns": """
        Beslutande          Anna Berg   S   ordförande   Region Sund
                            Bo Ek   M      Lindby kommun
                            Ann-Charlotte af Lind   C   Lindby kommun   dag 1
        Övriga deltagare    Disa Holm   kommundirektör   Lindby kommun
                            Eva Maria Ros   sekreterare
        Frånvarande         Frans Gran   SD   Lindby kommun
        """,
    "a markdown table": """
        | Deltagare | Anna Berg (S) | ordförande | Region Sund |
        | | Bo Ek (M) | | Lindby kommun |
        | | Ann-Charlotte af Lind (C) | Lindby kommun | dag 1 |
        | | Disa Holm | kommundirektör | Lindby kommun |
        | | Eva Maria Ros | sekreterare | |
        | Frånvarande | Frans Gran (SD) | | Lindby kommun |
        """,
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_layout_gives_the_same_people(text):
    assert attendance_of(text) == EVERYBODY


def test_labels_below_a_label_give_their_role():
    found = attendance_of("""
        Närvarande
        Ledamöter
        Anna Berg (S), ordförande
        Tjänstgörande ersättare
        Bo Ek (M) för Cia Dahl (M) §§ 3-5
        Ej tjänstgörande
        ersättare
        Disa Holm (LP)
        """)
    assert found.attendees == (
        Person("Anna Berg", "S", "ordförande"),
        Person("Bo Ek", "M", "tjänstgörande ersättare", note="för Cia Dahl (M), §§ 3-5"),
        Person("Disa Holm", "LP", "ej tjänstgörande ersättare"),
    )


def test_roles_after_a_comma_are_kept_as_printed():
    found = attendance_of("""
        Närvarande

        Ordföranden Anna Berg (S)
        Bo Ek (D)
        Cia Dahl (M), tjänstgörande ersättare § 71
        Disa Holm (V), övriga ersättare
        Eva Ros (C), 1:e vice ordförande
        3 (46), övriga ersättare
        """)
    assert [(p.name, p.party, p.role, p.note) for p in found.attendees] == [
        ("Anna Berg", "S", "ordförande", ""),
        ("Bo Ek", "D", "", ""),
        ("Cia Dahl", "M", "tjänstgörande ersättare", "§ 71"),
        ("Disa Holm", "V", "övriga ersättare", ""),
        ("Eva Ros", "C", "1:e vice ordförande", ""),
    ]


def test_an_office_names_one_person_and_the_list_around_it_goes_on():
    found = attendance_of("""
        Närvarande
        Ordförande
        Anna Berg (S)
        Bo Ek (M)
        Frånvarande
        Cia Dahl (C)
        """)
    assert found.attendees == (Person("Anna Berg", "S", "ordförande"), Person("Bo Ek", "M"))
    assert found.absent == (Person("Cia Dahl", "C"),)


def test_an_adjuster_who_was_there_is_one_person():
    found = attendance_of("""
        Beslutande: Anna Berg (S), ordförande, Bo Ek (M), vice ordförande
        Justerare: Bo Ek
        Underskrifter
        Sekreterare .................... Paragrafer §§ 1–12
        Cia Dahl
        Justerare ......................
        Bo Ek
        """)
    assert found.attendees == (
        Person("Anna Berg", "S", "ordförande"),
        Person("Bo Ek", "M", "vice ordförande, justerare"),
        Person("Cia Dahl", role="sekreterare"),
    )


def test_an_office_before_the_name_is_a_role():
    found = attendance_of(
        "Tjänstemän: Ekonomichef Anna Berg, rektor Bo Ek (§ 4), Tf. kommundirektör Cia Dahl"
    )
    assert found.attendees == (
        Person("Anna Berg", role="ekonomichef"),
        Person("Bo Ek", role="rektor", note="§ 4"),
        Person("Cia Dahl", role="tf. kommundirektör"),
    )


def test_names_without_anything_between_them_are_parted_by_names_already_known():
    found = attendance_of("""
        Politiker\tAnna Maria Berg (S) Bo Ek (M)
        Förhinder\tBo Ek Anna Maria Berg, dag 2 Cia Dahl från kl. 10.00 dag 2
        """)
    assert found.absent == (
        Person("Bo Ek"),
        Person("Anna Maria Berg", note="dag 2"),
        Person("Cia Dahl", note="från kl. 10.00 dag 2"),
    )


def test_remarks_between_people_in_one_line_belong_to_the_one_before():
    found = attendance_of(
        "Övriga\tAnna Berg (Region Sund), del av dag 2 Bo Ek (Länsstyrelsen) p. 3–5 Cia Dahl, sekreterare, "
        "Region Sund Disa Holm, samtalsledare"
    )
    assert found.attendees == (
        Person("Anna Berg", organisation="Region Sund", note="del av dag 2"),
        Person("Bo Ek", organisation="Länsstyrelsen", note="p. 3–5"),
        Person("Cia Dahl", role="sekreterare", organisation="Region Sund"),
        Person("Disa Holm", role="samtalsledare"),
    )


def test_paragraphs_after_an_organisation_are_a_remark():
    found = attendance_of(
        "Övriga närvarande: Anna Berg, Region Sund § 4, Bo Ek, kommunchef Lindby kommun § 5"
    )
    assert found.attendees == (
        Person("Anna Berg", organisation="Region Sund", note="§ 4"),
        Person("Bo Ek", role="kommunchef", organisation="Lindby kommun", note="§ 5"),
    )


def test_a_tick_for_presence_is_no_part_of_a_name():
    found = attendance_of("""
        Ledamöter   Närv. Frånv
        Anna Berg (S) X
        Bo Ek X, ordf. §§ 1-4
        Suppleanter
        Cia Dahl x
        """)
    assert found.attendees == (
        Person("Anna Berg", "S"),
        Person("Bo Ek", role="ordf.", note="§§ 1-4"),
        Person("Cia Dahl", role="suppleant"),
    )


def test_a_substitutes_remark_is_kept_with_whom_she_stands_in_for():
    found = attendance_of("""
        Beslutande: Anna Berg (S), ordf
        Bo Ek (M), tjg ers för Cia Dahl (M)
        Disa Holm (C) ersättare för Eva Ros (C)
        Närvarande, ej tjänstgörande ersättare
        Frans Gran (L)
        """)
    assert found.attendees == (
        Person("Anna Berg", "S", "ordf"),
        Person("Bo Ek", "M", note="tjg ers för Cia Dahl (M)"),
        Person("Disa Holm", "C", "ersättare", note="för Eva Ros (C)"),
        Person("Frans Gran", "L", "ej tjänstgörande ersättare"),
    )


def test_an_abbreviation_is_a_party_among_politicians_and_an_organisation_among_guests():
    assert attendance_of("Politiker: Anna Berg (LBP)").attendees == (Person("Anna Berg", "LBP"),)
    assert attendance_of("Inbjudna: Anna Berg (LBP)").attendees == (Person("Anna Berg", organisation="LBP"),)
    assert attendance_of("Politiker: Anna Berg (SKR)").attendees == (Person("Anna Berg", organisation="SKR"),)


def test_the_party_or_organisation_before_a_colon_is_that_of_the_people_after_it():
    attendance = attendance_of("Närvarande\nAlby kommun: Nils Vik (S), Eva Berg (M)\nModeraterna: Tor Alm\n")
    assert attendance.attendees == (
        Person("Nils Vik", "S"),
        Person("Eva Berg", "M"),
        Person("Tor Alm", "Moderaterna"),
    )


def test_a_name_before_a_colon_is_no_organisation():
    assert attendance_of("Närvarande: Nils Vik, Eva Berg\n").attendees == (
        Person("Nils Vik"),
        Person("Eva Berg"),
    )


def test_letters_of_an_organisation_are_no_half_of_a_name():
    attendance = attendance_of("Närvarande\nGerd Alm, PRO\nNils Berg, SPF Seniorerna\nEva Ek, sekreterare\n")
    assert [person.name for person in attendance.attendees] == ["Gerd Alm", "Nils Berg", "Eva Ek"]
    assert attendance.attendees[0].organisation == "PRO"


def test_a_tick_in_the_column_of_absence_is_absence():
    attendance = attendance_of(
        "Ledamöter\tNärv.\tFrånv.\tErsättare\nAnn Alm (S)\tX\nCia Carl (V)\t-\tX\tDisa Dal (S)\nEva Eng (C)\tX\n"
    )
    assert [person.name for person in attendance.attendees] == ["Ann Alm", "Disa Dal", "Eva Eng"]
    assert attendance.absent == (Person("Cia Carl", "V"),)


def test_a_label_in_two_lines_has_its_value_beside_the_second():
    attendance = attendance_of("Övriga\ndeltagande: Fia Boman, kommundirektör\nGun Strid, sekreterare\n")
    assert [person.name for person in attendance.attendees] == ["Fia Boman", "Gun Strid"]


def test_the_parties_of_a_negotiation_are_present():
    attendance = attendance_of(
        "För arbetsgivaren: Lisa Berg\nFör de fackliga organisationerna: Eva Falk, Kommunal\n"
    )
    assert [person.name for person in attendance.attendees] == ["Lisa Berg", "Eva Falk"]


def test_a_list_may_say_whom_its_people_speak_for():
    attendance = attendance_of("Närvarande för föreningarna:\nPer Mo, DHR\n\nEj deltagande: Per Ås\n")
    assert attendance == Attendance((Person("Per Mo", organisation="DHR"),), (Person("Per Ås"),))


def test_whom_a_column_says_not_to_have_been_there_is_absent():
    attendance = attendance_of("Ledamöter\nKent Ros (S)\tJa\nPär Glad (M)\tNej\tSol Tång (M)\n")
    assert [person.name for person in attendance.attendees] == ["Kent Ros", "Sol Tång"]
    assert attendance.absent == (Person("Pär Glad", "M"),)


@pytest.mark.parametrize("party", ["S", "s", "kd", "-", "Centerpartiet", "Socialdemokraterna", "oberoende"])
def test_a_party_is_kept_as_printed(party):
    assert attendance_of(f"Ledamöter: Anna Berg ({party})").attendees == (Person("Anna Berg", party),)


@pytest.mark.parametrize(
    "text", ["Närvarande: Se bilaga 1", "Närvarande: enligt lista", "Närvarande", "Anna Berg (S)"]
)
def test_words_that_name_nobody_are_no_people(text):
    assert attendance_of(text) == Attendance((), ())


NAMES = st.sampled_from(
    ["Anna Berg", "Bo Ek", "Ann-Charlotte von Lind", "Åsa Öberg", "Carl Gustaf Dahl", "My Li"]
)
PARTIES = st.sampled_from(["S", "M", "SD", "C", "LBP"])


@given(st.lists(st.tuples(NAMES, PARTIES), min_size=1, unique_by=lambda person: person[0]))
def test_one_line_and_a_line_each_give_the_same_people(people):
    printed = [f"{name} ({party})" for name, party in people]
    expected = tuple(Person(name, party) for name, party in people)
    assert attendance_of("Politiker\t" + " ".join(printed)).attendees == expected
    assert attendance_of("Politiker: " + ", ".join(printed)).attendees == expected
    assert attendance_of("Politiker\n" + "\n".join(printed)).attendees == expected
