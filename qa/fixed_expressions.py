"""Expressions of a question that mean something as a whole only: case numbers, days and months, item numbers.

A passage that has "2023" has not therefore what is asked for with "RS-2023-00188" or "6 mars 2023".
"""

import re
from dataclasses import dataclass

from qa.swedish_dates import MONTHS
from qa.vocabulary import words_of

_MONTH = "|".join(MONTHS)
_EXPRESSION = re.compile(
    rf"""
    (?P<item>(?:§+\s*|\b(?:paragraf(?:en)?|punkt(?:en)?)\s+)(?P<number>\d{{1,4}})\b(?![-/:]\d))
    | \b\d{{4}}-\d\d-\d\d\b
    | \b\d{{1,2}}\s+(?:{_MONTH})\b(?:\s+\d{{4}}\b)?
    | \b(?:{_MONTH})\s+\d{{4}}\b
    | \b(?:[^\W\d_]{{1,8}}[-/]|[^\W\d_]{{1,4}}\s+)?(?:\d{{4}}[-/:]\d{{1,6}}|\d{{1,6}}/\d{{2,4}})(?::\d+)?\b
    | \b[^\W\d_]{{2,5}}\s?(?:19|20)\d{{4,}}\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ITEM_SIGN = r"(?:§+\s*|\b(?:paragraf|punkt)(?:en)?\s+)"


@dataclass(frozen=True, slots=True)
class FixedExpression:
    """An expression: its ``words`` in lower case, and what finds it in a text however it is punctuated."""

    words: frozenset[str]
    pattern: re.Pattern[str]

    def stands_in(self, text: str) -> bool:
        """Whether a text has the whole expression."""
        return self.pattern.search(text) is not None


def fixed_expressions(question: str) -> tuple[FixedExpression, ...]:
    """Return the expressions of a question in order."""
    return tuple(_expression(match) for match in _EXPRESSION.finditer(question))


def words_outside(question: str) -> frozenset[str]:
    """Return the words of a question, in lower case, that stand in no such expression."""
    return frozenset(words_of(_EXPRESSION.sub(" ", question)))


def _expression(match: re.Match[str]) -> FixedExpression:
    words = words_of(match[0])
    if match["item"]:
        pattern = rf"{_ITEM_SIGN}{match['number']}(?![\w/:-]*\d)"
    else:
        pattern = rf"(?<![^\W_]){r'[^0-9A-Za-zÅÄÖåäö]{0,2}'.join(map(re.escape, words))}(?![^\W_])"
    return FixedExpression(frozenset(words), re.compile(pattern, re.IGNORECASE))
