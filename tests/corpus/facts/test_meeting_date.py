"""The date of a meeting is stated, taken from the sidecar, soundly inferred, or unknown."""

from datetime import date

import pytest

from corpus.sidecar import SidecarRow
from qa.types import DateBasis
from tests.corpus.headers import date_of

STATED = [
    "Sammanträdesdatum: 2024-01-10",
    "Sammanträdesdatum 2024-01-10",
    "Sammanträdesdatum\n2024-01-10",
    "Sammanträdesdatum      Sida\n2024-01-10      1 (25)",
    "**Sammanträdesdag:** onsdagen den 10 januari 2024",
    "Mötesdatum: 10/1 2024",
    "Datum och tid: 10 januari 2024 kl. 13–15",
    "Tid: onsdagen den 10 januari 2024 kl. 13.00",
    "Tid\n\nOnsdagen den 10 januari 2024",
    "Plats och tid\tKommunhuset, 2024-01-10 kl. 13:00",
    "Plats och tid   Kommunhuset, onsdagen den 10\njanuari 2024",
    "Tid och plats: 10 januari 2024, Kommunhuset",
    "| Tid | 2024-01-10 |",
    "Protokoll från kommunstyrelsens sammanträde den 10 januari 2024",
    "# Protokoll KS 2024-01-10",
    "Kommunstyrelsen\n2024-01-10",
    "Protokoll KS 240110",
    "Lindby kommun     Sammanträdesprotokoll     2024-01-10     1 (25)",
]
NOT_THE_MEETING = [
    "Justeringsdatum: 2024-01-10",
    "Justeringens plats och tid: Kommunhuset 2024-01-10",
    "Justeringens\nplats och tid\nKommunhuset 2024-01-10",
    "Plats och tid för justering\nKommunhuset 2024-01-10",
    "Anslagsdatum 2024-01-10",
    "Datum då anslaget sätts upp 2024-01-10",
    "Protokollet publicerat 2024-01-10",
    "Nästa möte: 2024-01-10",
    "Diarienummer: KS 2024-01-10",
    "Ärenden\n1. Beslut från mötet 2024-01-10",
]


@pytest.mark.parametrize("header", STATED)
def test_a_full_date_in_the_header_is_stated(header):
    found = date_of(header)
    assert (found.start, found.end, found.basis) == (date(2024, 1, 10), None, DateBasis.STATED)
    assert found.warnings == ()


@pytest.mark.parametrize("header", NOT_THE_MEETING)
def test_the_day_of_something_else_is_not_the_meetings(header):
    found = date_of(header)
    assert (found.start, found.basis) == (None, DateBasis.UNKNOWN)
    assert found.note == "Protokollet anger inget datum för mötet."


@pytest.mark.parametrize("other", NOT_THE_MEETING[:8])
def test_the_meetings_own_date_is_found_beside_another(other):
    found = date_of(f"{other.replace('2024-01-10', '2024-01-17')}\nSammanträdesdatum: 2024-01-10")
    assert found.start == date(2024, 1, 10)


def test_a_labelled_date_wins_over_one_in_the_title():
    assert date_of("Protokoll 2024-01-17\nSammanträdesdatum: 2024-01-10").start == date(2024, 1, 10)


def test_two_loose_dates_say_nothing():
    assert date_of("Kommunstyrelsen\n2024-01-10\n2024-01-17").basis is DateBasis.UNKNOWN


def test_the_running_header_of_the_pages_states_the_date_where_the_first_page_does_not():
    pages = "Text.\nSammanträdesdatum: 2024-01-10\nText.\nSammanträdesdatum: 2024-01-10\n"
    assert date_of("Kommunstyrelsen", pages).start == date(2024, 1, 10)
    assert date_of("Kommunstyrelsen", pages + "Sammanträdesdatum: 2024-01-17\n").start is None


def test_a_stated_date_with_the_wrong_weekday_is_kept_with_a_warning():
    found = date_of("Tid: tisdagen den 10 januari 2024")
    assert found.start == date(2024, 1, 10)
    assert found.warnings == (
        "Protokollet anger en annan veckodag än den rätta: 10 januari 2024 var en onsdag.",
    )


def test_a_file_name_that_gives_another_day_is_a_warning():
    found = date_of("Sammanträdesdatum: 2024-01-10", name="ks-2024-01-11.txt")
    assert found.start == date(2024, 1, 10)
    assert found.warnings == ("Filens namn anger 11 januari 2024 men protokollet 10 januari 2024.",)


def test_the_sidecar_wins_over_everything_and_says_so_when_the_file_differs():
    row = SidecarRow("x.txt", start=date(2024, 1, 11), end=date(2024, 1, 12))
    found = date_of("Sammanträdesdatum: 2024-01-10", sidecar=row)
    assert (found.start, found.end, found.basis) == (date(2024, 1, 11), date(2024, 1, 12), DateBasis.SIDECAR)
    assert found.warnings == (
        "Metadata anger 11–12 januari 2024 men protokollet 10 januari 2024; metadata används.",
    )


def test_a_sidecar_row_without_a_date_leaves_the_files_own():
    assert (
        date_of("Sammanträdesdatum: 2024-01-10", sidecar=SidecarRow("x.txt", body="KS")).basis
        is DateBasis.STATED
    )


