"""Words in a row, as a sentence has them."""

from collections.abc import Sequence


def listed(words: Sequence[str], conjunction: str = "och") -> str:
    """Join one word or more: ``a, b och c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {conjunction} {words[-1]}"
