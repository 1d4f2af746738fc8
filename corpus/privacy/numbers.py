"""Personal identity numbers and coordination numbers, told from organisation numbers and amounts.

A number is found by its form, by a day of birth that can be, and by its check digit (Skatteverket,
SKV 704 and SKV 707; the check digit is that of Luhn 1960 over the ten last digits). Organisation
numbers have 2 or more as their third digit, where a personal number has the month.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from corpus.privacy.finding import Finding
from qa.reading import PersonalDataKind

_HYPHEN = r"[ \t\u00a0]?[-+\u2010-\u2013\u2212\u00ad][ \t\u00a0]?(?:\n[ \t]{0,8})?"
_NUMBER = re.compile(
    rf"(?<!\d)(?<!\d[-/])(?P<century>\d\d)?(?P<birth>\d{{6}})(?P<sign>{_HYPHEN})?(?P<rest>\d{{4}})"
    r"(?!\d)(?![-/]\d)"
)
_LABELLED = re.compile(
    r"(?:person(?:nummer|-?nr)|pers\.?[ ]?nr|p-?nr|född)\b[^\w\n]{0,5}"
    r"(?P<number>(?P<century>\d\d)?(?P<birth>\d{6})(?P<sign>)[ \t\u00a0]{1,3}(?P<rest>\d{4}))(?!\d)",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(
    r"(?:telefon|mobil|tel|ocr|bankgiro|plusgiro|faktura|konto|kund|order|referens|ref)"
    r"[\w-]{0,10}[.:]*[ \t]*$",
    re.IGNORECASE,
)
_LABEL_REACH = 24
_COORDINATION = 60
"""Added to the day of birth in coordination numbers."""
_OLDEST = 130
"""Years; nobody in the registers is older."""
_CENTENARIAN = 99
"""Age from which the sign is a plus; the sign changes in the year that somebody turns 100."""


def find_personal_numbers(text: str) -> Iterator[Finding]:
    """Yield the personal identity numbers and coordination numbers in a text, in order of form.

    Found are ``YYMMDD-NNNN`` and ``YYYYMMDD-NNNN`` with hyphen, dash or plus, also where a line ends
    after the hyphen, and both without; with a space only after a word such as "personnummer".
    """
    today = datetime.now(UTC).date()
    for match in _NUMBER.finditer(text):
        kind = _kind(match, today)
        if kind and (match["sign"] or not _is_labelled_otherwise(text, match.start())):
            yield Finding(kind, match.start(), match.end())
    for match in _LABELLED.finditer(text):
        kind = _kind(match, today)
        if kind:
            yield Finding(kind, *match.span("number"))


def has_valid_check_digit(digits: str) -> bool:
    """Tell whether ten digits end with the check digit that the nine before them ask for."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _kind(match: re.Match[str], today: date) -> PersonalDataKind | None:
    birth, rest = match["birth"], match["rest"]
    if rest.startswith("000") or not has_valid_check_digit(birth + rest):
        return None
    month, day = int(birth[2:4]), int(birth[4:])
    kind = PersonalDataKind.PERSONAL_NUMBER
    if day > _COORDINATION:
        day -= _COORDINATION
        kind = PersonalDataKind.COORDINATION_NUMBER
    years = _years(match["century"], birth[:2], is_old="+" in (match["sign"] or ""), today=today)
    return kind if any(_is_past_day(year, month, day, today) for year in years) else None


def _years(century: str | None, year: str, *, is_old: bool, today: date) -> list[int]:
    """Return the years that two digits may mean."""
    if century is not None:
        return [int(century + year)]
    newest = today.year - _CENTENARIAN if is_old else today.year
    return [full for first in (18, 19, 20) if (full := first * 100 + int(year)) <= newest]


def _is_past_day(year: int, month: int, day: int, today: date) -> bool:
    try:
        return today.year - _OLDEST <= year and date(year, month, day) <= today
    except ValueError:
        return False


def _is_labelled_otherwise(text: str, start: int) -> bool:
    """Tell whether digits without a hyphen are said to be a number of another kind."""
    return _OTHER_NUMBER.search(text, max(0, start - _LABEL_REACH), start) is not None
