"""The labels of a header are known however they are set."""

import pytest

from corpus.facts.labels import Field, Label, find_label, read_fields

LABELS = [
    ("Plats och tid", Label.PLACE_AND_TIME),
    ("Tid och plats", Label.PLACE_AND_TIME),
    ("Plats/tid", Label.PLACE_AND_TIME),
    ("Plats", Label.PLACE),
    ("Sammanträdeslokal", Label.PLACE),
    ("Tid", Label.TIME),
    ("Datum", Label.DATE),
    ("Dag och tid", Label.DATE),
    ("Sammanträdesdatum", Label.DATE),
    ("Plats och tid för justering", Label.OTHER),
    ("Justeringens plats och tid", Label.OTHER),
    ("Datum för anslags uppsättande", Label.OTHER),
    ("ANSLAG/BEVIS", Label.OTHER),
    ("Underskrifter", Label.OTHER),
    ("Organ", Label.BODY),
    ("Närvarande", Label.PRESENT),
    ("Närvarande ledamöter", Label.PRESENT),
    ("Beslutande", Label.PRESENT),
    ("Ej tjänstgörande ersättare", Label.PRESENT),
    ("Tjänstepersoner/övriga", Label.PRESENT),
    ("Utses att justera", Label.PRESENT),
    ("Frånvarande", Label.ABSENT),
    ("Ej närvarande", Label.ABSENT),
    ("Anmält förhinder", Label.ABSENT),
    ("2:e vice ordförande", Label.OFFICE),
    ("Vid protokollet", Label.OFFICE),
    ("Ärenden", Label.AGENDA),
    ("Föredragningslista", Label.AGENDA),
]


@pytest.mark.parametrize(("words", "label"), LABELS)
@pytest.mark.parametrize(
    "form", ["{}", "{}:", "{}: värde", "{}\tvärde", "{}   värde", "{} Värde", "**{}:** värde"]
)
def test_a_label_is_known_alone_and_before_its_value(words, label, form):
    found = find_label(form.format(words))
    assert found is not None
    assert found.label is label
    assert found.printed == words
    assert [line.lower() for line in found.lines] == (["värde"] if "ärde" in form else [])


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Anna Berg (S)",
        "Ordföranden Anna Berg (S)",
        "Ordförandes sign",
        "närvarande var",
        "Tid för reflektion saknades",
        "Platsbrist rådde",
        "Övriga frågor togs upp",
        "Ärenden som kom in",
    ],
)
def test_a_line_that_only_begins_like_a_label_is_none(line):
    assert find_label(line) is None


def test_lists_of_people_go_on_over_blank_lines_and_other_values_do_not():
    fields = read_fields(["Plats", "", "Salen", "", "Något annat", "Närvarande", "Anna", "", "Bo"])
    assert [(field.label, field.lines) for field in fields] == [
        (Label.PLACE, ("Salen",)),
        (Label.PRESENT, ("Anna", "Bo")),
    ]


def test_nothing_after_the_list_of_items_belongs_to_the_header():
    assert [field.label for field in read_fields(["Tid: kl 9", "Ärenden", "1. Val", "Närvarande: Anna"])] == [
        Label.TIME,
        Label.AGENDA,
    ]


def test_a_label_set_in_two_lines_is_one():
    fields = read_fields(["Justeringens      Kommunhuset", "plats och tid"])
    assert fields == (Field(Label.OTHER, "Justeringens", "justerare", ("Kommunhuset",)),)
