"""What the text of an agenda item says of other items: "Bordlagt den 26 januari 2023, § 41", "KS § 105/2023".

Only the words are read here; which item they mean is for ``qa.cases.resolving``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qa.cases.named_body import NOBODY, SHORT_NAME, body_after, body_before
from qa.swedish_dates import MONTHS
from qa.types import AgendaItem


class Tie(StrEnum):
    """How one item speaks of another. The values are shown to users."""

    POSTPONED = "bordläggning"
    REFERRED_BACK = "återremiss"
    MENTIONED = "hänvisning"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an item: ``item.sections[section].paragraphs[paragraph].text[start:end]``."""

    section: int
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ItemMention:
    """Words that name another agenda item by its number and day.

    ``text`` is verbatim, of ``place``. ``body`` is as printed, in its basic form, and empty where no body
    is named. ``number`` is without sign ("105", "12 a") and empty where there is none. ``day`` is None for
    "§ 105/2023", which has but a ``year``, and for an item of the same meeting, which has neither.
    """

    tie: Tie
    text: str
    place: Place
    body: str
    number: str
    day: date | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class CaseMention:
    """A case number in the text of an item, ``text`` verbatim and without its label."""

    text: str
    place: Place


_MONTH_STARTS = tuple(month[:3] for month in MONTHS)
_MONTH = "|".join(rf"{month[:3]}(?:{month[3:]}|t?\.?)" for month in MONTHS)


def _day_pattern(form: int) -> str:
    """Return the pattern of a written day, "7 december 2023" or "2023-12-07"; groups end with ``form``."""
    more_days = r"(?:\s?[–-]\s?\d{1,2}|\s+och\s+(?:den\s+)?\d{1,2})?"
    return (
        rf"(?:den\s+)?(?:(?P<day{form}>\d{{1,2}}){more_days}\s+(?P<month{form}>{_MONTH})\s+(?P<year{form}>\d{{4}})"
        rf"|(?P<iso{form}>(?:19|20)\d\d-\d\d-\d\d)(?!\d))"
    )


_SIGN = r"(?:§|paragraf(?:en)?\b)\s*"
_SIGNS = r"(?:§§|paragraferna\b)\s*"
_NUMBER = r"\d{1,4}(?:\s?[a-f]\b)?(?![\d/]|\s?[–-]\s?\d)"
"""One number; a stretch of them ("§§ 1–30") mostly is a whole meeting, and no item's matter."""
_NUMBERS = rf"{_NUMBER}(?:\s*,\s*{_NUMBER}(?!-))*(?:\s+(?:och|samt)\s+{_NUMBER}(?!\s+(?:{_MONTH})\b))?"
_GAP = (
    rf"[\s,:;(/]*(?:d-?nr\.?\s+(?:[a-zåäö]{{2,5}}\s)?[^\s,]+[\s,]*)?"
    rf"(?:(?:under|i|enligt|genom)\s+|{SHORT_NAME}\s+)?"
)
_ITEM = re.compile(
    rf"\b{_day_pattern(1)}{_GAP}(?:{_SIGNS}(?P<many>{_NUMBERS})|{_SIGN}(?P<one>{_NUMBER}))"
    rf"|{_SIGN}(?P<before>\d{{1,4}}(?:\s?[a-f]\b)?)[\s,(/]*{_day_pattern(2)}(?![\s,]*(?:§|paragraf))"
    rf"|{_SIGN}(?P<yearly>\d{{1,4}})/(?P<of_year>(?:19|20)?\d\d)(?![\d/-])"
    rf"|{_SIGN}(?P<here>{_NUMBER})\s+(?:i|vid|på)\s+(?:detta|dagens|samma)\s+(?:protokoll|sammanträde)\b",
    re.IGNORECASE,
)
_TIE = re.compile(
    r"\b(?:(?P<postponed>bordla(?:gt|gts|gda|gd|de|des)|bordläggning(?:en)?)"
    r"|(?P<back>återremitter(?:ats?|ades?|ad)|återremiss(?:en)?))\b",
    re.IGNORECASE,
)
_TIE_AFTER = re.compile(
    r",?\s*(?:punkt(?:en)?\s+\d+\s*,?\s*)?(?:att\s+)?(?:(?P<postponed>bordlägga|bordla)|(?P<back>återremi))",
    re.IGNORECASE,
)
_TIED_WITHIN = 80
"""Characters between "bordlagt" and what it is said of; further off it speaks of something else."""
_DAY_ALONE = re.compile(
    rf"\b(?:bordla(?:gt|gts|des)|återremitterats?|återremitterades)\b[^.;§]{{0,60}}?\b{_day_pattern(1)}"
    rf"(?!{_GAP}(?:§|paragraf))",
    re.IGNORECASE,
)
_MAY_MENTION = re.compile("§|[Pp]aragraf|[Bb]ordla|[Åå]terremi|PARAGRAF|BORDLA|ÅTERREMI")
"""What one of the patterns above needs; most paragraphs have none of it."""
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ])|\n")
_LETTERED = r"[A-ZÅÄÖ]{2,6}(?:[-:/ ]?(?!\d{4}-\d\d-\d\d\b)\d{4}[-/:]\d{1,6}|\d{5,9})(?:[:.-]\d{1,4})?"
_BARE = r"\d{1,6}[/-]\d{2,6}(?:[:.-]\d{1,4})?"
_CASE = re.compile(
    rf"\b(?:d-?nr|diarien(?:ummer|r)|ärenden(?:ummer|r))\b[.:]?\s*(?P<labelled>{_LETTERED}|{_BARE})(?!\d)"
    rf"|\b(?P<lettered>(?-i:{_LETTERED}))(?!\d)",
    re.IGNORECASE,
)


