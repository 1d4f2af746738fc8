from qa.chunking import passages_of_meeting
from qa.types import AgendaItem, Role, Section
from service.pages.choices import choices_of
from tests.meetings import Writer, make_meeting


def test_bodies_come_in_swedish_order_and_sections_in_that_of_a_paragraph() -> None:
    writer = Writer()
    roles = (Role.RESERVATION, Role.TEXT, Role.DECISION, Role.DECISION)
    sections = tuple(Section(role, "", (writer.paragraph(f"Om {role}."),)) for role in roles)
    meetings = [
        make_meeting(body, [AgendaItem(f"{body}/1", "§ 1", "Avgift", (), sections)], body=body)
        for body in ("Överförmyndaren", "äldrenämnden", "Ånämnden", "Barnnämnden", "")
    ]
    passages = [passage for meeting in meetings for passage in passages_of_meeting(meeting)]
    choices = choices_of(meetings, passages)
    assert choices.bodies == ("Barnnämnden", "Ånämnden", "äldrenämnden", "Överförmyndaren")
    assert choices.sections == (Role.DECISION, Role.RESERVATION)
