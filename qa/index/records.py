"""Meetings and passages as lines of JSON."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from qa.errors import IndexFormatError

Record = TypeVar("Record")


def write_records(path: Path, records: Iterable[Record], kind: type[Record]) -> None:
    """Write one record a line."""
    adapter = TypeAdapter(kind)
    with path.open("wb") as file:
        for record in records:
            file.write(adapter.dump_json(record) + b"\n")


def read_records(path: Path, kind: type[Record]) -> tuple[Record, ...]:
    """Read the records of a file in order.

    Raises:
        IndexFormatError: the file is missing, or a line is no such record.
    """
    adapter = TypeAdapter(kind)
    try:
        with path.open("rb") as file:
            return tuple(adapter.validate_json(line) for line in file)
    except (OSError, ValidationError) as error:
        raise IndexFormatError(f"{path} går inte att läsa. Bygg om indexet med: qa index MAPP") from error
