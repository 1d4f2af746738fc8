"""Texts of pages as one document."""

from collections.abc import Sequence
from itertools import accumulate

from corpus.document import Document, Page


def paged(name: str, texts: Sequence[str]) -> Document:
    r"""Return the texts of pages, each with the line end that parts it from the next, as a document.

    Args:
        name: the file's name.
        texts: what stands on page 1, 2 and so on: NFC, ``\n`` line ends.
    """
    ends = list(accumulate(map(len, texts)))
    starts = [0, *ends[:-1]]
    pages = tuple(Page(number, *span) for number, span in enumerate(zip(starts, ends, strict=True), 1))
    return Document(name, "".join(texts), pages)
