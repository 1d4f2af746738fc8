"""Personal data in a text: what kind, and where."""

from dataclasses import dataclass

from qa.reading import PersonalDataKind


@dataclass(frozen=True, slots=True)
class Finding:
    """The stretch ``text[start:end]`` is personal data of a kind."""

    kind: PersonalDataKind
    start: int
    end: int
