"""Citations: where a passage stands, ready to check and to paste."""

from qa.swedish_dates import format_dates
from qa.types import AgendaItem, Citation, Meeting, Role

UNKNOWN_DATE = "datum okänt"


def name_of_meeting(meeting: Meeting) -> str:
    """Return what is known of body and date, in Swedish; empty where nothing is."""
    name = meeting.body or meeting.title
    if meeting.start_date is None:
        return name
    return f"{name} {format_dates(meeting.start_date, meeting.end_date)}".lstrip()


def name_of_item(item: AgendaItem) -> str:
    """Return number and title of an item: ``§ 96 Title``, ``punkt 3 Title`` or the title alone."""
    if not item.number:
        return item.title
    number = f"punkt {item.number}" if item.number[0].isdigit() else item.number
    return f"{number} {item.title}".strip()


def cite(meeting: Meeting, item: AgendaItem, section: Role, page: int | None) -> Citation:
    """Make the citation of a passage; it says in words that a date is not known.

    Args:
        meeting: the meeting.
        item: one of its agenda items.
        section: the role of the section the passage is cut from.
        page: the printed page number, None where the file has none.
    """
    name = name_of_meeting(meeting) or meeting.source_file
    if meeting.start_date is None:
        name += f" ({UNKNOWN_DATE})"
    text = ", ".join(part for part in (name, name_of_item(item)) if part)
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
