"""Which passages a filter lets through."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from qa.bodies import names_body
from qa.case_numbers import CaseNumbers, case_key
from qa.errors import FilterError
from qa.types import Citation, Filter, Passage, Role

Mask = NDArray[np.bool_]


def check_filter(where: Filter) -> None:
    """Check that a filter can let anything through at all.

    Raises:
        FilterError: the first date is after the last.
    """
    if where.date_from and where.date_to and where.date_from > where.date_to:
        raise FilterError(
            f"Från-datumet {where.date_from} ligger efter till-datumet {where.date_to}. Byt plats på dem."
        )


class Selector:
    """Answers filters for a fixed sequence of passages."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        citations = [passage.citation for passage in passages]
        self._bodies = np.array([citation.body for citation in citations], dtype=object)
        self._files = np.array([citation.source_file for citation in citations], dtype=object)
        self._sections = np.array([citation.section for citation in citations], dtype=object)
        self._first = np.array([_first_day(citation) for citation in citations], dtype=np.int64)
        self._last = np.array([_last_day(citation) for citation in citations], dtype=np.int64)
        self._cases: dict[str, list[int]] = {}
        for row, citation in enumerate(citations):
            for number in citation.case_numbers:
                self._cases.setdefault(case_key(number), []).append(row)
        by_time = sorted(citations, key=_first_day)
        self._case_numbers = CaseNumbers(number for one in by_time for number in one.case_numbers)
        self._numbers: dict[str, list[int]] = {}
        for row, citation in enumerate(citations):
            self._numbers.setdefault(_number_key(citation.item_number), []).append(row)
        numbers: dict[str, int] = {}
        self._items = np.array(
            [numbers.setdefault(citation.item_id, len(numbers)) for citation in citations], dtype=np.intp
        )

    @property
    def bodies(self) -> frozenset[str]:
        """The bodies there are, as printed."""
        return frozenset(self._bodies)

    def of_body(self, body: str) -> Mask:
        """Return which rows are of exactly this body: bool of shape [n]."""
        rows: Mask = (self._bodies == body).astype(np.bool_)
        return rows

    @property
    def case_numbers(self) -> CaseNumbers:
        """The case numbers there are, as the newest item prints each."""
        return self._case_numbers

    def of_case(self, number: str) -> Mask:
        """Return which rows are of an item with this case number, however it is typed: bool of shape [n]."""
        rows = np.zeros(len(self._bodies), dtype=np.bool_)
        printed = self._case_numbers.find(number)
        if printed is not None:
            rows[self._cases[case_key(printed)]] = True
        return rows

    @property
    def items(self) -> NDArray[np.intp]:
        """A number for the item of each row, int [n]; rows of one item have the same."""
        return self._items

    def of_section(self, section: Role) -> Mask:
        """Return which rows stand in a section of this role: bool of shape [n]."""
        rows: Mask = (self._sections == section).astype(np.bool_)
        return rows

    def of_item_number(self, number: str) -> Mask:
        """Return which rows are of an item with this number ("§ 96", "3"): bool of shape [n]."""
        rows = np.zeros(len(self._bodies), dtype=np.bool_)
        rows[self._numbers.get(_number_key(number), [])] = bool(number)
        return rows

    def within(self, first: date, last: date) -> Mask:
        """Return which rows are of a meeting with a day in this period: bool of shape [n]."""
        rows: Mask = (self._last >= first.toordinal()) & (self._first <= last.toordinal()) & (self._first > 0)
        return rows

    def mask(self, where: Filter) -> Mask:
        """Return which rows pass: bool of shape [n]. A filter that matches nothing passes nothing."""
        passed = np.ones(len(self._bodies), dtype=np.bool_)
        if where.body is not None:
            wanted = {body for body in set(self._bodies) if names_body(where.body, body)}
            passed &= np.fromiter((body in wanted for body in self._bodies), np.bool_, len(passed))
        if where.file is not None:
            passed &= (self._files == where.file).astype(np.bool_)
        if where.section is not None:
            passed &= self.of_section(where.section)
        if where.case_number is not None:
            passed &= self.of_case(where.case_number)
        if where.date_from is not None:
            passed &= self._last >= where.date_from.toordinal()
        if where.date_to is not None:
            passed &= (self._first <= where.date_to.toordinal()) & (self._first > 0)
        return passed


def _first_day(citation: Citation) -> int:
    """Ordinal of the first day, 0 (before any date) where it is unknown."""
    return _ordinal(citation.meeting_date)


def _last_day(citation: Citation) -> int:
    return _ordinal(citation.meeting_end_date or citation.meeting_date)


def _ordinal(day: date | None) -> int:
    return 0 if day is None else day.toordinal()


def _number_key(number: str) -> str:
    """Numbers of items compare without regard to spaces: ``§96`` equals ``§ 96``."""
    return "".join(number.split())
