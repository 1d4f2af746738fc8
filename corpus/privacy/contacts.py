"""Telephone numbers and e-mail addresses of private persons.

What belongs to an authority or a function is public and stays: addresses at the domain of an
organisation, landlines, and numbers beside the name of an office or a profession. Private are
addresses at a provider for consumers or at a domain of the person's own name, mobile numbers
beside no function, and landlines that are said to be at home or stand beside a home address.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from corpus.privacy.finding import Finding
from corpus.privacy.surroundings import line_of, names_function
from qa.reading import PersonalDataKind

_EMAIL = re.compile(r"(?<![\w.+-])(?P<local>[\w.+-]{1,64})@(?P<domain>(?:[\w-]{1,63}\.){1,5}[a-z]{2,24})\b")
_PROVIDERS = frozenset(
    """
    aol bahnhof bredband comhem fastmail glocalnet gmail gmx googlemail home hotmail icloud live mac mail me
    msn outlook passagen proton protonmail spray swipnet tele2 telia tutanota yahoo ymail yandex zoho
    """.split()
)
_DIGITS = r"(?:[ \u00a0.–-]?\d)"
_MOBILE = re.compile(
    r"(?<![\d/+-])(?:(?:\+|00)46[ \u00a0-]?(?:\(0\))?[ \u00a0]?7[02369]|07[02369])"
    rf"(?:[ \u00a0]?[/–-][ \u00a0\n]?)?(?:{_DIGITS}|\n\d){{7}}(?![\d/])"
)
_LANDLINE = re.compile(
    r"(?<![\d/+-])(?:(?:\+|00)46[ \u00a0-]?(?:\(0\))?[1-9]\d{0,2}|0[1-9]\d{0,2})"
    rf"[ \u00a0]?[/–-][ \u00a0]?\d{_DIGITS}{{4,7}}(?![\d/])"
)
_AT_HOME = re.compile(
    r"(?:\bhem(?:telefon|nr|nummer)?|bost(?:ad)?|privat|\bpriv)\b[^\n\d]{0,15}$", re.IGNORECASE
)
_LABEL_REACH = 30
_ADDRESS_REACH = 120


def find_emails(text: str) -> Iterator[Finding]:
    """Yield the e-mail addresses of private persons."""
    for match in _EMAIL.finditer(text):
        *_, organisation, _country = match["domain"].lower().split(".")
        names = re.split(r"[._+-]", match["local"].lower())
        if organisation in _PROVIDERS or (len(names) > 1 and organisation in names):
            yield Finding(PersonalDataKind.EMAIL, *match.span())


def find_phones(text: str, addresses: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the telephone numbers of private persons.

    Args:
        text: the source text.
        addresses: the home addresses in it; a landline beside one is at home.
    """
    for match in _MOBILE.finditer(text):
        start, end = line_of(text, *match.span(), before=1)
        if not names_function(text[start:end]):
            yield Finding(PersonalDataKind.PHONE, *match.span())
    for match in _LANDLINE.finditer(text):
        label = text[max(0, match.start() - _LABEL_REACH) : match.start()]
        is_beside_home = _is_near(match.start(), addresses) and not names_function(label)
        if is_beside_home or _AT_HOME.search(label):
            yield Finding(PersonalDataKind.PHONE, *match.span())


def _is_near(position: int, addresses: Sequence[Finding]) -> bool:
    """Tell whether one of the addresses, which are in order, stands near a position."""
    after = bisect_left(addresses, position, key=lambda address: address.start)
    return any(
        address.start - _ADDRESS_REACH <= position <= address.end + _ADDRESS_REACH
        for address in addresses[max(0, after - 1) : after + 1]
    )
