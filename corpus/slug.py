"""Readable ids: a printed name as lower case ASCII words with hyphens."""

import re
import unicodedata

_SPELLED = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "đ": "d", "ł": "l", "œ": "oe", "þ": "th", "ð": "d"})
_NOT_WORD = re.compile(r"[^a-z0-9]+")
MAX_LENGTH = 60
"""Enough for a heading to be recognised, short enough for an address."""


def slug(text: str, max_length: int = MAX_LENGTH) -> str:
    """Return ``text`` as lower case ASCII letters and digits with single hyphens between.

    Accents are dropped (``å`` to ``a``), since ids stand in web addresses. A long text is cut at
    a word. Empty when the text has no letter and no digit.
    """
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_SPELLED))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    words = _NOT_WORD.sub("-", bare).strip("-")
    if len(words) <= max_length:
        return words
    cut = words[: max_length + 1].rpartition("-")[0]
    return cut or words[:max_length]
