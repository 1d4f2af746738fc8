"""Which language a reader wants."""

import re

from service.pages.words import Language

_RANGE = re.compile(r"\s*([A-Za-z*]{1,8})(?:-[A-Za-z0-9-]+)?\s*(?:;\s*q\s*=\s*([0-9.]{1,5}))?\s*", re.ASCII)


def chosen_language(value: str | None) -> Language | None:
    """Return the language that ``?lang=`` names, None where it names none that there is."""
    return Language(value) if value in set(Language) else None


def accepted_language(header: str | None) -> Language:
    """Return the language that the header ``Accept-Language`` (RFC 9110, 12.5.4) likes best; else Swedish.

    Swedish also wins where both are liked as much: the minutes are in Swedish.
    """
    quality = dict.fromkeys(Language, 0.0)
    for part in (header or "").split(","):
        match = _RANGE.fullmatch(part)
        language = chosen_language(match[1].lower()) if match else None
        if match and language:
            quality[language] = max(quality[language], _quality(match[2]))
    return max(Language, key=quality.__getitem__)


def _quality(text: str | None) -> float:
    try:
        return 1.0 if text is None else float(text)
    except ValueError:
        return 0.0
