"""An index generation, opened."""

from functools import cached_property
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from qa.compounds import CompoundSplitter
from qa.errors import IndexFormatError, NotFoundError
from qa.index.generations import current_version, generation_folder
from qa.index.lexical import LexicalIndex
from qa.index.manifest import (
    COMMON_QUESTION,
    LEXICAL,
    LEXICAL_FOLDED,
    MEETINGS,
    PASSAGE_VECTORS,
    PASSAGES,
    ROWS,
    SENTENCE_VECTORS,
    WORDS,
    Manifest,
    read_manifest,
)
from qa.index.people import People
from qa.index.records import read_records
from qa.index.selection import Mask, Selector
from qa.index.vectors import VectorIndex
from qa.index.word_meaning import WordData, WordMeaning
from qa.opening import searchable_items
from qa.types import AgendaItem, Meeting, Passage
from qa.vocabulary import Vocabulary

Rows = NDArray[np.int32]


class Index:
    """Everything computed ahead for a corpus; read-only, and shared by all retrievers.

    A *row* is the place of a passage in ``passages``. ``passage_rows[i]`` is the row of the i-th
    passage vector (tables have none), ``sentence_rows[i]`` that of the i-th sentence vector;
    both are int32 and ascending. ``common_question`` is what all questions share, float32 [dimension].
    ``words`` are the words of the passages by their meaning, ``lexical`` by their letters.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.manifest = manifest
        self.passages = read_records(folder / PASSAGES, Passage)
        self.meetings = tuple(sorted(read_records(folder / MEETINGS, Meeting), key=_by_time))
        self.passage_vectors = VectorIndex.load(folder / PASSAGE_VECTORS)
        self.sentence_vectors = VectorIndex.load(folder / SENTENCE_VECTORS)
        self.lexical = LexicalIndex.load(folder / LEXICAL)
        self.lexical_folded = LexicalIndex.load(folder / LEXICAL_FOLDED)
        self.passage_rows, self.sentence_rows = _read_rows(folder / ROWS)
        self.common_question = _read_array(folder / COMMON_QUESTION)
        counts = manifest.counts
        self.words = WordMeaning(WordData.load(folder / WORDS, counts.passages), counts.passages)
        self._check(folder)

    @property
    def version(self) -> str:
        """The name of the generation."""
        return self.manifest.version

    @property
    def model(self) -> str:
        """The name of the embedding model."""
        return self.manifest.model

    @cached_property
    def word_counts(self) -> Rows:
        """How many words the text of each passage has, int32 [n]."""
        return np.array([len(passage.text.split()) for passage in self.passages], dtype=np.int32)

    @cached_property
    def selector(self) -> Selector:
        """What filters are asked of."""
        return Selector(self.passages)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all passages and their headings."""
        return Vocabulary(f"{passage.context} {passage.text}" for passage in self.passages)

    @cached_property
    def compounds(self) -> CompoundSplitter:
        """What splits compounds into words of the vocabulary."""
        return CompoundSplitter(self.vocabulary)

    @cached_property
    def people(self) -> People:
        """Who is named in the minutes."""
        return People(self.meetings, self.passages)

    def meetings_of(self, rows: Mask) -> tuple[Meeting, ...]:
        """Return the meetings that passages are of, in the order of time; ``rows`` is bool [n]."""
        ids = {self.passages[row].citation.meeting_id for row in rows.nonzero()[0]}
        return tuple(meeting for meeting in self.meetings if meeting.id in ids)

    def meeting(self, meeting_id: str) -> Meeting:
        """Return a meeting.

        Raises:
            NotFoundError: there is none by that id.
        """
        if meeting_id not in self._meetings_by_id:
            raise NotFoundError(f"Det finns inget sammanträde ”{meeting_id}” i indexet.")
        return self._meetings_by_id[meeting_id]

    def item(self, item_id: str) -> tuple[Meeting, AgendaItem]:
        """Return an agenda item and its meeting.

        Raises:
            NotFoundError: there is none by that id.
        """
        if item_id not in self._items_by_id:
            raise NotFoundError(f"Det finns inget ärende ”{item_id}” i indexet.")
        return self._items_by_id[item_id]

    @cached_property
    def _meetings_by_id(self) -> dict[str, Meeting]:
        return {meeting.id: meeting for meeting in self.meetings}

    @cached_property
    def _items_by_id(self) -> dict[str, tuple[Meeting, AgendaItem]]:
        return {item.id: (meeting, item) for meeting in self.meetings for item in searchable_items(meeting)}

    def _check(self, folder: Path) -> None:
        counts = self.manifest.counts
        for name, found, expected in (
            ("stycken", len(self.passages), counts.passages),
            ("möten", len(self.meetings), counts.meetings),
            ("styckevektorer", len(self.passage_vectors), counts.passage_vectors),
            ("radnummer", len(self.passage_rows), counts.passage_vectors),
            ("meningsvektorer", len(self.sentence_vectors), counts.sentence_vectors),
            ("radnummer", len(self.sentence_rows), counts.sentence_vectors),
            ("rader i ordindexet", len(self.lexical), counts.passages),
            ("rader i ordindexet", len(self.lexical_folded), counts.passages),
            ("tal i vektorn", self.passage_vectors.dimension, self.manifest.dimension),
            ("tal i frågevektorn", self.common_question.size, self.manifest.dimension),
            ("tal i ordvektorerna", self.words.data.common_word.size, self.manifest.dimension),
        ):
            if found != expected:
                raise IndexFormatError(
                    f"Indexet i {folder} är skadat: {found} {name}, men förteckningen säger {expected}. "
                    "Bygg om det med: qa index MAPP"
                )


def _read_rows(path: Path) -> tuple[Rows, Rows]:
    try:
        with path.open("rb") as file, np.load(file) as rows:
            return rows["passage_rows"], rows["sentence_rows"]
    except (OSError, EOFError, ValueError, KeyError, BadZipFile) as error:
        raise IndexFormatError(f"{path} går inte att läsa. Bygg om indexet med: qa index MAPP") from error


def _read_array(path: Path) -> NDArray[np.float32]:
    try:
        with path.open("rb") as file:
            array: NDArray[np.float32] = np.load(file)
    except (OSError, EOFError, ValueError) as error:
        raise IndexFormatError(f"{path} går inte att läsa. Bygg om indexet med: qa index MAPP") from error
    return array


def open_index(folder: Path) -> Index:
    """Open the current generation of an index.

    Raises:
        IndexMissingError: there is no index in ``folder``.
        IndexFormatError: it is damaged, incomplete or of another format.
    """
    path = generation_folder(folder, current_version(folder))
    return Index(path, read_manifest(path))


def _by_time(meeting: Meeting) -> tuple[int, str]:
    """Meetings of unknown date come first."""
    return (0 if meeting.start_date is None else meeting.start_date.toordinal(), meeting.id)