INFERRED = [
    # the title gives the year
    ("Rådets internat 2020\nTid\tDen 6 februari kl. 08.30, den 7 februari kl. 12", "", "x.txt", "rubriken"),
    # the adjustment follows upon the meeting
    ("Tid: 6–7 februari\nJusteringsdatum: 2020-02-20", "", "x.txt", "justeringens eller anslagets datum"),
    # a date in the file's name
    ("Tid: 6–7 februari", "", "krr 2020-02-06.txt", "datumet i filens namn"),
    ("Tid: 6–7 februari", "", "krr_200207.txt", "datumet i filens namn"),
    # a year in the file's name or folders
    ("Tid: 6–7 februari", "", "2020/krr.txt", "filens namn eller mapp"),
    ("Tid: 6–7 februari", "", "krr_2020_internat.txt", "filens namn eller mapp"),
    # the same day further down
    (
        "Tid: torsdag 6 till fredag 7 februari",
        "Vid internatet den 6 februari 2020 ...",
        "x.txt",
        "samma dag längre ned i texten",
    ),
    # the weekday, and years that the text is at home in
    (
        "Tid: torsdag 6 till fredag 7 februari",
        "Planen 2035 beslutades 2019. Under 2020 följs den upp.",
        "x.txt",
        "veckodagen och de årtal som texten nämner",
    ),
]


@pytest.mark.parametrize(
    ("header", "body", "name", "evidence"), INFERRED, ids=[case[3] + case[2] for case in INFERRED]
)
def test_a_day_without_a_year_gets_the_only_year_that_the_evidence_leaves(header, body, name, evidence):
    found = date_of(header, body, name)
    assert (found.start, found.end, found.basis) == (date(2020, 2, 6), date(2020, 2, 7), DateBasis.INFERRED)
    assert found.note == f"Protokollet anger 6–7 februari; året 2020 framgår av {evidence}."


UNKNOWN = [
    ("no evidence", "Tid: torsdag 6 februari", "", "x.txt", "men inte vilket år."),
    (
        "a year in the text without a weekday",
        "Tid: 6 februari",
        "År 2020. År 2020.",
        "x.txt",
        "inte vilket år.",
    ),
    (
        "a year named once, which may fit by chance",
        "Tid: torsdag 6 februari",
        "SOU från 2020.",
        "x.txt",
        "år.",
    ),
    (
        "two years fit",
        "Tid: torsdag 6 februari",
        "Åren 2014, 2015, 2020 och 2021.",
        "x.txt",
        "ger 2014 eller 2020).",
    ),
    (
        "years in case numbers only",
        "Tid: torsdag 6 februari",
        "KS 2020-00012 och KS 2020-00013, dnr 2021/44",
        "x.txt",
        "år.",
    ),
    (
        "the weekday contradicts",
        "Internat 2021\nTid: torsdag 6 februari",
        "",
        "x.txt",
        "veckodagen stämmer inte",
    ),
    (
        "two years in the title",
        "Internat 2020–2021\nTid: 6 februari",
        "",
        "x.txt",
        "rubriken ger 2020 eller 2021).",
    ),
    ("digits in a random name", "Tid: 6 februari", "", "001_e2020d5245c027fa.txt", "men inte vilket år."),
]


@pytest.mark.parametrize(
    ("header", "body", "name", "note"), [case[1:] for case in UNKNOWN], ids=[c[0] for c in UNKNOWN]
)
def test_where_the_evidence_leaves_a_doubt_the_date_is_unknown_and_the_note_says_why(
    header, body, name, note
):
    found = date_of(header, body, name)
    assert (found.start, found.end, found.basis) == (None, None, DateBasis.UNKNOWN)
    assert found.note.startswith("Protokollet anger 6 februari")
    assert found.note.endswith(note) or note in found.note


NAMES = [
    ("ks-2024-01-10.txt", date(2024, 1, 10)),
    ("KS 2024-01-10 justerat 2024-01-17.txt", date(2024, 1, 10)),
    ("Protokoll_20240110.txt", date(2024, 1, 10)),
    ("KRR_240110_anteckningar (justerad).txt", date(2024, 1, 10)),
    ("Protokoll 10 januari 2024.txt", date(2024, 1, 10)),
    ("2024-01-10/protokoll.txt", date(2024, 1, 10)),
    ("2023-12-31/ks-2024-01-10.txt", date(2024, 1, 10)),
    ("ks 2024-01-10 och 2024-02-07.txt", None),
    ("000_f20240110aeb18.txt", None),
    ("dnr 2024-01-10.txt", None),
    ("2024/ks.txt", None),
    ("ks.txt", None),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_a_date_in_the_files_name_is_an_inference_where_the_file_has_none(name, expected):
    found = date_of("Kommunstyrelsen", name=name)
    assert found.start == expected
    assert found.basis is (DateBasis.INFERRED if expected else DateBasis.UNKNOWN)


def test_an_adjustment_in_the_new_year_gives_the_old_year_to_a_december_meeting():
    assert date_of("Tid: 20 december\nJusteringsdatum: 2024-01-08").start == date(2023, 12, 20)
