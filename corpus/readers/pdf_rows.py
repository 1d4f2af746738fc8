"""Words of a page as rows: what stands on one baseline, parted into cells where a gap is wide."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from corpus.readers.pdf_words import Word

_SAME_BASELINE = 0.4
"""Share of the size: raised figures and mixed sizes stay on their line."""
_CELL_GAP = 1.7
"""A gap of this many sizes parts cells: justified text has none so wide."""
_OVERPRINTED = 0.15
_SPACED_LETTERS = 5
_SPACED_GAP = 1.6
_HANGING = re.compile(
    r"(?:§{1,2}\s*\d+\s?[a-e]?|\d{1,3}(?:\.\d{1,2})*[.):]?|[a-zåäö][.)]|[-–—•·▪◦*o]|[\ue000-\uf8ff])"
)
"""A number or bullet that the text hangs from: the gap after it parts no cells, unless there is a column."""
_HANGING_GAP = 3.5


@dataclass(frozen=True, slots=True)
class Cell:
    """Words side by side: their text, the x of their edges, y of the baseline, size of the largest letters.

    ``bold`` says whether every word is.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A line of print: its cells from left to right, y of its baseline, size of its largest letters.

    ``bold`` says whether every word is. A row that is ``settled`` belongs to a table with ruling
    lines: it stands where it is to be read.
    """

    cells: tuple[Cell, ...]
    baseline: float
    size: float
    bold: bool
    settled: bool = False

    @property
    def text(self) -> str:
        """The cells parted by tabs."""
        return "\t".join(cell.text for cell in self.cells)

    @property
    def left(self) -> float:
        """The x of the row's left edge."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """The x of the row's right edge."""
        return self.cells[-1].right


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Return the rows of a page from top to bottom."""
    rows: list[list[Word]] = []
    largest: Word | None = None
    for word in sorted(words, key=lambda word: word.baseline):
        if largest is None or word.baseline - largest.baseline > _SAME_BASELINE * max(
            word.size, largest.size
        ):
            rows.append([])
            largest = None
        rows[-1].append(word)
        if largest is None or word.size > largest.size:
            largest = word
    return [_row(row) for row in rows]


def row_of(cells: Sequence[Cell], *, settled: bool = False) -> Row:
    """Return cells, from left to right, as a row; one of two heights has that of its largest letters."""
    largest = max(cells, key=lambda cell: cell.size)
    bold = all(cell.bold for cell in cells)
    return Row(tuple(cells), largest.baseline, largest.size, bold, settled)


def _row(words: Sequence[Word]) -> Row:
    line = _without_spaced_letters(_printed_once(sorted(words, key=lambda word: word.left)))
    cells = [[line[0]]]
    for before, word in pairwise(line):
        gap = (word.left - before.right) / max(before.size, word.size)
        if gap > _CELL_GAP and (gap > _HANGING_GAP or not _HANGING.fullmatch(_text(cells[-1]))):
            cells.append([])
        cells[-1].append(word)
    return row_of([_cell(words_of_cell) for words_of_cell in cells])


def _cell(words: Sequence[Word]) -> Cell:
    largest = max(words, key=lambda word: word.size)
    return Cell(
        text=_text(words),
        left=words[0].left,
        right=max(word.right for word in words),
        baseline=largest.baseline,
        size=largest.size,
        bold=all(word.bold or not any(map(str.isalnum, word.text)) for word in words),
    )


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def hung_together(row: Row) -> Row:
    """Join a number or bullet that stands far left of its text to it."""
    if len(row.cells) < 2 or not _HANGING.fullmatch(row.cells[0].text):
        return row
    number, text, *rest = row.cells
    return replace(row, cells=(replace(text, text=f"{number.text} {text.text}", left=number.left), *rest))


def _printed_once(line: Sequence[Word]) -> list[Word]:
    """Leave out words printed twice, a hair apart, to look bold."""
    kept: list[Word] = []
    for word in line:
        twin = next((n for n, other in enumerate(kept) if _is_overprint(word, other)), None)
        if twin is None:
            kept.append(word)
        else:
            kept[twin] = kept[twin]._replace(bold=True)
    return kept


def _is_overprint(word: Word, other: Word) -> bool:
    return word.text == other.text and abs(word.left - other.left) < _OVERPRINTED * word.size


def _without_spaced_letters(line: Sequence[Word]) -> list[Word]:
    """Join letters set wide apart (``P R O T O K O L L``) to words."""
    joined: list[Word] = []
    for single, group in groupby(line, key=lambda word: len(word.text) == 1 and word.text.isalpha()):
        letters = list(group)
        if not single or len(letters) < _SPACED_LETTERS:
            joined += letters
            continue
        gaps = [word.left - before.right for before, word in pairwise(letters)]
        usual = median(gaps)
        joined.append(letters[0])
        for gap, letter in zip(gaps, letters[1:], strict=True):
            if gap > max(_SPACED_GAP * usual, 0):
                joined.append(letter)
            else:
                joined[-1] = joined[-1]._replace(text=joined[-1].text + letter.text, right=letter.right)
    return joined
