"""What stands around a stretch of text: persons, functions, authorities."""

import re

_WORD = r"[A-ZÅÄÖÉ][a-zåäöéèüï]+(?:-[A-ZÅÄÖÉ][a-zåäöéèüï]+)?"
NAME = re.compile(rf"(?<!\w){_WORD}(?: (?:(?:von|af|de|van) )?{_WORD}){{1,3}}(?!\w)")
"""Two to four words with capitals, as persons are written."""
_FUNCTION = re.compile(
    r"växel|\bjour|kundtjänst|kund(?:center|service)|kontakt ?center|medborgar(?:service|kontor)|receptio"
    r"|registrator|kansli|expedition|support|larm|polis|press(?:kontakt|jour|tjänst)|kommunen|förvaltning|kontoret"
    r"|handläggare|chef\b|direktör|sekreterare|strateg|utredare|samordnare|ingenjör|arkitekt|kommunikatör"
    r"|controller|jurist|rektor|planerare|inspektör|administratör|ansvarig tjänsteperson|revisor",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"kommun|region|förvaltning|nämnd|\bAB\b|\bHB\b|bolag|förening|förbund|stiftelse|skola|myndighet|verket\b"
    r"|styrelse|domstol|tingsrätt|kammarrätt|besöksadress|kontor|huset\b|salen\b|lokal|kansli|hotell|konferens"
    r"|kyrka|bibliotek|central|\bbox\b|plats\b|museum|restaurang",
    re.IGNORECASE,
)

_REACH = 300


def line_of(text: str, start: int, end: int, before: int = 0) -> tuple[int, int]:
    """Return the span of the lines that ``text[start:end]`` stands on, and of ``before`` lines above.

    It reaches no farther than ``_REACH`` characters to either side, however long the lines are.
    """
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    first = text.rfind("\n", low, start)
    for _ in range(before):
        if first < 0:
            break
        first = text.rfind("\n", low, first)
    last = text.find("\n", end, high)
    return (low if first < 0 else first + 1), (high if last < 0 else last)


def names_function(stretch: str) -> bool:
    """Tell whether a stretch names an office, a profession or a service rather than a private person."""
    return _FUNCTION.search(stretch) is not None


def names_authority(stretch: str) -> bool:
    """Tell whether a stretch names an authority, a company, an association or a place for meetings."""
    return _AUTHORITY.search(stretch) is not None
