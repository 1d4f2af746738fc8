"""The outline of minutes: where each agenda item begins, whatever the layout."""

from corpus.headings.agenda import find_agenda
from corpus.headings.emphasised import emphasised_outline
from corpus.headings.numbered import numbered_outline
from corpus.headings.paragraph_sign import paragraph_outline
from corpus.headings.signs import Outline
from corpus.headings.unnumbered import (
    listed_outline,
    marked_outline,
    opener_outline,
    page_start_outline,
)
from corpus.layout.furniture import Sheet


def find_outline(sheet: Sheet) -> Outline | None:
    """Return the agenda items of a file, None where it cannot be understood as minutes.

    The layouts are tried from the surest sign to the weakest: paragraph signs, numbers, links back
    to the start, Markdown or styled headings, then the agenda list and the line that comes first in an
    item, and last lines in bold or in capitals.
    """
    agenda = find_agenda(sheet)
    return (
        paragraph_outline(sheet)
        or numbered_outline(sheet, agenda)
        or page_start_outline(sheet)
        or marked_outline(sheet, agenda)
        or _longest(opener_outline(sheet, agenda), listed_outline(sheet, agenda))
        or emphasised_outline(sheet)
    )


def _longest(*outlines: Outline | None) -> Outline | None:
    found = [outline for outline in outlines if outline is not None]
    return max(found, key=lambda outline: len(outline.headings), default=None)
