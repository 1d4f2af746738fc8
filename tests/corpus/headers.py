"""Headers of invented minutes as the documents and lines that the readers of headers take."""

from pathlib import Path

from corpus.document import Document, Line, Page
from corpus.facts.header import Header, read_header
from corpus.facts.meeting_date import MeetingDate, meeting_date
from corpus.sidecar import SidecarRow
from corpus.source import SourceFile


def document_of(text: str, name: str = "x.txt") -> Document:
    return Document(name, text, (Page(None, 0, len(text)),))


def source_of(name: str = "x.txt", sidecar: SidecarRow | None = None) -> SourceFile:
    return SourceFile(Path(name), name, "x", "", sidecar)


def date_of(
    header: str, body: str = "", name: str = "x.txt", sidecar: SidecarRow | None = None
) -> MeetingDate:
    document = document_of(f"{header}\n{body}", name)
    return meeting_date(header.split("\n"), document, source_of(name, sidecar))


def header_of(header: str, body: str = "", sidecar: SidecarRow | None = None) -> Header:
    document = document_of(f"{header}\n{body}")
    lines = []
    position = 0
    for text in header.split("\n"):
        lines.append(Line(text, position))
        position += len(text) + 1
    return read_header(lines, document, source_of(sidecar=sidecar))
