"""The proof that something is gone: every file of an index is searched for what it said.

Searched for are the sentences as they stand in files of text, plain and as JSON writes them, the
words that nothing else has in the word indexes, and the vectors, byte for byte. What other items
say too is theirs and stays; they are named.
"""

import json
import mmap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from qa.index.generation import Index, open_index
from qa.index.manifest import LEXICAL, LEXICAL_FOLDED
from qa.index.weighting import terms_of_passage
from qa.opening import searchable_items
from qa.sentences import sentence_spans
from qa.types import AgendaItem, Meeting, Passage

_LEAST_CHARACTERS = 24
"""Shorter sentences ("Bifalls.") stand in any minutes."""
_MOST_SENTENCES, _MOST_VECTORS = 120, 40
"""How many are searched for; where there are more, these are spread evenly over them."""

_FEW = 5
"""What more items say is a formula of the minutes, and tells nothing of what was purged."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Traces:
    """What must not be found any more.

    ``words`` are terms of the word index, ``folded_words`` those of the folded one; ``vectors`` are
    raw float32 rows.
    """

    sentences: tuple[str, ...]
    words: frozenset[str]
    folded_words: frozenset[str]
    vectors: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """What was searched, for how much, and what was found.

    ``traces`` name the files (below the index folder) that still hold something, which must be
    none; ``also_in`` are the ids of remaining items that say some of the same in their own right,
    but for formulas that many items have.
    """

    files: int
    size: int
    sentences: int
    words: int
    vectors: int
    traces: tuple[str, ...]
    also_in: tuple[str, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found."""
        return not self.traces


def traces_of(index: Index, kept_rows: Sequence[int], left: Sequence[Meeting]) -> Traces:
    """Return what the passages that are not kept would leave behind.

    Args:
        index: the generation before the purge.
        kept_rows: the rows of the passages that stay.
        left: the meetings that stay.
    """
    stays = set(kept_rows)
    gone = [passage for row, passage in enumerate(index.passages) if row not in stays]
    kept = [index.passages[row] for row in kept_rows]
    sentences = dict.fromkeys(text for passage in gone for text in _sentences(passage))
    kept_vectors = {vector for row, vector in _vectors(index) if row in stays}
    vectors = dict.fromkeys(vector for row, vector in _vectors(index) if row not in stays)
    titles = {item.title for meeting in left for item in searchable_items(meeting)}
    titles_gone = dict.fromkeys(passage.citation.item_title for passage in gone)
    long_titles = [title for title in titles_gone if len(title) >= _LEAST_CHARACTERS and title not in titles]
    return Traces(
        sentences=(*_spread(list(sentences), _MOST_SENTENCES), *long_titles),
        words=_terms(gone, folded=False) - _terms(kept, folded=False),
        folded_words=_terms(gone, folded=True) - _terms(kept, folded=True),
        vectors=tuple(_spread([vector for vector in vectors if vector not in kept_vectors], _MOST_VECTORS)),
    )


def prove_removed(folder: Path, traces: Traces) -> Proof:
    """Search every file of an index folder.

    Raises:
        QaError: the current generation cannot be opened.
    """
    index = open_index(folder)
    current = Path("generations", index.version)
    traces_left: list[str] = []
    also_in: dict[str, None] = {}
    size = 0
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in paths:
        name = path.relative_to(folder)
        size += path.stat().st_size
        found, holds_vector = _search(path, traces)
        sayers = {text: _sayers(index.meetings, text) for text in found}
        also_in |= dict.fromkeys(item_id for ids in sayers.values() if len(ids) <= _FEW for item_id in ids)
        is_explained = all(sayers.values()) and name.is_relative_to(current)
        if holds_vector or (found and not is_explained):
            traces_left.append(name.as_posix())
    traces_left += _words_left(index, traces)
    return Proof(
        files=len(paths),
        size=size,
        sentences=len(traces.sentences),
        words=len(traces.words | traces.folded_words),
        vectors=len(traces.vectors),
        traces=tuple(traces_left),
        also_in=tuple(also_in),
    )


def _search(path: Path, traces: Traces) -> tuple[list[str], bool]:
    """Return the sentences that a file holds, and whether it holds any of the vectors."""
    if path.stat().st_size == 0:
        return [], False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        found = [text for text in traces.sentences if any(data.find(form) >= 0 for form in _written(text))]
        return found, any(data.find(vector) >= 0 for vector in traces.vectors)


def _words_left(index: Index, traces: Traces) -> list[str]:
    parts = (
        (LEXICAL, index.lexical, traces.words),
        (LEXICAL_FOLDED, index.lexical_folded, traces.folded_words),
    )
    return [
        f"generations/{index.version}/{name}"
        for name, lexical, words in parts
        if any(lexical.document_frequency(word) for word in words)
    ]


def _sentences(passage: Passage) -> Iterator[str]:
    for line in passage.text.split("\n"):
        for start, end in sentence_spans(line):
            if end - start >= _LEAST_CHARACTERS:
                yield line[start:end]


def _terms(passages: Sequence[Passage], *, folded: bool) -> frozenset[str]:
    return frozenset(term for passage in passages for term in terms_of_passage(passage, folded=folded))


def _vectors(index: Index) -> Iterator[tuple[int, bytes]]:
    """Yield the row and the bytes of every vector of a passage, a sentence or a word."""
    words = index.words.data
    told = words.examples.any(axis=1)  # a word that the model gave nothing for is all zeros
    parts: list[tuple[NDArray[np.int32], NDArray[np.float32] | NDArray[np.float16]]] = [
        (index.passage_rows, index.passage_vectors.vectors()),
        (index.sentence_rows, index.sentence_vectors.vectors()),
        (words.example_rows[told], words.examples[told]),
    ]
    for rows, vectors in parts:
        for row, vector in zip(rows.tolist(), vectors, strict=True):
            yield row, vector.tobytes()


def _sayers(meetings: Sequence[Meeting], sentence: str) -> list[str]:
    """Return the ids of the items that hold a sentence."""
    return [
        item.id
        for meeting in meetings
        for item in searchable_items(meeting)
        if any(sentence in text for text in _texts(item))
    ]


def _texts(item: AgendaItem) -> Iterator[str]:
    yield item.title
    for section in item.sections:
        yield section.heading
        yield from (paragraph.text for paragraph in section.paragraphs)


def _written(text: str) -> set[bytes]:
    """Return the forms in which a text may stand in a file."""
    forms = (text, json.dumps(text, ensure_ascii=False)[1:-1], json.dumps(text)[1:-1])
    return {form.encode() for form in forms}


def _spread(values: list[Value], most: int) -> list[Value]:
    step = max(1, -(-len(values) // most))
    return values[::step]
