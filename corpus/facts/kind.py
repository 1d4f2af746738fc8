"""What a file is where it is no minutes: a notice of a meeting, or a paper to an item."""

import re
from collections.abc import Iterable

_CELLS = re.compile(r"\t|\s{3,}|\|")
_MARKUP = re.compile(r"^\s*#{1,6}\s+|\*\*|__")
_MINUTES = re.compile(
    r"\b\w*protokoll\b|\b\w*anteckning(?:ar)?\b|\bbesluts?logg\b|\bminutes\b", re.IGNORECASE
)
_KINDS = re.compile(
    r"(?P<kallelse>(?:ordinarie |extra )?kallelse(?: ?/ ?\w+| och \w+| (?:till|med) .{3,60})?"
    r"|(?-i:[\w ,-]{3,50} KALLELSE)|kungörelse|föredragningslista)"
    r"|(?P<tjänsteskrivelse>tjänste(?:skrivelse|utlåtande)(?: (?:till|om) .{3,60})?)"
    r"|(?P<motion>motion(?: (?:till|om) .{3,60})?)"
    r"|(?P<interpellation>interpellation(?: (?:till|om) .{3,60})?)",
    re.IGNORECASE,
)
_TITLE_LINES = 8
"""Written lines at the start of a file that may tell what it is."""


def kind_instead(lines: Iterable[str]) -> str:
    """Return the Swedish word for what a file says it is where it is no minutes; empty otherwise.

    Args:
        lines: the lines before the first item, page headers among them. Where they say that this is
            the minutes, a notice copied into them means nothing.
    """
    kind = ""
    written = [line for line in lines if line.strip()]
    for place, line in enumerate(written):
        for cell in _CELLS.split(_MARKUP.sub("", line)):
            if _MINUTES.search(cell):
                return ""
            match = _KINDS.fullmatch(" ".join(cell.split()).strip(" :"))
            if match is not None and place < _TITLE_LINES:
                kind = kind or match.lastgroup or ""
    return kind
