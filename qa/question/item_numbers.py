"""The numbers of agenda items that a question names: "§ 96", "paragraf 12", "punkt 3", "ärende 4"."""

import re
from collections.abc import Iterator

_PARAGRAPH = re.compile(r"(?:§+\s*|\bparagraf(?:en)?\s+)(\d{1,4})\b")
_POINT = re.compile(
    r"\b(?:dagordnings)?(?:punkt(?:en)?|ärende(?:t)?)\s+(?:(?:nr|nummer)\.?\s+)?(\d{1,3})\b(?![-/:.,]?\d)"
)


def item_numbers_in(question: str) -> Iterator[str]:
    """Yield the numbers as minutes print them, those of paragraphs with the sign: ``§ 96``, ``3``."""
    text = question.casefold()
    for number in _PARAGRAPH.findall(text):
        yield f"§ {int(number)}"
    for number in _POINT.findall(text):
        yield str(int(number))
