from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from qa.index.generation import Index
from qa.question.preference import DECISION_LIFT, ITEM_NUMBER_BONUS, PERSON_BONUS, lift_sections, preference
from qa.question.understanding import Understood, understand
from qa.question.wishes import Wish
from qa.types import Meeting, Person, Role, Section
from tests.indexes import sample_index
from tests.meetings import Writer, make_item, make_meeting, sample_meetings


def meetings_with_reservation() -> list[Meeting]:
    writer = Writer()
    item = replace(
        make_item("m", "§ 1", "Avgiften"),
        sections=(
            Section(Role.DECISION, "Beslut", (writer.paragraph("Avgiften höjs från nästa år."),)),
            Section(Role.RESERVATION, "Reservation", (writer.paragraph("Anna Ek (S) anmäler reservation."),)),
        ),
    )
    other = make_item("m", "§ 2", "Simhallen", "Simhallen rivs i maj.")
    attendees = (Person("Anna Ek", "S"), Person("Bo Ek", "M"), Person("Cia Alm", "S"))
    return [replace(make_meeting("m", [item, other]), attendees=attendees), *sample_meetings()]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return sample_index(Path(tmp_path_factory.mktemp("index")), meetings_with_reservation())


def rows_of(index: Index, title: str, role: Role = Role.TEXT) -> list[int]:
    return [
        row
        for row, passage in enumerate(index.passages)
        if (passage.citation.item_title, passage.citation.section) == (title, role)
    ]


def test_passages_that_name_the_person_gain(index: Index) -> None:
    understood = understand(index, "Vad sa anna ek (s)?")
    assert [(person.name, person.party) for person in understood.people] == [("Anna Ek", "S")]
    gained = preference(index, understood) == PERSON_BONUS
    assert gained.nonzero()[0].tolist() == rows_of(index, "Avgiften", Role.RESERVATION)


def test_passages_of_the_item_whose_number_is_named_gain(index: Index) -> None:
    understood = understand(index, "vad står i paragraf 2, och i § 99?")
    assert understood.item_numbers == ("§ 2",)
    gained = {index.passages[row].citation.item_number for row in preference(index, understood).nonzero()[0]}
    assert gained == {"§ 2"}
    assert preference(index, understood).max() == ITEM_NUMBER_BONUS


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Anna Eks reservation", ["Anna Ek"]),
        ("vad sa Ek (M) och Ek (S)?", ["Bo Ek", "Anna Ek"]),
        ("vad sa Ek?", []),
        ("Dan Ask", []),
    ],
)
def test_people_are_known_by_full_name_or_by_last_name_and_party(
    index: Index, question: str, names: list[str]
) -> None:
    assert [person.name for person in understand(index, question).people] == names


def test_an_abbreviation_behind_a_name_makes_no_person_of_it(tmp_path: Path) -> None:
    item = make_item("m", "§ 1", "Samverkan", "Chefsgrupp Sund (CGS) möts. Chefsgrupp Sund (CGS) beslutar.")
    index = sample_index(tmp_path, [make_meeting("m", [item])])
    assert understand(index, "vad gör Chefsgrupp Sund?").people == ()


def test_the_section_asked_for_comes_first_in_its_item_and_no_item_overtakes_another(index: Index) -> None:
    (decision,), (reservation,) = (
        rows_of(index, "Avgiften", role) for role in (Role.DECISION, Role.RESERVATION)
    )
    scores = np.full(len(index.passages), 0.45, dtype=np.float32)
    scores[decision], scores[reservation] = 0.5, 0.42
    lifted = lift_sections(index, Understood(wishes=(Wish.RESERVATION,)), scores)
    assert 0.5 < lifted[reservation] < 0.501
    others = np.arange(len(scores)) != reservation
    assert np.array_equal(lifted[others], scores[others])
    assert scores[reservation] == np.float32(0.42)


def test_a_section_is_lifted_only_so_far(index: Index) -> None:
    (decision,), (reservation,) = (
        rows_of(index, "Avgiften", role) for role in (Role.DECISION, Role.RESERVATION)
    )
    scores = np.zeros(len(index.passages), dtype=np.float32)
    scores[reservation] = 1.0
    lifted = lift_sections(index, Understood(wishes=(Wish.DECISION,)), scores)
    assert lifted[decision] == DECISION_LIFT


def test_without_a_wish_for_a_section_scores_stay(index: Index) -> None:
    scores = np.zeros(len(index.passages), dtype=np.float32)
    assert lift_sections(index, Understood(wishes=(Wish.PERSON,)), scores) is scores
