"""The body that a folder is named after."""

import pytest

from corpus.facts.body import organ_of_folder


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
