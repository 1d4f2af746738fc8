"""Items with the paragraph sign: ``§ 96 Ärendenummer SLK-2023-01129``, ``§ 12 Titel``, ``KS § 45``.

Minutes are full of references to other paragraphs, and wrapped lines put them first on a line. So
the form of the line only gives a weight; the row of rising numbers decides.
"""

import re
from collections.abc import Sequence

from corpus.headings.agenda import is_day
from corpus.headings.case_numbers import case_numbers_alone, split_case_numbers
from corpus.headings.sequence import Candidate, best_sequence
from corpus.headings.signs import ItemHeading, Outline, is_mid_sentence, stands_alone
from corpus.headings.titles import Title, read_title, title_width
from corpus.layout.furniture import Sheet
from corpus.layout.lines import ends_sentence, is_blank, plain, previous_written, runs_on
from corpus.layout.roles import heading_role

_HEADING = re.compile(
    r"\s*(?:#{1,6}\s+)?(?:\*\*|__)?(?:(?!Enl|Jfr|Jmf|Se\s|Och|Samt|Kap)[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,5}\s+)?"
    r"(?:(?:Paragraf\s+)?§|(?:Paragraf|PARAGRAF)(?=\s))\s*(?P<number>\d{1,4})"
    r"(?P<suffix>\s?[a-e]\b|\s?[A-F](?=\s*$)|/\d{2,4}\b)?(?P<rest>.*)"
)
_REFERENCE = re.compile(r"\s*[,;)\]]|\s*[–-](?!\s+[A-ZÅÄÖ\"”])|\s*\.?\s*[a-zåäö]|\s*§|\s*\d{1,2}\s+(?:kap|§)")
_CONTINUED = re.compile(r"[\s.:,(–-]*(?:forts(?:ättning|\.)?|fortsatt)\b.*", re.IGNORECASE)
_CONTENTS_ENTRY = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){3,}|\S\s{3,}|\S\t)\s*\d{1,4}\s*$")
_ENTRY_END = 60
"""Characters at the end of a line that tell an entry of a table of contents."""
_PAGE_HEADER = re.compile(
    r"[A-ZÅÄÖ][\w ,-]{2,60} (?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d),? § ?(?P<number>\d{1,4})"
)
_DIGITS = re.compile(r"\d+")
_SIGNS = " .,:;"
_WITH_CASE, _ALONE, _UNDOTTED, _TITLED_IN_TEXT = 6.0, 4.0, 3.0, 1.0
_MAX_ENTRY_LINES = 2
_NEAR = 2
"""Lines from a case number to the paragraph sign below it: one blank line between at most."""
_MIN_BODY = 3
"""Written lines after the title: an entry of an agenda list has fewer."""


def paragraph_outline(sheet: Sheet) -> Outline | None:
    """Return the items of a file that numbers them by paragraphs, None for other files."""
    found = [c for i in range(len(sheet.lines)) if (c := _candidate(sheet, i)) is not None]
    contents = {c.index for c in found if _is_contents_entry(sheet, c.index)}
    listed = _listed_before(sheet, [c for c in found if c.index not in contents])
    chosen = best_sequence(
        [c for c in found if c.index not in contents | listed and c.weight >= _TITLED_IN_TEXT]
    )
    if not chosen or max(c.weight for c in chosen) <= _TITLED_IN_TEXT:
        return None
    return _outline(sheet, chosen, _agenda_lines(sheet, contents | listed, chosen[0].index))


def _candidate(sheet: Sheet, index: int) -> Candidate | None:
    match = _HEADING.fullmatch(sheet.lines[index].text)
    if match is None:
        return None
    rest = match["rest"].replace("**", "").strip(" ,")
    printed = f"§ {match['number']}{match['suffix'] or ''}"
    alone = _CONTINUED.fullmatch(rest) or case_numbers_alone(rest)
    if not alone and _REFERENCE.match(match["rest"]):
        return None
    return Candidate(index, int(match["number"]), _weight(sheet, index, rest), printed, rest)


def _weight(sheet: Sheet, index: int, rest: str) -> float:
    """Return how much a line looks like the heading of an item."""
    title, numbers = split_case_numbers(rest)
    if numbers or (rest.strip(_SIGNS) and not title):
        return _WITH_CASE
    if is_mid_sentence(sheet, index) and not _begins_with_word(sheet, index):
        return 0.0 if ends_sentence(rest) or not rest else _TITLED_IN_TEXT
    if ends_sentence(rest):
        return _UNDOTTED - 1 if stands_alone(sheet, index) else 0.0
    return _ALONE if stands_alone(sheet, index) else _UNDOTTED


def _begins_with_word(sheet: Sheet, index: int) -> bool:
    """Tell whether ``Paragraf 12`` with a capital begins a line, which it does not within a sentence."""
    return sheet.lines[index].text.lstrip().startswith("Paragraf") and not runs_on(
        sheet.lines[index - 1].text
    )


