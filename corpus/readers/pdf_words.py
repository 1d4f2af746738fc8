"""Words of a PDF page with their places, upright whichever way the page lies.

The one room that asks pdfium for text. Places are in points (1/72 inch), y grows downwards.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from corpus.readers.pdf_grid import Edge, Rulings
from corpus.readers.pdf_rulings import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_WORD = re.compile("[^\\s\x00\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_LINE_END_HYPHENS = str.maketrans("\x02\ufffe", "--")
"""What pdfium puts for a hyphen at a line end."""
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_BOLD = re.compile(r"bold|black|heavy|demi|semibold", re.IGNORECASE)
_BOLD_WEIGHT, _FORCE_BOLD = 600, 1 << 18
_LONG_WORD = 18
"""Characters from which a word may be two whose space is only a gap."""
_GAP = 0.22
"""Share of the size: a wider gap parts words (a space is about 0.25)."""
_LEAST_SIZE = 1.0
_MOST_CHARACTERS = 40_000
"""A page with more is no printed page; its text is taken as it comes, without places."""
_LINE_PITCH, _LETTER_WIDTH = 14.0, 5.0
_FONT_NAME_BYTES = 128


class Word(NamedTuple):
    """A word and its place: x of its edges, y of its baseline; ``size`` is that of its font."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool


class PageWords(NamedTuple):
    """The words of a page in no certain order.

    ``aside`` are texts that run in another direction than the page (stamps along the margin).
    ``top`` and ``bottom`` are the y of the page's edges. ``unreadable`` is the share of
    characters whose meaning the file does not tell. ``rulings`` are the lines drawn on the page.
    """

    words: list[Word]
    aside: list[str]
    top: float
    bottom: float
    unreadable: float
    rulings: Rulings = Rulings()


class _Placed(NamedTuple):
    """A word in the coordinates of the file, where y grows upwards, and its direction in quarter turns."""

    text: str
    turn: int
    box: Box
    origin: tuple[float, float]
    size: float
    bold: bool


def read_words(page: "PdfTextPage", box: Box, lines: Sequence[Box]) -> PageWords:
    """Return the words of a page.

    Args:
        page: the page as pdfium reads it.
        box: what is shown of the page, in its own coordinates.
        lines: its ruling lines, likewise.
    """
    from pypdfium2 import raw

    count = page.count_chars()
    if count > _MOST_CHARACTERS:
        return _without_places(page.get_text_range())
    text = "".join(map(chr, [raw.FPDFText_GetUnicode(page.raw, index) for index in range(count)]))
    placed = [word for word in _placed(_Characters(page), text) if _is_inside(word, box)]
    letters = Counter[int]()
    for word in placed:
        letters[word.turn] += len(word.text)
    turn = letters.most_common(1)[0][0] if letters else 0
    edges = _turned(box, turn)
    return PageWords(
        words=[_upright(word) for word in placed if word.turn == turn],
        aside=_aside([word for word in placed if word.turn != turn]),
        top=edges[1],
        bottom=edges[3],
        unreadable=_unreadable(text),
        rulings=_rulings([_turned(line, turn) for line in lines]),
    )


