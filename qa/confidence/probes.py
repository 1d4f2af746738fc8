"""Questions that the program makes for itself, to see what its scores are worth in this corpus.

An answerable probe asks, in a template, for the rarest words of a heading and a sentence; its answer is
the item that the sentence stands in. The same probe with that item taken out, and all that share its
title or a case number, is unanswerable, and so are questions of other fields.
"""

import hashlib
from dataclasses import dataclass

import numpy as np

from qa.index.generation import Index
from qa.sentences import sentence_spans
from qa.stopwords import STOP_WORDS
from qa.text import tokenize, words_as_terms
from qa.types import Passage, Role

MOST_PROBES = 40
TEMPLATES = ("Vad sades om {}?", "Vad beslutades om {}?", "Hur blev det med {}?", "{}")
WORDS_ASKED = 3
SHORTEST_WORD = 5
SHORTEST_PASSAGE = 12
"""Words; in less there is nothing to ask about."""
_TOLD_NOTHING = frozenset({Role.ATTENDANCE, Role.DISTRIBUTION, Role.DOCUMENTS, Role.AGENDA})


@dataclass(frozen=True, slots=True)
class Probe:
    """A question and the item that answers it."""

    question: str
    item_id: str


def make_probes(index: Index) -> list[Probe]:
    """Return at most ``MOST_PROBES`` probes, the same for the same corpus, each from an item of its own."""
    by_item: dict[str, Passage] = {}
    for passage in sorted(index.passages, key=lambda one: _shuffled(one.id)):
        if _tells_something(passage):
            by_item.setdefault(passage.citation.item_id, passage)
    probes: list[Probe] = []
    for passage in by_item.values():
        words = _words_asked(index, passage)
        if len(words) == WORDS_ASKED:
            template = TEMPLATES[len(probes) % len(TEMPLATES)]
            asked = template.format(f"{words[0]} {words[1]} och {words[2]}")
            probes.append(Probe(asked, passage.citation.item_id))
        if len(probes) == MOST_PROBES:
            break
    return probes


def rows_about(index: Index, item_id: str) -> list[int]:
    """Return the rows of an item, and of those that share its title or a case number."""
    item = next(one.citation for one in index.passages if one.citation.item_id == item_id)
    cases = set(item.case_numbers)
    return [
        row
        for row, passage in enumerate(index.passages)
        if passage.citation.item_id == item_id
        or passage.citation.item_title.casefold() == item.item_title.casefold()
        or not cases.isdisjoint(passage.citation.case_numbers)
    ]


def _tells_something(passage: Passage) -> bool:
    return (
        not passage.is_table
        and passage.citation.section not in _TOLD_NOTHING
        and len(passage.text.split()) >= SHORTEST_PASSAGE
    )


def _words_asked(index: Index, passage: Passage) -> list[str]:
    """Return the rarest word of the passage's title, and the rarest others of its longest sentence."""
    sentences = [passage.text[start:end] for start, end in sentence_spans(passage.text)]
    title = _rarest(index, passage.citation.item_title)[:1]
    others = [word for word in _rarest(index, max(sentences, key=len, default="")) if word not in title]
    return [*title, *others[: WORDS_ASKED - len(title)]]


def _rarest(index: Index, text: str) -> list[str]:
    """Return the content words of a text, the rarest first."""
    words = {
        word
        for word in tokenize(text)
        if word not in STOP_WORDS and len(word) >= SHORTEST_WORD and word.isalpha()
    }
    return sorted(words, key=lambda word: (-_rarity(index, word), word))


def _rarity(index: Index, word: str) -> float:
    return float(np.mean([index.lexical.idf(term) for terms in words_as_terms(word) for term in terms]))


def _shuffled(passage_id: str) -> bytes:
    """A key that orders passages at random, but always alike."""
    return hashlib.blake2b(passage_id.encode(), digest_size=8).digest()
