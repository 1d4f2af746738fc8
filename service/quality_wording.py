"""How well a file was read, in a line."""

from qa.quality import Quality
from service.wording import dates_of, plural


def facts_of(quality: Quality) -> str:
    """Say in a line what was recognised: body, date, items and how much of the text."""
    meeting = quality.meeting
    if meeting is None:
        return "kunde inte läsas"
    items = plural(len(meeting.items), "ärende", "ärenden")
    listed = "" if quality.listed is None else f" ({quality.listed} i ärendelistan)"
    share = "okänd andel" if quality.coverage is None else f"{100 * quality.coverage:.0f} % av texten"
    return f"{meeting.body or 'okänt organ'}, {dates_of(meeting)}, {items}{listed}, {share}"