class _Characters:
    """Asks pdfium about single characters of a page, with buffers made once."""

    def __init__(self, page: "PdfTextPage") -> None:
        from pypdfium2 import raw

        self._raw = raw
        self._page = page.raw
        self._rect = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._font = ctypes.create_string_buffer(_FONT_NAME_BYTES)
        self._flags = ctypes.c_int()

    def box(self, index: int) -> Box:
        """Return left, bottom, right and top of a character and the room around it."""
        rect = self._rect
        self._raw.FPDFText_GetLooseCharBox(self._page, index, rect)
        return rect.left, rect.bottom, rect.right, rect.top

    def origin(self, index: int) -> tuple[float, float]:
        """Return where a character stands on its baseline."""
        self._raw.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        return self._x.value, self._y.value

    def turn(self, index: int) -> int:
        """Return the direction of a character in quarter turns clockwise."""
        angle: float = self._raw.FPDFText_GetCharAngle(self._page, index)
        return round(angle / (math.pi / 2)) % 4

    def size(self, index: int) -> float:
        """Return the size of the font as it is printed."""
        size: float = self._raw.FPDFText_GetFontSize(self._page, index)
        if self._raw.FPDFText_GetMatrix(self._page, index, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        return max(size, _LEAST_SIZE)

    def is_bold(self, index: int) -> bool:
        """Tell whether the font of a character is bold, by its name, weight or flags."""
        written = self._raw.FPDFText_GetFontInfo(self._page, index, self._font, _FONT_NAME_BYTES, self._flags)
        if written and _BOLD.search(self._font.value.decode("latin-1")):
            return True
        weight: int = self._raw.FPDFText_GetFontWeight(self._page, index)
        return weight >= _BOLD_WEIGHT or bool(self._flags.value & _FORCE_BOLD)


def _placed(characters: _Characters, text: str) -> Iterator[_Placed]:
    for match in _WORD.finditer(text):
        for start, end in _pieces(characters, *match.span()):
            first, last = characters.box(start), characters.box(end - 1)
            box = (
                min(first[0], last[0]),
                min(first[1], last[1]),
                max(first[2], last[2]),
                max(first[3], last[3]),
            )
            yield _Placed(
                text=text[start:end].translate(_LINE_END_HYPHENS).translate(_LIGATURES),
                turn=characters.turn(start),
                box=box,
                origin=characters.origin(start),
                size=characters.size(start),
                bold=characters.is_bold(start),
            )


def _pieces(characters: _Characters, start: int, end: int) -> list[tuple[int, int]]:
    """Cut what pdfium takes for a word where the letters jump or a gap is as wide as a space."""
    first, last = characters.origin(start), characters.origin(end - 1)
    same_line = first[0] == last[0] or first[1] == last[1]
    if same_line and end - start < _LONG_WORD:
        return [(start, end)]
    box, place = characters.box(start), first
    size = characters.size(start)
    cuts = [start]
    for index in range(start + 1, end):
        before, previous = box, place
        box, place = characters.box(index), characters.origin(index)
        gap = max(box[0] - before[2], box[1] - before[3], before[1] - box[3])
        jump = min(abs(place[0] - previous[0]), abs(place[1] - previous[1]))
        if gap > _GAP * size or jump > size / 2:
            cuts.append(index)
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _is_inside(word: _Placed, page: Box) -> bool:
    x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    return page[0] <= x <= page[2] and page[1] <= y <= page[3]


def _upright(word: _Placed) -> Word:
    left, _, right, _ = _turned(word.box, word.turn)
    x, y = word.origin
    return Word(word.text, left, right, (-y, -x, y, x)[word.turn], word.size, word.bold)


def _turned(box: Box, turn: int) -> Box:
    """Return left, top, right, bottom of a box, y downwards, seen so that text of that turn is upright."""
    left, bottom, right, top = box
    return (
        (left, -top, right, -bottom),
        (-top, -right, -bottom, -left),
        (-right, bottom, -left, top),
        (bottom, left, top, right),
    )[turn]


def _rulings(lines: Sequence[Box]) -> Rulings:
    """Part thin boxes, upright now, into level and upright lines."""
    level = [Edge((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in lines if x1 - x0 > y1 - y0]
    upright = [Edge((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in lines if x1 - x0 <= y1 - y0]
    return Rulings(tuple(level), tuple(upright))


def _aside(words: Sequence[_Placed]) -> list[str]:
    """Join the words of texts along the margin, in the order of the file."""
    texts: list[str] = []
    place: tuple[int, float] | None = None
    for word in words:
        here = (word.turn, round(word.origin[0 if word.turn % 2 else 1], 1))
        if here == place:
            texts[-1] += f" {word.text}"
        else:
            texts.append(word.text)
        place = here
    return texts


def _unreadable(text: str) -> float:
    """Return the share of characters that are controls, replacements or of private use."""
    written = [char for char in text if not char.isspace()]
    odd = sum(char < " " or "\ue000" <= char <= "\uf8ff" or char == "\ufffd" for char in written)
    hyphens = sum(char == "\x02" for char in written)
    return (odd - hyphens) / len(written) if written else 0.0


def _without_places(text: str) -> PageWords:
    lines = [line.strip() for line in text.splitlines()]
    words = [
        Word(line, 0.0, _LETTER_WIDTH * len(line), _LINE_PITCH * number, _LINE_PITCH / 1.2, bold=False)
        for number, line in enumerate(lines, 1)
        if line
    ]
    return PageWords(words, [], 0.0, _LINE_PITCH * (len(lines) + 1), 0.0)
