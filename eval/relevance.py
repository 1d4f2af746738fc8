"""From judged quotes to relevant passages: what counts as found.

The judgements of minutes quote the words that answer; how an index cuts its passages is not their
matter. So the quotes are looked up in the passages of the index that is evaluated:

- A passage holds a quote when its text does, spaces, hyphens and case aside, since lines were joined.
- A quote from a heading is in no text. Its holders are the passages of the item with that title.
- A quote found in neither was cut by a passage border. Its holder is then the passage with its first or
  its second half, which is the one with the larger part.
- Each judged answer is one relevant *unit*, however many passages hold it; the first of them in a ranking
  is the unit, the others are not relevant again. Answers held by the same passage are one unit. A
  quote in no passage stays a unit that nothing can find, and is reported.
- Where an answer's item is a paragraph number (``§ 12``), quotes are looked up in that paragraph, and any
  passage of it is a *right place*: Success, RR and P count it; nDCG, AP and R count units only.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from eval.judgements import JudgedAnswer, JudgedQuestion, JudgedUnit, QuestionSet
from qa.types import Passage

PARAGRAPH = re.compile(r"§\s*(\d+)")
"""A paragraph number as printed: ``§ 12``, ``KS § 12``, ``§12``."""
_IGNORED = re.compile(r"[\s\-\u00ad\u2010-\u2015]+")
SHORTEST_HALF = 12
"""Characters, spaces and hyphens aside, that half a quote must have to be looked up alone."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is relevant for one question, as document id to grade.

    ``grades`` are the relevant units, which nDCG, AP and R count. ``places`` are all right places, which
    Success, RR, P and Judged count. ``unit_of`` says which unit a passage is; it is empty where
    the documents ranked are themselves what was judged.
    """

    grades: Mapping[str, int]
    places: Mapping[str, int]
    unit_of: Mapping[str, str] = field(default_factory=dict)

    def label(self, ranking: Iterable[str]) -> list[str]:
        """Put a unit's name for the first of its passages, so that each unit is found once."""
        labels = []
        found = set()
        for document in ranking:
            unit = self.unit_of.get(document, document)
            labels.append(document if unit in found else unit)
            found.add(unit)
        return labels


@dataclass(frozen=True, slots=True)
class LostQuote:
    """A judged quote that no passage of the index holds; ``reason`` is Swedish."""

    question_id: str
    answer: JudgedAnswer
    reason: str


@dataclass(frozen=True, slots=True)
class Relevance:
    """The judgements of the answerable questions, by question id, against one index."""

    judgements: Mapping[str, Judgement]
    lost: tuple[LostQuote, ...] = ()


def find_relevant(question_set: QuestionSet, passages: Sequence[Passage]) -> Relevance:
    """Find what is relevant for each answerable question; ``passages`` matter for minutes only."""
    if question_set.unit is JudgedUnit.DOCUMENT:
        return Relevance(
            {
                question.id: Judgement(question.documents, question.documents)
                for question in question_set.answerable
            }
        )
    shelf = _Shelf(passages)
    lost: list[LostQuote] = []
    judgements = {question.id: _judge(question, shelf, lost) for question in question_set.answerable}
    return Relevance(judgements, tuple(lost))


def squeeze(text: str) -> str:
    """Drop white space, hyphens and dashes, and fold case: what two printings of a quote share."""
    return _IGNORED.sub("", unicodedata.normalize("NFC", text)).casefold()


def halves_of(quote: str) -> tuple[str, ...]:
    """Return the halves of a squeezed quote that are long enough to be looked up alone: both or none.

    Half a quote is what a passage border, or a cut between sentences, leaves of it.
    """
    middle = len(quote) // 2
    return (quote[:middle], quote[middle:]) if middle >= SHORTEST_HALF else ()


class _Shelf:
    """The passages of an index by file, with squeezed texts."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._by_file: dict[str, list[tuple[Passage, str]]] = {}
        for passage in passages:
            entry = (passage, squeeze(passage.text))
            self._by_file.setdefault(passage.citation.source_file, []).append(entry)

    def of_file(self, file: str) -> list[tuple[Passage, str]]:
        """Return the passages of a file, named by its path or an unambiguous end of it."""
        if file in self._by_file:
            return self._by_file[file]
        ends = [name for name in self._by_file if name.endswith(f"/{file}")]
        return self._by_file[ends[0]] if len(ends) == 1 else []


def _judge(question: JudgedQuestion, shelf: _Shelf, lost: list[LostQuote]) -> Judgement:
    holders: list[frozenset[str]] = []
    places: set[str] = set()
    for answer in question.answers:
        shelved = shelf.of_file(answer.file)
        paragraph = _of_paragraph(shelved, answer.item)
        places |= {passage.id for passage, _ in paragraph}
        found = _holders(answer.quote, paragraph or shelved)
        if not found:
            reason = "citatet finns i inget stycke" if shelved else "filen finns inte i indexet"
            lost.append(LostQuote(question.id, answer, reason))
            found = frozenset(passage.id for passage, _ in paragraph)
        holders.append(found)
    units = {f"svar-{number}": unit for number, unit in enumerate(disjoint(holders), 1)}
    unit_of = {passage: name for name, unit in units.items() for passage in unit}
    grades = dict.fromkeys(units, 1)
    return Judgement(grades, grades | dict.fromkeys(sorted(places | set(unit_of)), 1), unit_of)


def disjoint(holders: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Make units out of the sets of passages that hold each answer, so that no two units share a passage.

    A set that contains a smaller one says no more than it and is left out; sets that overlap become
    one. Empty sets are kept as they are.
    """
    sets = list(dict.fromkeys(holder for holder in holders if holder))
    smallest = [one for one in sets if not any(other < one for other in sets)]
    units: list[frozenset[str]] = []
    for unit in smallest:
        apart = [other for other in units if not other & unit]
        units = [*apart, unit.union(*(other for other in units if other & unit))]
    return units + [holder for holder in holders if not holder]


def _of_paragraph(shelved: Sequence[tuple[Passage, str]], item: str) -> list[tuple[Passage, str]]:
    number = PARAGRAPH.match(item)
    if number is None:
        return []
    entries = []
    for passage, text in shelved:
        printed = PARAGRAPH.search(passage.citation.item_number)
        if printed is not None and printed[1] == number[1]:
            entries.append((passage, text))
    return entries


def _holders(quote: str, shelved: Sequence[tuple[Passage, str]]) -> frozenset[str]:
    """Return the passages that hold a quote: whole, else in their item's title, else half of it."""
    whole = squeeze(quote)
    halves = halves_of(whole)
    return (
        frozenset(passage.id for passage, text in shelved if whole in text)
        or frozenset(passage.id for passage, _ in shelved if whole in squeeze(passage.citation.item_title))
        or frozenset(passage.id for passage, text in shelved if any(half in text for half in halves))
    )
