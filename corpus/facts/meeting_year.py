"""The year of a day that is printed without one, concluded from evidence that leaves one year only."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.document import Document
from corpus.facts.date_places import date_in_name, days_around, title_lines
from corpus.facts.dates import Mention, find_dates

_YEAR = re.compile(r"(?<![\d:/.])(?:19|20)\d\d(?![\d:])")
_YEAR_IN_NAME = re.compile(r"(?<![\w-])(?:19|20)\d\d(?![\w-])")
_CASE_NUMBER = re.compile(r"\b(?:[A-ZÅÄÖ]{2,}[ -]?(?:19|20)\d\d[-:/]\d+|(?:19|20)\d\d[/:-]\d+)")
_AFTER_MEETING_DAYS = 120
"""Minutes are adjusted within weeks; a notice or a file's date may come some months later."""
_MIN_NAMINGS = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """Years that one kind of evidence speaks for, and the Swedish words for that kind."""

    years: frozenset[int]
    words: str

    def fitting(self, mention: Mention) -> tuple[int, ...]:
        """Return the years in which the mention's weekdays are right, ascending."""
        return tuple(year for year in sorted(self.years) if mention.weekdays_fit(year))


def year_evidence(
    mention: Mention, header_lines: Sequence[str], document: Document, name: str
) -> Evidence | None:
    """Return the strongest evidence there is for the year of ``mention``; None if there is none.

    From strong to weak: the day of adjustment or notice, the meeting's title, the file's name and
    folders, and, where a weekday is printed, the years in the text. A weaker kind never overrules
    a stronger one.

    Args:
        mention: a day, or days, without a year.
        header_lines: the lines of the header.
        document: the whole file.
        name: its name below the indexed folder.
    """
    return next(
        (found for found in _all_evidence(mention, header_lines, document, name) if found.years), None
    )


def _all_evidence(
    mention: Mention, header_lines: Sequence[str], document: Document, name: str
) -> Iterator[Evidence]:
    around = {year for day in days_around(header_lines) for year in _years_before(mention, day)}
    yield Evidence(frozenset(around), "justeringens eller anslagets datum")
    titles = " ".join(title_lines(header_lines))
    yield Evidence(frozenset(map(int, _YEAR.findall(titles))), "rubriken")
    named = date_in_name(name)
    if named is not None:
        yield Evidence(frozenset(_years_before(mention, named[0])), "datumet i filens namn")
    in_name = map(int, _YEAR_IN_NAME.findall(name.replace("_", " ")))
    yield Evidence(frozenset(in_name), "filens namn eller mapp")
    if mention.has_weekday:
        yield Evidence(_years_of_same_day(mention, document), "samma dag längre ned i texten")
        yield Evidence(_years_lived_in(mention, document), "veckodagen och de årtal som texten nämner")


def _years_before(mention: Mention, known: date) -> Iterator[int]:
    """Return the year that puts the meeting at most four months before a known day, or on it."""
    for year in (known.year, known.year - 1):
        days = mention.days_in(year)
        if days is not None and 0 <= (known - days[0]).days <= _AFTER_MEETING_DAYS:
            yield year


def _years_of_same_day(mention: Mention, document: Document) -> frozenset[int]:
    """Return the years in which the text has that very day, where the weekday is right too."""
    return frozenset(
        other.year
        for other in find_dates(document.text)
        if other.year is not None and other.same_day(mention) and mention.weekdays_fit(other.year)
    )


def _years_lived_in(mention: Mention, document: Document) -> frozenset[int]:
    """Return the years that the text names, is at home in, and where the weekday is right.

    A year named once may fit the weekday by chance: every fifth or sixth does, and plans are named
    after years far ahead. The text is at home in a year whose neighbour it names too, or, where
    there is none such, in one it names repeatedly. Years in case numbers are no evidence.
    """
    namings = Counter(map(int, _YEAR.findall(_CASE_NUMBER.sub(" ", document.text))))
    fitting = {year for year in namings if mention.weekdays_fit(year)}
    beside = {year for year in fitting if namings[year - 1] or namings[year + 1]}
    return frozenset(beside or {year for year in fitting if namings[year] >= _MIN_NAMINGS})
