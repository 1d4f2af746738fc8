"""The body that a header, or a folder, names."""

import pytest

from corpus.facts.body import organ_of_folder, read_naming


@pytest.mark.parametrize(
    ("name", "organ"),
    [
        ("kommunstyrelsen/2024-01-10.txt", "Kommunstyrelsen"),
        ("Sundköping/barn- och utbildningsnämnden/2024/a.pdf", "Barn- och utbildningsnämnden"),
        ("tekniska_nämnden/a.pdf", "Tekniska nämnden"),
        ("2024/a.pdf", ""),
        ("protokoll/gamla/a.pdf", ""),
        ("kommunstyrelsen.txt", ""),
    ],
)
def test_the_nearest_folder_that_names_an_organ_says_the_body(name, organ):
    assert organ_of_folder(name) == organ


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (["KOMMUNSTYRELSEN", "VIDSJÖ KOMMUN"], "Kommunstyrelsen i Vidsjö kommun"),
        (["Räddningsförbundet Mitt", "Förbundsfullmäktige"], "Förbundsfullmäktige i Räddningsförbundet Mitt"),
        (["Ängby församling", "PROTOKOLL", "KYRKORÅDET"], "Kyrkorådet i Ängby församling"),
        (["Gatunämnden sammanträdde onsdagen den 12 februari 2020 kl. 17"], "Gatunämnden"),
        (["Kommunförbundet Norr", "Protokoll 2024-03-01"], "Kommunförbundet Norr"),
        (["HAMNE STAD PROTOKOLL Nr 9/2023", "Stadsstyrelsen"], "Stadsstyrelsen i Hamne stad"),
        (["Protokoll fört vid årsstämma i Vik AB, 556111-1111, den 27 april 2022 i"], "Årsstämma i Vik AB"),
        (["NÄSVIKEN ENERGI AB", "Protokoll fört vid styrelsemöte"], "Näsviken Energi AB"),
        (["BRF SOLSIDAN", "Styrelsemöte 2"], "Brf Solsidan"),
        (["Protokoll fört vid årsmöte med Bergtorps byalag"], "Bergtorps byalag"),
        (
            ["Protokoll fört vid möte med Villaföreningen Lyckan den 3 maj 2022 i Folkets hus"],
            "Villaföreningen Lyckan",
        ),
        (["Minutes of the International Committee"], "International Committee"),
    ],
)
def test_the_header_names_the_organ_and_whose_it_is(lines, body):
    assert read_naming(lines, "").body == body


def test_a_title_keeps_the_date_and_place_that_are_no_part_of_the_body():
    naming = read_naming(["Årsmöte med Bergtorps byalag den 3 maj 2022 i skolan"], "")
    assert (naming.body, naming.title) == (
        "Bergtorps byalag",
        "Årsmöte med Bergtorps byalag den 3 maj 2022 i skolan",
    )
