"""What ``qa index --json`` gives."""

from collections import Counter
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from service.commands.building import Account


class FileNote(BaseModel):
    """A file and what is wrong with it, in Swedish."""

    file: str
    message: str


class IndexReport(BaseModel):
    """What became of every file, and what the index holds now.

    ``personal_data`` counts by kind what was found, ``withheld`` are the ids of what was purged.
    """

    model_config = ConfigDict(frozen=True)

    index: str
    index_version: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    failed: tuple[FileNote, ...]
    ignored: tuple[FileNote, ...]
    warnings: tuple[str, ...]
    personal_data: dict[str, int]
    withheld: tuple[str, ...]
    meetings: int
    items: int
    passages: int


def report_of(account: Account, folder: Path) -> IndexReport:
    """Return the report of a build."""
    report = account.report
    return IndexReport(
        index=str(folder),
        index_version=report.version,
        added=report.added,
        changed=report.changed,
        removed=report.removed,
        unchanged=report.unchanged,
        failed=tuple(FileNote(file=failure.file, message=failure.message) for failure in account.failed),
        ignored=tuple(FileNote(file=failure.file, message=failure.message) for failure in account.ignored),
        warnings=account.warnings,
        personal_data=dict(Counter(data.kind.value for data in report.personal_data)),
        withheld=report.withheld,
        meetings=report.meetings,
        items=report.items,
        passages=report.passages,
    )
