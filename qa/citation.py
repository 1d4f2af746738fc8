"""Citations: where a passage stands, ready to check and to paste."""

from qa.swedish_dates import format_dates
from qa.types import AgendaItem, Citation, Meeting, Role

UNKNOWN_DATE = "datum okänt"
UNKNOWN_BODY = "Okänt organ"


def name_of_meeting(meeting: Meeting) -> str:
    """Return body and date in Swedish; a date that is not known is said to be so."""
    body = meeting.body or meeting.title or UNKNOWN_BODY
    if meeting.start_date is None:
        return f"{body} ({UNKNOWN_DATE})"
    return f"{body} {format_dates(meeting.start_date, meeting.end_date)}"


def name_of_item(item: AgendaItem) -> str:
    """Return number and title of an item: ``§ 96 Title``, ``punkt 3 Title`` or the title alone."""
    if not item.number:
        return item.title
    number = f"punkt {item.number}" if item.number[0].isdigit() else item.number
    return f"{number} {item.title}".strip()


def cite(meeting: Meeting, item: AgendaItem, section: Role, page: int | None) -> Citation:
    """Make the citation of a passage.

    Args:
        meeting: the meeting.
        item: one of its agenda items.
        section: the role of the section the passage is cut from.
        page: the printed page number, None where the file has none.
    """
    text = ", ".join(part for part in (name_of_meeting(meeting), name_of_item(item)) if part)
    if page is not None:
        text += f", s. {page}"
    return Citation(
        text=text,
        body=meeting.body,
        meeting_id=meeting.id,
        meeting_date=meeting.start_date,
        meeting_end_date=meeting.end_date,
        date_basis=meeting.date_basis,
        item_id=item.id,
        item_number=item.number,
        item_title=item.title,
        case_numbers=item.case_numbers,
        section=section,
        page=page,
        source_file=meeting.source_file,
        source_url=meeting.source_url,
    )
