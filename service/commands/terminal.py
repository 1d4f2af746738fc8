"""Writing to the terminal: results on stdout, all else on stderr, nothing that files could abuse."""

import json
import sys
import unicodedata
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from pydantic import BaseModel

WIDEST = 100
"""Columns; longer lines are hard to read even where the window is wider."""


def out() -> Console:
    """Return the console for results."""
    return _console(stderr=False)


def err() -> Console:
    """Return the console for progress, warnings and errors."""
    return _console(stderr=True)


def write_json(value: "BaseModel") -> None:
    """Write a reply to stdout as JSON in UTF-8, whatever the locale says."""
    document = json.dumps(value.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"
    sys.stdout.flush()
    sys.stdout.buffer.write(document.encode())
    sys.stdout.buffer.flush()


def plain(text: str) -> str:
    """Return a text without control characters: a file must not steer the terminal it is shown in."""
    return "".join(
        character for character in text if character in "\n\t" or unicodedata.category(character) != "Cc"
    )


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
    console = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDEST)
    return console
