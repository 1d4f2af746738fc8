"""Paragraphs, headings and table rows as one text: where every format but plain text comes together."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.decoding import check_size
from corpus.document import Document, Heading, Page
from corpus.layout.lines import ends_sentence, is_list_item, starts_lower
from corpus.layout.roles import heading_role
from corpus.readers.faces import Face, heading_faces
from qa.errors import DocumentError

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Soft hyphens too: in a paragraph that no one has wrapped they only say where it might be."""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LOOSE_BLANKS = re.compile(r"[ \t\u00a0]+(?=\n)|[ \t\u00a0]+$")
_NARROWEST, _WIDEST = 50, 130
"""Characters of a line that may be wrapped; a longer one is a whole paragraph."""
_CLAUSE = "att "
"""How the clauses of a decision begin, each a paragraph, with a small letter."""
_MIN_STYLED = 2
"""Headings by style from which a file needs no other sign of them."""
_LONGEST_HEADING = 160
_MIN_WRAPS, _MIN_WRAP_SHARE = 3, 0.3


@dataclass(frozen=True, slots=True)
class Block:
    r"""A paragraph, a heading or a row of a table.

    ``text`` may hold line ends that its author put there, and tabs between the cells of a row.
    ``level`` is 1 or more for a heading, 1 the highest, else 0. ``page`` is the page it begins on, None
    where the file does not know its pages; ``breaks`` tells that its author began a page here.
    ``face`` is how its letters look, None where they differ or the format does not say. An empty
    text is an empty paragraph.
    """

    text: str
    level: int = 0
    row: bool = False
    page: int | None = None
    breaks: bool = False
    face: Face | None = None


def document_of(name: str, blocks: Iterable[Block], running: Iterable[str] = ()) -> Document:
    """Return blocks as a document: each a line, parted by blank lines, rows of a table by none.

    Some files have a paragraph for each wrapped line, or a break at the end of each: then empty
    paragraphs are the blank lines, and the document does not say that its lines are paragraphs. Such
    a text was taken from other pages than those of the file, so these have no numbers.

    Args:
        name: the file's name.
        blocks: what the file holds, in reading order.
        running: lines of page headers and footers.

    Raises:
        DocumentError: there is no text in it, or too much.
    """
    cleaned = [replace(block, text=clean(block.text)) for block in blocks]
    if not any(block.text.strip() for block in cleaned):
        raise DocumentError(
            f"{name} innehåller ingen text. Består filen av inskannade bilder behöver den först tolkas "
            "till text (OCR)."
        )
    cleaned = _with_set_headings(cleaned)
    typed = _is_wrapped(_single_lines(cleaned))
    if typed:
        cleaned = [replace(block, page=None) for block in cleaned]
    else:
        cleaned = [block for block in cleaned if block.text.strip()]
    pieces = [block.text + gap for block, gap in zip(cleaned, _gaps(cleaned, typed=typed), strict=True)]
    check_size(sum(map(len, pieces)), name)
    starts = [0]
    for piece in pieces[:-1]:
        starts.append(starts[-1] + len(piece))
    text = "".join(pieces)
    headings = [
        Heading(start, block.level)
        for start, block in zip(starts, cleaned, strict=True)
        if block.level and block.text.strip()
    ]
    return Document(
        source_file=name,
        text=text,
        pages=_pages(cleaned, starts, len(text)),
        headings=tuple(headings),
        running=_distinct(running),
        reflows=not typed and not _is_wrapped([block.text.split("\n") for block in cleaned]),
    )


def clean(text: str) -> str:
    r"""Return a text as NFC with ``\n`` line ends, without signs that nobody sees and blanks at line ends."""
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", _LOOSE_BLANKS.sub("", _CONTROLS.sub(" ", text)))


def _with_set_headings(blocks: Sequence[Block]) -> list[Block]:
    """Take short paragraphs in bold or larger letters for headings, in a file without heading styles."""
    if sum(block.level > 0 and heading_role(block.text) is None for block in blocks) >= _MIN_STYLED:
        return list(blocks)
    letters: Counter[Face] = Counter()
    for block in blocks:
        if block.face:
            letters[block.face] += len(block.text)
    levels = heading_faces(letters)
    return [
        replace(block, level=levels.get(block.face, 0)) if block.face and _may_head(block) else block
        for block in blocks
    ]


def _may_head(block: Block) -> bool:
    text = block.text.strip()
    return (
        not block.row
        and not block.level
        and len(text) <= _LONGEST_HEADING
        and any(map(str.isalpha, text))
        and not text.endswith((".", ",", ";", ":"))
        and not is_list_item(text)
    )


def _single_lines(blocks: Sequence[Block]) -> list[list[str]]:
    """Return the stretches of paragraphs of one line that follow each other."""
    stretches: list[list[str]] = [[]]
    for block in blocks:
        if block.text.strip() and not block.row and not block.level and "\n" not in block.text:
            stretches[-1].append(block.text)
        else:
            stretches.append([])
    return stretches


def _is_wrapped(stretches: Iterable[Sequence[str]]) -> bool:
    """Tell whether lines are cut at a width: many full ones go on with a small letter on the next one."""
    full = wraps = 0
    for stretch in stretches:
        for line, following in pairwise(stretch):
            if _NARROWEST <= len(line) <= _WIDEST and not following.startswith(_CLAUSE):
                full += 1
                wraps += not ends_sentence(line) and starts_lower(following) and not is_list_item(following)
    return wraps >= _MIN_WRAPS and wraps >= _MIN_WRAP_SHARE * full


def _gaps(blocks: Sequence[Block], *, typed: bool) -> Iterator[str]:
    """Yield what stands after each block."""
    for block, following in pairwise(blocks):
        together = typed or (block.row and following.row)
        yield "\n" if together else "\n\n"
    yield "\n"


def _pages(blocks: Sequence[Block], starts: Sequence[int], end: int) -> tuple[Page, ...]:
    """Return the pages; a block that runs over a page break counts to the page it begins on."""
    pages: list[Page] = []
    for block, start in zip(blocks, starts, strict=True):
        if not pages:
            pages.append(Page(block.page, 0, end))
        elif (block.breaks or block.page != pages[-1].number) and block.text.strip():
            pages[-1] = replace(pages[-1], end=start)
            pages.append(Page(block.page, start, end))
    return tuple(pages)


def _distinct(lines: Iterable[str]) -> tuple[str, ...]:
    cleaned = (line.strip() for text in lines for line in clean(text).split("\n"))
    return tuple(dict.fromkeys(line for line in cleaned if any(char.isalnum() for char in line)))
