"""What ``qa inspect --all --json`` gives."""

import datetime
from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from qa.quality import Quality
from qa.types import DateBasis


class FileQuality(BaseModel):
    """How well one file was read; what is not known is null.

    ``coverage`` is a share in [0, 1], ``reasons`` are Swedish sentences, and a file with a higher
    ``severity`` wants a look sooner. ``personal_data`` counts what was found, by kind.
    """

    model_config = ConfigDict(frozen=True)

    file: str
    is_read: bool
    body: str | None = None
    date: datetime.date | None = None
    end_date: datetime.date | None = None
    date_basis: DateBasis | None = None
    items: int | None = None
    listed_items: int | None
    coverage: float | None
    personal_data: dict[str, int] = {}
    reasons: tuple[str, ...]
    severity: int


class QualityReport(BaseModel):
    """All files, those that want a look most first."""

    model_config = ConfigDict(frozen=True)

    files: tuple[FileQuality, ...]


def report_of(qualities: Sequence[Quality]) -> QualityReport:
    """Return the report."""
    return QualityReport(files=tuple(_file(quality) for quality in qualities))


def _file(quality: Quality) -> FileQuality:
    meeting = quality.meeting
    found: dict[str, int] = {}
    if meeting and meeting.reading:
        for data in meeting.reading.personal_data:
            found[data.kind.value] = found.get(data.kind.value, 0) + 1
    return FileQuality(
        file=quality.file,
        is_read=meeting is not None,
        body=meeting.body if meeting else None,
        date=meeting.start_date if meeting else None,
        end_date=meeting.end_date if meeting else None,
        date_basis=meeting.date_basis if meeting else None,
        items=len(meeting.items) if meeting else None,
        listed_items=quality.listed,
        coverage=None if quality.coverage is None else round(quality.coverage, 4),
        personal_data=found,
        reasons=(*quality.privacy_notes, *quality.reasons),
        severity=quality.severity,
    )
