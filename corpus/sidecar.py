"""The sidecar ``metadata.csv``: what the files beside it do not say themselves."""

from dataclasses import dataclass
from datetime import date


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
