"""Expressions of a question that mean something as a whole only: case numbers, days and months, item numbers.

A passage that has "2023" has not therefore what is asked for with "RS-2023-00188" or "6 mars 2023".
"""

import re
from dataclasses import dataclass

from qa.stopwords import STOP_WORDS
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
_SIGNS = {"§": r"(?:§+\s*|\bparagraf(?:en)?\s+)", "punkt": r"\bpunkt(?:en)?\s+"}
"""What may stand before the number of an item, by how it is told."""


@dataclass(frozen=True, slots=True)
class FixedExpression:
    """An expression in lower case, as it is told, and what finds it however it is punctuated."""

    text: str
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
    if match["item"]:
        sign = "punkt" if match["item"].lower().startswith("punkt") else "§"
        pattern = rf"{_SIGNS[sign]}{match['number']}(?![\w/:-]*\d)"
        return FixedExpression(f"{sign} {match['number']}", re.compile(pattern, re.IGNORECASE))
    text = match[0].lower()
    first, _, rest = text.partition(" ")
    text = rest.lstrip() if first in STOP_WORDS else text
    words = r"[\W_]{0,2}".join(map(re.escape, words_of(text)))
    return FixedExpression(text, re.compile(rf"(?<![^\W_]){words}(?![^\W_])", re.IGNORECASE))
