"""Text before the first agenda item that is more than the facts of the meeting."""

import re
from collections.abc import Sequence

from corpus.document import Line
from corpus.headings.signs import is_fact_label
from corpus.layout.lines import ends_sentence, is_blank, plain

_FORMAL = re.compile(
    r"protokoll|justera|anslag|underskrift|sammanträd|ledam[oö]t|ersättare|närvar|beslutande|paragraf|§|\bkl\.?\s?\d"
    r"|kallelse|sekreterare|\(\w{1,3}\)|ajourner|plats och tid",
    re.IGNORECASE,
)
_MIN_SENTENCE = 8
_MIN_WORDS = 30
"""Words of prose that make an introduction; fewer are a remark on the meeting's form."""


def introduction_lines(header: Sequence[Line]) -> tuple[Line, ...]:
    """Return the running text at the end of the header lines, empty where there is none.

    Args:
        header: the lines before the first item, without agenda list.
    """
    blocks: list[list[Line]] = [[]]
    for line in header:
        if is_blank(line):
            blocks.append([])
        else:
            blocks[-1].append(line)
    prose = [block for block in blocks if block and _is_prose(block)]
    words = sum(len(line.text.split()) for block in prose for line in block)
    if words < _MIN_WORDS:
        return ()
    first, last = prose[0][0].start, prose[-1][-1].start
    return tuple(line for line in header if first <= line.start <= last)


def _is_prose(block: Sequence[Line]) -> bool:
    text = plain(" ".join(line.text for line in block))
    long_enough = len(text.split()) >= _MIN_SENTENCE and ends_sentence(text) and not text.endswith(":")
    return long_enough and not _FORMAL.search(text) and not is_fact_label(text) and "\t" not in block[0].text
