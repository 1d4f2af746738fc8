"""Page furniture: running headers and footers, page numbers and signature lines.

Some lines are furniture by their words (``Utdragsbestyrkande``, ``3 (74)``). The others are found
by repetition: a line that comes again at one page break after the other is furniture too.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Document, Line
from corpus.layout.lines import (
    ends_sentence,
    is_blank,
    is_list_item,
    is_lone_marker,
    plain,
    single_spaced,
    split_lines,
    wrap_width,
)
from corpus.layout.pagination import (
    bare_page_numbers,
    number_pages,
    of_all_pages,
    page_number,
    trailing_page_number,
)
from corpus.layout.roles import heading_role

_SIGNING = re.compile(
    r"(?:(?:ordförande(?:n?s)?|(?:protokoll)?justera(?:re|res|ren|rens|rnas|ndes?)|sekretera(?:re|rens?)"
    r"|utdragsbestyrkande[nt]?s?|utdraget bestyrks|bestyrkes|rätt utdraget|paraf|signatur(?:er)?|sign)"
    r"[.:]? ?)+",
    re.IGNORECASE,
)
_SIGNING_WORD = re.compile(r"sign|paraf|bestyrk|rätt utdraget|justerandes", re.IGNORECASE)
_RUNNING = re.compile(
    r"(?:sammanträdesprotokoll|protokoll|mötesanteckningar|(?:sammanträdes|mötes)(?:datum|dag))"
    r":? ?\(?(?:nr:? ?)?[\d /.:–-]*\)?",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\b(?:sammanträdes)?protokoll\b", re.IGNORECASE)
_NAVIGATION = re.compile(
    r"(?:(?:åter|tillbaka)? ?(?:till )?)?(?:startsidan?|toppen|innehåll(?:sförteckning(?:en)?)?)",
    re.IGNORECASE,
)
_INDENTED = re.compile(r" \S")
_MAX_INDENTED = 0.1
"""Where more lines than this share begin with a space, it does not mean the start of a page."""
_DAY = re.compile(r"\b(?:\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4})\b")
_DIGITS = re.compile(r"\d+")
_MIN_REPEATS = 3
_MIN_NUMBERED = 2
"""Times that a running line with ``2(3)`` comes: text hardly ends with the page and how many there are."""
_MIN_SHARE = 0.3
"""A running line stands at this share of the page breaks or more: left and right pages may differ."""
_MIN_BESIDE = 0.6
"""Share of a line's places that must lie at page breaks, or it belongs to the text."""
_MIN_ENCLOSED = 2
"""Times that a line stands between two lines of furniture, which text does not do by chance."""
_BESIDE, _ASTRAY = 2, 6
"""Written lines between a running line and its page break, usually and at most: text taken from
PDF mixes the header with the first lines of the page."""
_MAX_RUNNING = 120
"""Characters of the longest running header or footer."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a file without its page furniture.

    ``breaks`` holds the start offsets of the lines before which furniture was taken out or a page
    begins, ``links`` those before which a link back to the start was. ``running`` are the running
    headers taken out, once each: they tell body and date. ``width`` is the column where lines
    are wrapped, in characters, None where a line is a whole paragraph.
    """

    lines: tuple[Line, ...]
    breaks: frozenset[int]
    links: frozenset[int]
    running: tuple[Line, ...]
    width: int | None


def clear_furniture(document: Document) -> Sheet:
    """Return the lines of a document without page furniture, with printed page numbers."""
    lines = split_lines(document) if document.reflows else single_spaced(split_lines(document))
    pages = frozenset(page.start for page in document.pages[1:])
    printed = _printed_numbers(lines) or bare_page_numbers(lines, pages)
    starts = pages | _indented_starts(lines)
    certain = {i for i, line in enumerate(lines) if i in printed or _is_certain(line.text)}
    certain |= _naming_minutes(lines)
    links = {i for i, line in enumerate(lines) if is_navigation(line.text)}
    repeated = _repeated(lines, certain | links, starts)
    furniture = certain | links | repeated
    numbered = number_pages(lines, printed)
    kept = [i for i in range(len(lines)) if i not in furniture]
    return Sheet(
        lines=tuple(numbered[i] for i in kept),
        breaks=_followers(lines, furniture, furniture) | starts,
        links=_followers(lines, links, furniture),
        running=_once([lines[i] for i in sorted(furniture - links) if not _is_sign_or_number(lines[i].text)]),
        width=None if document.reflows else wrap_width(lines[i] for i in kept),
    )


def is_signing(text: str) -> bool:
    """Tell whether a line is the place for signatures (``Justerandes sign``, ``Utdragsbestyrkande``)."""
    words = plain(text)
    return _SIGNING.fullmatch(words) is not None and _SIGNING_WORD.search(words) is not None


def is_navigation(text: str) -> bool:
    """Tell whether a line is a link back to the start of the file (``Startsida``)."""
    return _NAVIGATION.fullmatch(plain(text)) is not None


def _is_certain(text: str) -> bool:
    words = plain(text)
    return is_signing(text) or (words[:1].isupper() and _RUNNING.fullmatch(words) is not None)


def _is_sign_or_number(text: str) -> bool:
    return is_signing(text) or page_number(text) is not None


