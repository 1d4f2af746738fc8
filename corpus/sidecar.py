"""The sidecar ``metadata.csv``: what the files beside it do not say themselves."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from types import MappingProxyType

from corpus.decoding import decode
from corpus.facts.dates import read_date
from qa.errors import DocumentError

SIDECAR_NAME = "metadata.csv"
_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "file": "file",
        "fil": "file",
        "filnamn": "file",
        "body": "body",
        "organ": "body",
        "nämnd": "body",
        "date": "date",
        "datum": "date",
        "end_date": "end_date",
        "slutdatum": "end_date",
        "title": "title",
        "titel": "title",
        "rubrik": "title",
        "place": "place",
        "plats": "place",
        "url": "url",
        "länk": "url",
    }
)
_GLOB = re.compile(r"[*?[]")
_KNOWN = "file, body, date, end_date, title, place, url"


@dataclass(frozen=True, slots=True)
class SidecarRow:
    """What a row says of the files that its pattern names; empty strings where it says nothing."""

    pattern: str
    body: str = ""
    title: str = ""
    place: str = ""
    url: str = ""
    start: date | None = None
    end: date | None = None

    @property
    def content(self) -> tuple[str, ...]:
        """What the row says, without the pattern: two rows that say the same are the same."""
        days = (str(day) if day else "" for day in (self.start, self.end))
        return (self.body, self.title, self.place, self.url, *days)

    def names(self, path: str) -> bool:
        """Whether the pattern names the file at ``path`` (from the sidecar's folder, with ``/``).

        A pattern without ``/`` is held against the file's own name, in whatever folder.
        """
        return self.spells_out(path) or (
            _GLOB.search(self.pattern) is not None and fnmatchcase(self._target(path), self.pattern)
        )

    def spells_out(self, path: str) -> bool:
        """Whether the pattern is the path or the name itself."""
        return self._target(path) == self.pattern

    def _target(self, path: str) -> str:
        return path if "/" in self.pattern else path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The rows of one sidecar in order, and what could not be used of it (Swedish sentences)."""

    rows: tuple[SidecarRow, ...]
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def row_for(self, path: str) -> SidecarRow | None:
        """Return the row for a file: one that spells out its path, else the first pattern that fits."""
        exact = next((row for row in self.rows if row.spells_out(path)), None)
        return exact or next((row for row in self.rows if row.names(path)), None)

    def unused(self, paths: Sequence[str]) -> tuple[SidecarRow, ...]:
        """Return the rows that name none of the files."""
        return tuple(row for row in self.rows if not any(map(row.names, paths)))


def read_sidecar(data: bytes, name: str) -> Sidecar:
    """Read a sidecar with commas or semicolons between its columns.

    A row that cannot be read is left out and reported; the others stand.

    Args:
        data: the bytes of the file.
        name: its name, for messages.

    Raises:
        DocumentError: it is no text, or no column says which file a row is about.
    """
    lines = decode(data, name).splitlines()
    header = next(line for line in lines if line.strip())
    separator = max(";,\t", key=header.count)
    table = list(csv.reader(lines[lines.index(header) :], delimiter=separator, skipinitialspace=True))
    columns = [cell.strip().lower() for cell in table[0]]
    fields = [_COLUMNS.get(column) for column in columns]
    if "file" not in fields:
        raise DocumentError(f"{name} saknar kolumnen file. Första raden ska ange kolumner bland {_KNOWN}.")
    unknown = [column for column, field in zip(columns, fields, strict=True) if column and field is None]
    warnings = [f'{name}: kolumnen "{column}" är okänd; använd {_KNOWN}.' for column in unknown]
    rows: list[SidecarRow] = []
    errors: list[str] = []
    for number, cells in enumerate(table[1:], lines.index(header) + 2):
        if not any(cell.strip() for cell in cells):
            continue
        try:
            rows.append(_row(zip(fields, cells, strict=False)))
        except DocumentError as error:
            errors.append(f"Rad {number}: {error}")
    return Sidecar(tuple(rows), tuple(errors), tuple(warnings))


def _row(cells: Iterable[tuple[str | None, str]]) -> SidecarRow:
    values = {field: cell.strip() for field, cell in cells if field is not None}
    pattern = unicodedata.normalize("NFC", values.get("file", "")).replace("\\", "/").removeprefix("./")
    if not pattern:
        raise DocumentError("kolumnen file är tom; skriv filens namn eller ett mönster som 2023/*.txt.")
    start, end = _days(values.get("date", ""), values.get("end_date", ""))
    return SidecarRow(
        pattern=pattern,
        body=values.get("body", ""),
        title=values.get("title", ""),
        place=values.get("place", ""),
        url=values.get("url", ""),
        start=start,
        end=end,
    )


def _days(printed: str, printed_end: str) -> tuple[date | None, date | None]:
    if not printed:
        if printed_end:
            raise DocumentError(f'end_date är "{printed_end}" men date är tomt; ange även första dagen.')
        return None, None
    start, end = _read(printed, "date")
    if printed_end:
        end, _ = _read(printed_end, "end_date")
    if end is not None and end < start:
        raise DocumentError(f'end_date "{end}" är före date "{start}"; ange sista dagen i end_date.')
    return start, None if end == start else end


def _read(printed: str, column: str) -> tuple[date, date | None]:
    found = read_date(unicodedata.normalize("NFC", printed))
    if found is None:
        raise DocumentError(f'{column} är "{printed}", som inte är ett datum; skriv det som 2024-01-31.')
    return found
