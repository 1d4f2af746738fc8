"""A file as a meeting: the one way into the archive."""

from corpus.minutes import parse_meeting
from corpus.readers import read_document
from corpus.source import SourceFile
from qa.types import Meeting


def read_meeting(source: SourceFile) -> Meeting:
    """Read a file and understand it as minutes.

    A file that is text but cannot be understood as minutes becomes a meeting of one item, with
    a warning.

    Raises:
        DocumentError: the file cannot be read as text.
    """
    return parse_meeting(read_document(source), source)
