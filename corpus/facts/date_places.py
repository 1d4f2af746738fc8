"""Where the date of a meeting may stand: in the header's fields and titles, in the file's name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from corpus.document import Document
from corpus.facts.dates import Mention, find_dates
from corpus.facts.labels import Field, Label, find_label, read_fields

_DATED_LABELS = (Label.DATE, Label.PLACE_AND_TIME, Label.TIME, Label.PLACE)
_OTHER_DAY = re.compile(
    r"juster|anslag|anslås|nedtag|tas ned|sätts upp|kungjor|tillkännag|public|kallelse|utskick|nästa|överklag"
    r"|laga kraft|skickad|upprättad|utskriv|reviderad|föregående|dnr|diarie",
    re.IGNORECASE,
)
_MEETING_WORDS = re.compile(
    r"protokoll|sammanträde|möte|internat|konferens|anteckning|stämma|samråd|överläggning", re.IGNORECASE
)
_RUNNING_DATE = re.compile(r"(?m)^[ \t]*(?:Sammanträdes|Mötes)(?:datum|dag)\b[:\s]{0,9}\S.{0,60}$")
_SHORT = re.compile(r"(?<![\w-])(\d\d)(\d\d)(\d\d)(?![\w-])")
_BEFORE_IN_NAME = 15
"""Characters before a date in a file's name that may say what else it is (``justerat 240115``)."""


def candidate_dates(header_lines: Sequence[str], document: Document) -> Iterator[Mention]:
    """Return the dates that may be the meeting's, the most trustworthy first.

    Labelled ones come first, then those in a title, then one that stands alone, then the running
    header of the pages where it is the same everywhere.
    """
    fields = read_fields(header_lines)
    yield from _labelled(fields)
    titles = title_lines(header_lines)
    yield from (mention for line in titles for mention in _dates_and_short(line))
    others = [line for line in free_lines(header_lines) if line not in titles]
    yield from _only([mention for line in others for mention in _dates_and_short(line)])
    yield from _only(
        [found for match in _RUNNING_DATE.findall(document.text) for found in find_dates(match)[:1]]
    )


def free_lines(header_lines: Sequence[str]) -> list[str]:
    """Return the header lines outside labelled fields that do not speak of another day."""
    free = []
    label: Label | None = None
    for line in header_lines:
        field = find_label(line)
        label = label if field is None else field.label
        if label is Label.AGENDA:
            break
        own = field is None or field.label is Label.BODY
        if own and label is not Label.OTHER and not _OTHER_DAY.search(line):
            free.append(line)
    return free


def title_lines(header_lines: Sequence[str]) -> list[str]:
    """Return the free lines that name the meeting or its minutes."""
    return [line for line in free_lines(header_lines) if _MEETING_WORDS.search(line)]


def days_around(header_lines: Sequence[str]) -> Iterator[date]:
    """Return the full dates of the adjustment and the notice."""
    for line in header_lines:
        for mention in find_dates(line) if _OTHER_DAY.search(line) else ():
            days = mention.days_in(mention.year) if mention.year is not None else None
            if days is not None:
                yield days[0]


def date_in_name(name: str) -> tuple[date, date | None] | None:
    """Return the one full date in a file's own name, else in those of its folders; None if there are two."""
    folders, _, own = name.replace("_", " ").rpartition("/")
    for part in (own, folders):
        days = {
            mention.days_in(mention.year)
            for mention in _dates_and_short(part)
            if mention.year is not None
            and not _OTHER_DAY.search(part[max(0, mention.start - _BEFORE_IN_NAME) : mention.start])
        }
        if days:
            return next(iter(days)) if len(days) == 1 else None
    return None


def _labelled(fields: Sequence[Field]) -> Iterator[Mention]:
    for label in _DATED_LABELS:
        for field in fields:
            if field.label is label:
                yield from find_dates(field.text)[:1]


def _dates_and_short(text: str) -> Iterator[Mention]:
    """Return dates, and those written ``240110`` as in names and titles: of this century."""
    yield from find_dates(text)
    for match in _SHORT.finditer(text):
        for mention in find_dates("20{}-{}-{}".format(*match.groups())):
            yield replace(mention, start=match.start(), end=match.end())


def _only(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Return the first of mentions that all give the same days, none if they do not."""
    return mentions[:1] if len({(mention.first, mention.last) for mention in mentions}) == 1 else ()
