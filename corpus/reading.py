"""A file as a meeting: the one way into the archive."""

from dataclasses import replace

from corpus.layout.furniture import clear_furniture
from corpus.minutes import parse_sheet
from corpus.privacy.detect import find_personal_data
from corpus.privacy.policy import follow, locate, masked
from corpus.quality import judge_reading
from corpus.readers import read_document
from corpus.source import SourceFile
from qa.reading import PrivacyPolicy
from qa.types import Meeting


def read_meeting(source: SourceFile) -> Meeting:
    """Read a file and understand it as minutes.

    A file that is text but cannot be understood as minutes becomes a meeting of one item, with
    a warning. Personal data is masked before anything else looks at the text, where the source's
    policy is not merely to warn.

    Raises:
        DocumentError: the file cannot be read as text.
    """
    document = read_document(source)
    findings = find_personal_data(document.text)
    if source.privacy is not PrivacyPolicy.WARN:
        document = masked(document, findings)
    sheet = clear_furniture(document)
    meeting = parse_sheet(sheet, document, source)
    meeting = replace(
        meeting,
        title=meeting.title or document.title,
        warnings=(*document.warnings, *meeting.warnings),
    )
    personal_data = locate(findings, document, meeting)
    reading = judge_reading(sheet, meeting, personal_data, source.privacy)
    return follow(source.privacy, replace(meeting, reading=reading), personal_data)