def _indented_starts(lines: Sequence[Line]) -> frozenset[int]:
    """Return where pages begin in text that marks the first line of a page by a space before it.

    Lines so marked that follow each other are a list that lost its bullets.
    """
    marked = [_INDENTED.match(line.text) is not None for line in lines]
    single = [
        line.start
        for line, before, here, after in zip(
            lines, [False, *marked], marked, [*marked[1:], False], strict=False
        )
        if here and not before and not after
    ]
    written = sum(not is_blank(line) for line in lines)
    return frozenset(single) if len(single) <= _MAX_INDENTED * written else frozenset()


def _naming_minutes(lines: Sequence[Line]) -> set[int]:
    """Return the lines that come again and name the file itself (``Kommunstyrelsen, protokoll``)."""
    repeats = Counter(plain(line.text) for line in lines)
    return {
        index
        for index, line in enumerate(lines)
        if repeats[words := plain(line.text)] >= _MIN_REPEATS and _MINUTES.search(words) and _may_run(words)
    }


def _printed_numbers(lines: Sequence[Line]) -> dict[int, int]:
    """Return printed page numbers by line index, those inside running headers and footers too."""
    shapes = [_DIGITS.sub("0", plain(line.text)) for line in lines]
    repeats = Counter(shapes)
    printed: dict[int, int] = {}
    for index, line in enumerate(lines):
        number = page_number(line.text)
        least = _MIN_NUMBERED if of_all_pages(line.text) else _MIN_REPEATS
        if number is None and len(line.text) <= _MAX_RUNNING and repeats[shapes[index]] >= least:
            number = trailing_page_number(line.text)
        if number is not None:
            printed[index] = number
    return printed


def _repeated(lines: Sequence[Line], certain: set[int], starts: frozenset[int]) -> set[int]:
    """Return running lines found by repetition, outwards from the certain furniture."""
    order = [i for i, line in enumerate(lines) if not _is_transparent(line)]
    found: set[int] = set()
    while True:
        furniture = certain | found
        edges = _edges(lines, order, furniture, starts)
        known = {plain(lines[i].text) for i in found}
        text = [i for i in order if i not in furniture]
        new = set(_running_places(lines, text, edges, known))
        if not new:
            return found
        found |= new


def _is_transparent(line: Line) -> bool:
    """Tell whether a line may come between a running line and its page break in text from PDF."""
    return is_blank(line) or is_lone_marker(line.text) or heading_role(line.text) is not None


def _edges(
    lines: Sequence[Line], order: Sequence[int], furniture: set[int], starts: frozenset[int]
) -> list[int]:
    """Return the page breaks, each as the number of lines of text before it."""
    edges = []
    text_before = 0
    at_edge = False
    for index in order:
        if index in furniture or lines[index].start in starts:
            if not at_edge:
                edges.append(text_before)
            at_edge = True
        if index not in furniture:
            text_before += 1
            at_edge = False
    return edges


def _running_places(
    lines: Sequence[Line], text: Sequence[int], edges: Sequence[int], known: set[str]
) -> Iterator[int]:
    """Yield the indexes of lines that stand at the page breaks again and again, but for known ones."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for position, index in enumerate(text):
        places[plain(lines[index].text)].append(position)
    least = max(2, min(len(edges) - 1, _MIN_REPEATS), round(_MIN_SHARE * len(edges)))
    at_edge = frozenset(edges)
    for words, positions in places.items():
        if words in known or not _may_run(words):
            continue
        if _is_dated(words) and len(positions) > 1 and all({p, p + 1} & at_edge for p in positions):
            yield from (text[p] for p in positions)
            continue
        beside = _nearest(positions, edges, _BESIDE)
        enclosed = {p for p in positions if p in at_edge and p + 1 in at_edge}
        usual = len(beside) >= least or len(enclosed) >= _MIN_ENCLOSED
        if usual and len(beside) >= _MIN_BESIDE * len(positions):
            open_edges = [edge for edge in edges if not {edge - 1, edge} & enclosed]
            yield from (text[p] for p in enclosed | _nearest(positions, open_edges, _ASTRAY))


def _is_dated(words: str) -> bool:
    """Tell whether a line names a day in digits: beside two page breaks, no text does so by chance."""
    return _DAY.search(words) is not None


def _may_run(words: str) -> bool:
    """Tell whether a line may be a running header: neither a sentence nor a heading."""
    return len(words) <= _MAX_RUNNING and not (
        ends_sentence(words) or is_list_item(words) or heading_role(words) or "§" in words
    )


def _nearest(positions: Sequence[int], edges: Sequence[int], reach: int) -> set[int]:
    """Return for each page break the one position nearest to it, within reach; both rise."""
    nearest: dict[int, int] = {}
    for position in positions:
        first, end = bisect_right(edges, position - reach), bisect_right(edges, position + reach)
        for edge in edges[first:end]:
            best = nearest.get(edge)
            if best is None or _distance(position, edge) <= _distance(best, edge):
                nearest[edge] = position
    return set(nearest.values())


def _distance(position: int, edge: int) -> float:
    """Return how far a line is from a break: the lines just before and after it are equally near."""
    return abs(position - edge + 0.5)


def _followers(lines: Sequence[Line], leaders: set[int], furniture: set[int]) -> frozenset[int]:
    """Return the start offsets of the written text lines that come directly after ``leaders``."""
    found = []
    led = False
    for index, line in enumerate(lines):
        if index in leaders:
            led = True
        elif led and index not in furniture and not is_blank(line):
            found.append(line.start)
            led = False
    return frozenset(found)


def _once(lines: Sequence[Line]) -> tuple[Line, ...]:
    seen: dict[str, Line] = {}
    for line in lines:
        seen.setdefault(plain(line.text), line)
    return tuple(seen.values())
