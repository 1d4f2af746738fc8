"""A header gives body, title, place and hours, of any municipality. Everything here is invented."""

from datetime import date
from textwrap import dedent

import pytest

from corpus.sidecar import SidecarRow
from qa.types import DateBasis
from tests.corpus.headers import header_of

BODIES = [
    ("Lindby kommun\nKommunstyrelsen\nProtokoll", "Kommunstyrelsen i Lindby kommun"),
    ("Sunds Stad\nKommunfullmäktige", "Kommunfullmäktige i Sunds Stad"),
    ("Sunds Stad Kommunfullmäktige, protokoll", "Kommunfullmäktige i Sunds Stad"),
    (
        "LINDBY KOMMUN   SAMMANTRÄDESPROTOKOLL   Sida 1(25)\nKOMMUNSTYRELSEN   2024-03-05",
        "Kommunstyrelsen i Lindby kommun",
    ),
    ("REGION SUND\nREGIONSTYRELSEN", "Regionstyrelsen i Region Sund"),
    ("Kommunstyrelsen i Lindby kommun", "Kommunstyrelsen i Lindby kommun"),
    ("Kommunstyrelsen, Lindby kommun", "Kommunstyrelsen i Lindby kommun"),
    (
        "Kommunstyrelsens arbetsutskott\nLindby kommun\n2024-01-23",
        "Kommunstyrelsens arbetsutskott i Lindby kommun",
    ),
    ("Kommun- och Regionledningsråd", "Kommun- och regionledningsråd"),
    ("Kommun- och Regionledningsråds internat 2020", "Kommun- och regionledningsråd"),
    ("Sunds kommun- och regionråd", "Sunds kommun- och regionråd"),
    ("Protokoll från kommunstyrelsens sammanträde den 3 maj 2022", "Kommunstyrelsen"),
    ("Protokoll fört vid ordinarie möte med Folkhälsorådet", "Folkhälsorådet"),
    ("## Protokoll Socialnämndens arbetsutskott 2023-09-14", "Socialnämndens arbetsutskott"),
    ("Minnesanteckningar från möte med Folkhälsorådet onsdag 12 april kl 9-11, Teams", "Folkhälsorådet"),
    ("Nämnden för arbetsmarknad och vuxenutbildning", "Nämnden för arbetsmarknad och vuxenutbildning"),
    ("Gemensam nämnd för hjälpmedel", "Gemensam nämnd för hjälpmedel"),
    ("Nämnd: Barn- och utbildningsnämnden", "Barn- och utbildningsnämnden"),
    ("| Lindby kommun | Kommunfullmäktige |", "Kommunfullmäktige i Lindby kommun"),
    ("Styrelseprotokoll nr 4/2021\nLindby Bostads AB", "Lindby Bostads AB"),
    ("Protokoll\n2024-01-10", ""),
    ("", ""),
]


@pytest.mark.parametrize(("header", "body"), BODIES)
def test_the_body_is_the_organ_and_whose_it_is(header, body):
    assert header_of(header).body == body


def test_the_title_is_the_meetings_own_name_as_printed_else_the_bodys():
    assert header_of("Kommun- och Regionråds internat 2020").title == "Kommun- och Regionråds internat 2020"
    assert header_of("Lindby kommun\nKommunstyrelsen\nProtokoll").title == "Kommunstyrelsen i Lindby kommun"


def test_names_of_people_are_not_taken_for_bodies():
    assert header_of("Närvarande\nAnna Berg (S), ordförande i socialnämnden").body == ""


def test_without_a_header_words_of_welcome_may_tell_the_body():
    text = (
        "Inledning\nAnna Berg hälsar alla välkomna till kommun- och regionrådets (KRR) internat \noch börjar."
    )
    header = header_of("", text)
    assert (header.body, header.title) == ("Kommun- och regionrådet", "Kommun- och regionrådets internat")


def test_other_words_of_welcome_tell_nothing():
    assert header_of("", "Anna Berg hälsar alla välkomna till dagens sammanträde.").body == ""


PLACES = [
    ("Plats och tid\tStrandhotellet, onsdag 1 februari kl. 09:00 till torsdag 2 februari kl. 13.00",
     "Strandhotellet", "onsdag 1 februari kl. 09:00 till torsdag 2 februari kl. 13.00"),
    ("Plats och tid Kulturhuset på Storgatan 8, 123 45 Lindby, \nklockan 14:00-17:00",
     "Kulturhuset på Storgatan 8, 123 45 Lindby", "klockan 14:00-17:00"),
    ("Plats och tid\n\nBorgsalen, kl. 13:30-16:30", "Borgsalen", "kl. 13:30-16:30"),
    ("Plats\tHotellet, Vägen 31, 439 93 Lindby ,\nTid\tDen 6 februari kl. 08.30-17.00, den 7 februari kl. 08.30-12.00",
     "Hotellet, Vägen 31, 439 93 Lindby", "Den 6 februari kl. 08.30-17.00, den 7 februari kl. 08.30-12.00"),
    ("Plats och tid: Sessionssalen, 2024-01-10, kl. 13.00–17.20 (ajournering kl. 15.05–15.30)",
     "Sessionssalen", "kl. 13.00–17.20 (ajournering kl. 15.05–15.30)"),
    ("Tid och plats: onsdagen den 10 januari 2024 kl. 18.30 i Stora salen", "Stora salen", "kl. 18.30"),
    ("Datum: 2024-01-10\nTid: 13:00-15:10\nLokal: Eken", "Eken", "13:00-15:10"),
    ("Plats: Folkets hus", "Folkets hus", ""),
    ("Tid: 2024-01-10", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("header", "place", "time"), PLACES)
def test_place_and_hours_are_parted(header, place, time):
    found = header_of(header)
    assert (found.place, found.time) == (place, time)


def test_the_sidecar_says_what_the_file_does_not_and_wins_where_both_do():
    row = SidecarRow("x.txt", "Rådet", "Internat", "Gården", "https://example.org/x", date(2019, 1, 31))
    found = header_of("Kommunstyrelsen\nPlats: Folkets hus", sidecar=row)
    assert (found.body, found.title, found.place, found.url) == (
        "Rådet",
        "Internat",
        "Gården",
        "https://example.org/x",
    )
    assert found.date.basis is DateBasis.SIDECAR
    assert found.warnings == ()


def test_a_sidecar_without_a_title_leaves_the_meetings_own():
    found = header_of("Rådets internat 2020", sidecar=SidecarRow("x.txt", body="Lindby råd"))
    assert (found.body, found.title) == ("Lindby råd", "Rådets internat 2020")


def test_what_is_missing_is_told_with_what_to_do():
    assert header_of("Hej").warnings == (
        "Det framgår inte vilket organ som sammanträdde; ange det i metadata.csv.",
        "Protokollet anger inget datum för mötet. Ange datumet i metadata.csv.",
    )


def test_the_fields_after_the_list_of_items_are_not_the_headers():
    header = header_of(
        dedent("""
        Kommunstyrelsen
        Ärenden
        1. Plats och tid för nästa möte
        Närvarande: Anna Berg (S)
        """)
    )
    assert header.attendees == ()
