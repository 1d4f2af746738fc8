from collections.abc import Sequence

import pytest

from qa.chunking import passages_of_meeting
from qa.index.selection import Selector
from qa.types import AgendaItem, Filter, Role, Section
from tests.meetings import Writer, make_meeting


def selected(roles: Sequence[Role], where: Filter) -> list[bool]:
    writer = Writer()
    sections = tuple(Section(role, "", (writer.paragraph(f"Om {role}."),)) for role in roles)
    meeting = make_meeting("m", [AgendaItem("m/1", "§ 1", "Avgift", (), sections)])
    return list(Selector(passages_of_meeting(meeting)).mask(where))


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Filter(), [True, True, True]),
        (Filter(section=Role.DECISION), [False, True, False]),
        (Filter(section=Role.RESERVATION), [False, False, False]),
        (Filter(section=Role.DECISION, body="Sundnämnden"), [False, True, False]),
        (Filter(section=Role.DECISION, body="Annan"), [False, False, False]),
    ],
)
def test_a_section_lets_through_the_passages_of_its_role(where: Filter, expected: list[bool]) -> None:
    assert selected([Role.MATTER, Role.DECISION, Role.MOTION], where) == expected
