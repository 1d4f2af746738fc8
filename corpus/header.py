"""The header of minutes: which body met, when, where, and who was there."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Document, Line
from corpus.folder import SourceFile
from corpus.meeting_date import MeetingDate
from qa.types import DateBasis, Person


@dataclass(frozen=True, slots=True)
class Header:
    """The facts of a meeting; empty where neither file nor sidecar gives them."""

    body: str
    title: str
    date: MeetingDate
    place: str = ""
    time: str = ""
    attendees: tuple[Person, ...] = ()
    absent: tuple[Person, ...] = ()
    url: str = ""
    warnings: tuple[str, ...] = ()


def read_header(lines: Sequence[Line], document: Document, source: SourceFile) -> Header:
    """Read the header lines of a file."""
    _ = lines, document, source
    return Header(body="", title="", date=MeetingDate(None, None, DateBasis.UNKNOWN))