def _is_contents_entry(sheet: Sheet, index: int) -> bool:
    """Tell whether a line, or the wrapped lines after it, ends in dots and a page number."""
    for line in sheet.lines[index : index + 1 + _MAX_ENTRY_LINES]:
        if is_blank(line) or (line is not sheet.lines[index] and _HEADING.fullmatch(line.text)):
            return False
        if _CONTENTS_ENTRY.search(line.text[-_ENTRY_END:]):
            return True
    return False


def _listed_before(sheet: Sheet, candidates: Sequence[Candidate]) -> set[int]:
    """Return the headings that only list an item: hardly any text follows, and the number comes again."""
    last_place = {c.number: c.index for c in candidates if c.weight > _TITLED_IN_TEXT}
    listed = set()
    for position, candidate in enumerate(candidates):
        end = candidates[position + 1].index if position + 1 < len(candidates) else len(sheet.lines)
        written = [line for line in sheet.lines[candidate.index : end] if not is_blank(line)]
        listed_only = len(written) <= _MIN_BODY and not any(heading_role(line.text) for line in written)
        if listed_only and last_place.get(candidate.number, -1) > candidate.index:
            listed.add(candidate.index)
    return listed if len(listed) > 1 else set()


def _agenda_lines(sheet: Sheet, entries: set[int], first_item: int) -> frozenset[int]:
    """Return the lines of the list: the entries before the items, with their wrapped lines."""
    lines: set[int] = set()
    for index in (entry for entry in entries if entry < first_item):
        lines.add(index)
        for following in range(index + 1, min(index + 1 + _MAX_ENTRY_LINES, first_item)):
            if is_blank(sheet.lines[following]):
                break
            lines.add(following)
    return frozenset(lines)


def _outline(sheet: Sheet, chosen: Sequence[Candidate], agenda: frozenset[int]) -> Outline:
    width = title_width(sheet, {c.index: bool(split_case_numbers(c.rest)[0]) for c in chosen})
    headings: list[ItemHeading] = []
    repeated: set[int] = set()
    above = _numbers_above(sheet, chosen)
    stops = [above.get(c.index, c.index) for c in chosen[1:]] + [len(sheet.lines)]
    for candidate, stop in zip(chosen, stops, strict=True):
        title = read_title(sheet, candidate.index, candidate.rest, width, stop)
        if headings and _repeats(candidate, title, headings[-1]):
            repeated.update(range(candidate.index, _repeated_end(candidate, title, headings[-1])))
            continue
        start = above.get(candidate.index, candidate.index)
        numbers = title.case_numbers or (
            case_numbers_alone(sheet.lines[start].text) if candidate.index in above else ()
        )
        headings.append(ItemHeading(start, title.end, candidate.printed, title.text, numbers))
    repeated |= _said_before(sheet, headings)
    return Outline(tuple(headings), agenda, frozenset(repeated))


def _said_before(sheet: Sheet, headings: Sequence[ItemHeading]) -> set[int]:
    """Return the lines before headings that name the day, or body, day and paragraph as a page header does.

    Such a page header (``STADSSTYRELSEN 8.5.2023 § 171``) is found on the item's later pages too.
    """
    found: set[int] = set()
    shapes: set[str] = set()
    for heading in headings:
        before = previous_written(sheet.lines, heading.start)
        if before is None:
            continue
        text = plain(sheet.lines[before].text)
        match = _PAGE_HEADER.fullmatch(text)
        if match is not None and heading.number == f"§ {match['number']}":
            shapes.add(_DIGITS.sub("0", text))
        elif is_day(text):
            found.add(before)
    starts = {heading.start for heading in headings}
    found |= {
        index
        for index, line in enumerate(sheet.lines)
        if "§" in line.text and index not in starts and _DIGITS.sub("0", plain(line.text)) in shapes
    }
    return found


def _numbers_above(sheet: Sheet, chosen: Sequence[Candidate]) -> dict[int, int]:
    """Return where the case number stands on the line above the paragraph sign, by heading line.

    Only where half of the headings have it there: one may be the end of the item before.
    """
    above = {}
    for candidate in chosen:
        before = previous_written(sheet.lines, candidate.index)
        if before is None or candidate.index - before > _NEAR or split_case_numbers(candidate.rest)[1]:
            continue
        if case_numbers_alone(sheet.lines[before].text):
            above[candidate.index] = before
    return above if len(above) > 1 and 2 * len(above) >= len(chosen) else {}


def _repeats(candidate: Candidate, title: Title, heading: ItemHeading) -> bool:
    """Tell whether a heading is printed again on a later page of the same item."""
    if candidate.printed != heading.number:
        return False
    same_title = not title.text or title.text == heading.title
    return _CONTINUED.fullmatch(candidate.rest) is not None or same_title


def _repeated_end(candidate: Candidate, title: Title, heading: ItemHeading) -> int:
    return title.end if title.text and title.text == heading.title else candidate.index + 1