def item_mentions(item: AgendaItem) -> Iterator[ItemMention]:
    """Yield what an item's text says of other items, in reading order within each paragraph.

    A day without a number counts only after "bordlagt" or "återremitterat".
    """
    for section, paragraph, text in _paragraphs(item):
        if not _MAY_MENTION.search(text):
            continue
        tie, body, end_of_last = Tie.MENTIONED, NOBODY, None
        for match in _ITEM.finditer(text):
            if _names_no_day(match):
                continue
            start, end = match.span()
            if end_of_last is None or not _only_joins(text[end_of_last:start]):
                sentence = text[_sentence_start(text, end_of_last or 0, start) : start]
                body = body_before(sentence + match.group()) or body_after(text[end:])
                tie = _tie(sentence[-_TIED_WITHIN:], text[end:])
            place = Place(section, paragraph, start, end)
            for number in _numbers(match):
                yield ItemMention(tie, match.group(), place, body, number, _day(match), _year(match))
            end_of_last = end
        for match in _DAY_ALONE.finditer(text):
            day = _day(match)
            if day is not None:
                place = Place(section, paragraph, *match.span())
                yield ItemMention(_tie(match[0], ""), match[0], place, body_before(match[0]), "", day)


def case_mentions(item: AgendaItem) -> Iterator[CaseMention]:
    """Yield the case numbers in an item's text that have a label or letters: "dnr 0553/21", "RS181313"."""
    for section, paragraph, text in _paragraphs(item):
        for match in _CASE.finditer(text):
            group = "labelled" if match["labelled"] else "lettered"
            yield CaseMention(match[group], Place(section, paragraph, match.start(group), match.end(group)))


def _paragraphs(item: AgendaItem) -> Iterator[tuple[int, int, str]]:
    for section_place, section in enumerate(item.sections):
        for place, paragraph in enumerate(section.paragraphs):
            yield section_place, place, paragraph.text


def _sentence_start(text: str, least: int, end: int) -> int:
    """Return where the sentence begins that holds ``text[end]``, at ``least`` or after."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, least, end + 1)]
    return ends[-1] if ends else least


def _only_joins(text: str) -> bool:
    """Say whether nothing but commas and "och" stands between two numbers, which then are of one body."""
    return not text.casefold().replace("och", "").replace("samt", "").strip(" ,;\n")


def _tie(before: str, after: str) -> Tie:
    ties = list(_TIE.finditer(before))
    match = ties[-1] if ties else _TIE_AFTER.match(after)
    if match is None:
        return Tie.MENTIONED
    return Tie.POSTPONED if match["postponed"] else Tie.REFERRED_BACK


def _numbers(match: re.Match[str]) -> list[str]:
    if match["many"]:
        return re.findall(r"\d+(?:\s?[a-f]\b)?", match["many"])
    return [match["one"] or match["before"] or match["yearly"] or match["here"]]


def _names_no_day(match: re.Match[str]) -> bool:
    """Say whether a match has a day that no calendar has, "31 februari"."""
    is_dated = match["one"] or match["many"] or match["before"]
    return bool(is_dated) and _day(match) is None


def _day(match: re.Match[str]) -> date | None:
    """Return the day of a match, None where no calendar has it or none is named."""
    groups = match.groupdict()
    for form in "12":
        try:
            if groups.get(f"iso{form}"):
                return date.fromisoformat(groups[f"iso{form}"])
            if groups.get(f"day{form}"):
                month = _MONTH_STARTS.index(groups[f"month{form}"][:3].casefold()) + 1
                return date(int(groups[f"year{form}"]), month, int(groups[f"day{form}"]))
        except ValueError:
            return None
    return None


def _year(match: re.Match[str]) -> int | None:
    written = match["of_year"]
    return None if written is None else int(written) if len(written) == 4 else 2000 + int(written)
