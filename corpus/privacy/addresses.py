"""Home addresses of persons, and persons whose identity is protected."""

import re
from collections.abc import Iterator

from corpus.privacy.finding import Finding
from corpus.privacy.surroundings import NAME, line_of, names_authority, names_function
from qa.reading import PersonalDataKind

_STREET = (
    r"(?<!\w)[A-ZÅÄÖ][\w-]{1,40}(?: [\w-]{1,30}){0,2} \d{1,4}(?: ?[A-Za-z](?!\w))?"
    r"(?:,? (?:lgh|läg(?:enhet)?|vån)\.? ?\d{1,4}|,? \d{1,2} ?tr\.?)?"
)
_ADDRESS = re.compile(
    rf"{_STREET}[ \t\u00a0]{{0,4}}[,;]?[ \t\u00a0]{{0,4}}(?:\n[ \t]{{0,8}})?"
    r"(?:SE?[- ]{1,2})?\d{3}[ \u00a0]?\d\d[ \t\u00a0]{1,3}[A-ZÅÄÖ][A-Za-zÅÄÖåäöé-]+"
)
_STREET_ALONE = re.compile(
    r"(?<!\w)[A-ZÅÄÖ][\wåäö-]{0,40}(?:gatan|vägen|gränden|stigen|torget|backen|leden|slingan|ringen| gata"
    r"| väg| gränd) \d{1,4}(?: ?[A-Za-z](?!\w))?"
)
_PROTECTED = re.compile(
    r"skyddade personuppgifter|skyddad (?:identitet|folkbokföring|adress)|sekretessmarkerad(?:e|t)?"
    r"|sekretessmarkering|kvarskriv(?:en|ning)|fingerade personuppgifter",
    re.IGNORECASE,
)
_PARTY = re.compile(r" ?\([A-ZÅÄÖ]{1,3}\)")
_HAS = re.compile(
    r"[\s,;:(–-]*(?:(?:har|hade|med|som|lever|levande|beviljats|beviljad|fått|omfattas|av|är|under|och)\b[\s,;:(–-]*){0,5}"
)
_OF = re.compile(
    r"[\s,;:)(–-]*(?:(?:för|gäller|avser|avseende|rörande|angående|beviljas|beviljats|personen|sökanden|klaganden"
    r"|modern|fadern|barnet)\b[\s,;:(–-]*){0,4}"
)
_NAME_REACH = 60
_PERSON_LINES = 2
"""Lines above an address where the person's name may stand."""


def find_addresses(text: str) -> Iterator[Finding]:
    """Yield addresses with street, number and post town that stand beside a person's name.

    Addresses of authorities, companies and meeting places are not found.
    """
    for match in _ADDRESS.finditer(text):
        start, end = line_of(text, *match.span(), before=_PERSON_LINES)
        before, around = text[start : match.start()], text[start:end]
        if NAME.search(before) and not names_authority(around):
            yield Finding(PersonalDataKind.ADDRESS, *match.span())


def find_protected(text: str) -> Iterator[Finding]:
    """Yield names and street addresses of which the text says that they are protected.

    A mention of the matter alone, as in "rutin för skyddade personuppgifter", is nobody's secret.
    """
    for match in _PROTECTED.finditer(text):
        low, high = max(0, match.start() - _NAME_REACH), min(len(text), match.end() + _NAME_REACH)
        start, end = line_of(text, *match.span())
        spans = [
            name.span()
            for name in NAME.finditer(text, low, high)
            if _is_protected(text, name, match) and not _is_public(text, name)
        ]
        spans += [street.span() for street in _STREET_ALONE.finditer(text, start, end)]
        for span in spans:
            yield Finding(PersonalDataKind.PROTECTED_IDENTITY, *span)


def _is_protected(text: str, name: re.Match[str], mention: re.Match[str]) -> bool:
    """Tell whether only words that tie a person to her protection stand between the two."""
    if name.end() <= mention.start():
        return _HAS.fullmatch(text, name.end(), mention.start()) is not None
    return name.start() >= mention.end() and _OF.fullmatch(text, mention.end(), name.start()) is not None


def _is_public(text: str, name: re.Match[str]) -> bool:
    """Tell whether a name is that of a politician (party after it) or an official (title before it)."""
    line_start, _ = line_of(text, *name.span())
    title = text[line_start : name.start()].split()[-2:]
    return _PARTY.match(text, name.end()) is not None or names_function(" ".join(title))
