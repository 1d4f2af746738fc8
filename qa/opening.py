"""The opening of the minutes, made searchable like an agenda item though it is none."""

from qa.types import AgendaItem, Meeting

OPENING_TITLE = "Plats, tid och närvarande"


def opening_item(meeting: Meeting) -> AgendaItem | None:
    """Return what stands before the first agenda item as an item, None where there is nothing.

    Who was present, and as what, stands nowhere else in the minutes.
    """
    if not meeting.opening:
        return None
    pages = {paragraph.page for section in meeting.opening for paragraph in section.paragraphs}
    return AgendaItem(
        id=f"{meeting.id}/inledande-uppgifter",
        number="",
        title=OPENING_TITLE,
        case_numbers=(),
        sections=meeting.opening,
        pages=tuple(sorted(page for page in pages if page is not None)),
    )


def searchable_items(meeting: Meeting) -> tuple[AgendaItem, ...]:
    """Return the opening, where there is one, and the agenda items."""
    opening = opening_item(meeting)
    return meeting.items if opening is None else (opening, *meeting.items)
