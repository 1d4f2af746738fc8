"""The agenda list before the items."""

import pytest

from corpus.headings.agenda import Entry, find_agenda, is_day, is_same_title
from tests.corpus.sheets import sheet

NUMBERED = """Rådet

Ärenden

Onsdag den 1 februari

1. **Upprop**
2. **Gemensam yta för
utveckling**

Torsdag den 2 februari

3. **Avslutning**

Närvarande

1. Upprop
"""


def test_a_numbered_list_goes_on_over_days_and_wrapped_lines_until_the_numbers_stop():
    agenda = find_agenda(sheet(NUMBERED))
    assert agenda is not None
    assert agenda.entries == (
        Entry(1, "Upprop"),
        Entry(2, "Gemensam yta för utveckling"),
        Entry(3, "Avslutning"),
    )


def test_a_plain_list_ends_before_the_heading_of_the_first_item():
    agenda = find_agenda(
        sheet(
            "Punkter\n\nInformation\n\nDen nya vården\n\nIncheckning\n\nDen nya vården\n\nFöredragande: Bo Ek\n"
        )
    )
    assert agenda is not None
    assert [entry.title for entry in agenda.entries] == ["Information", "Den nya vården", "Incheckning"]


def test_a_word_without_a_list_is_no_agenda():
    assert find_agenda(sheet("Agenda\n\nVi talade om mycket, och sedan om annat.\n")) is None


@pytest.mark.parametrize(
    ("title", "other", "same"),
    [
        ("Fokusfrågor 2023", "Fokusfrågor 2023 Vad är våra gemensamma fokus?", True),
        ("Morgondagens hälsa- och sjukvård", "Morgondagens hälso- och sjukvård", True),
        ("Serviceavgiften", "SERVICEAVGIFTEN", True),
        ("Budget", "Budget och taxor för vatten", False),
        ("Incheckning", "Avslutning", False),
        ("", "Avslutning", False),
    ],
)
def test_titles_that_mean_the_same_item(title, other, same):
    assert is_same_title(title, other) is same


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Torsdag den 2 februari", True),
        ("Onsdagen den 1 mars 2023", True),
        ("Torsdag den 2 februari kom vi.", False),
    ],
)
def test_a_day_of_the_meeting_alone_on_its_line(text, day):
    assert is_day(text) is day
