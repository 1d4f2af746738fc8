"""How well a file was read: what the archivist wants to know before she trusts the index."""

from dataclasses import dataclass
from enum import StrEnum


class PrivacyPolicy(StrEnum):
    """What is done about personal data that is found in a file before it is indexed."""

    WARN = "warn"
    """Tell where it stands, and index the text as it is."""
    MASK = "mask"
    """Put signs of the same number in its place."""
    LEAVE_OUT_ITEM = "leave-out-item"
    """Leave the agenda item out; mask what stands outside the items."""


class PersonalDataKind(StrEnum):
    """A kind of personal data. The values are shown to users."""

    PERSONAL_NUMBER = "personnummer"
    COORDINATION_NUMBER = "samordningsnummer"
    PROTECTED_IDENTITY = "skyddade personuppgifter"
    PHONE = "telefonnummer"
    EMAIL = "e-postadress"
    ADDRESS = "bostadsadress"


@dataclass(frozen=True, slots=True)
class PersonalData:
    """Where personal data stands, never what it says.

    ``item_id`` is empty outside the agenda items; ``line`` counts from 1 in the source text.
    """

    kind: PersonalDataKind
    item_id: str
    line: int


class DoubtKind(StrEnum):
    """Why somebody should look at how a file was read."""

    NO_ITEMS = "no_items"
    """The whole file became one item."""
    AGENDA = "agenda"
    """The agenda list names an item that was not found."""
    COVERAGE = "coverage"
    """A good part of the text is in no item."""
    REPEATED_NUMBER = "repeated_number"
    LONG_ITEM = "long_item"
    EMPTY_ITEM = "empty_item"
    TITLE = "title"
    """A title is missing, or too long to be one."""
    ATTENDANCE = "attendance"
    """Nobody is known to have been present."""
    LANGUAGE = "language"
    PERSONAL_DATA = "personal_data"
    """For those who run the service alone: no page may lead to it."""
    UNREADABLE = "unreadable"
    """Characters that stand for nothing, as from a damaged PDF."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to look at; ``text`` is a Swedish sentence, ``item_id`` empty for the whole file."""

    kind: DoubtKind
    text: str
    item_id: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of how a file was read.

    ``characters`` counts those of the source that are neither white space nor page furniture,
    ``covered`` those of them that stand in the opening, in an item or its heading, or in the agenda
    list. ``listed`` is the number of titles in the agenda list, None where there is none.
    ``privacy`` is the policy that was followed.
    """

    characters: int
    covered: int
    listed: int | None
    doubts: tuple[Doubt, ...]
    personal_data: tuple[PersonalData, ...]
    privacy: PrivacyPolicy

    @property
    def coverage(self) -> float:
        """Share of the text that was understood, in [0, 1]."""
        return self.covered / self.characters if self.characters else 1.0

    @property
    def privacy_notes(self) -> tuple[str, ...]:
        """Swedish sentences on where personal data was found."""
        return tuple(doubt.text for doubt in self.doubts if doubt.kind is DoubtKind.PERSONAL_DATA)
