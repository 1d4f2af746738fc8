"""How a word of a text hangs together with one of a question, where the two share letters.

Letters alone say too much: *kommunikation* begins as *kommun* does, and *annanstans* as *Anna*. A word is
part of a compound where the words of the corpus show it or where what is left can be a Swedish word, and
is derived from another where nothing but an ending for verbal nouns is left.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa.compounds import CompoundSplitter, bases_of, is_ending
from qa.reasons import MatchKind
from qa.stopwords import STOP_WORDS
from qa.vocabulary import ENDINGS, SHORTEST_STEM, are_forms_of_one, stem

_DERIVED = re.compile(rf"(?:n?ing|n?ad|ande|ende|else|are)(?:{ENDINGS})?|(?:[ai]?t|d|de|te)s?")
"""What makes nouns, supines and preterites of verbs, and adverbs of adjectives: betala and betalning, kosta
and kostnad or kostat, central and centralt."""
_VOWEL = "aeiouyåäö"
_ONSET = re.compile(
    rf"""(?: [bcdfghjklmnpqrstvwxz] | [bp][ljr] | d[jrv] | f[jlnr] | g[jlnr] | hj | k[jlnrv] | lj | mj | nj
    | s[cjklmnptv] | s[ck][hjlrv] | sp[jlr] | st[jr] | t[jrv] | vr | ch | ps | qu )[{_VOWEL}]""",
    re.VERBOSE,
)
"""The consonants that a Swedish word may begin with, and the vowel after them."""
_CODA = re.compile(rf".*[{_VOWEL}][bcdfgklmnprstvx]*")
"""What ends as a word may."""
_BOUND = re.compile(rf"(?:n?ing|lig|het|skap|sam|bar|mässig|nad|tion|sion|ment|tet|tör)+(?:{ENDINGS}|t)?")
"""What is added to words and is none itself."""
_PARTICLES = ("av", "be", "för", "in", "om", "till", "under", "upp", "ut", "över")
_SHORTEST_REST = 5
"""Letters of a part of a compound that the corpus does not have; fewer are an ending sooner than a word."""
_SHORTEST_FIRST = 3


@dataclass(frozen=True, slots=True)
class Relation:
    """How two words hang together.

    ``parts`` are those of the text's word where the corpus shows them; the word asked for is not cut.
    """

    kind: MatchKind
    parts: tuple[str, ...] = ()


_EXACT, _INFLECTED, _COMPOUND = (
    Relation(kind) for kind in (MatchKind.EXACT, MatchKind.INFLECTED, MatchKind.COMPOUND)
)


def relation(word: str, found: str, splitter: CompoundSplitter, *, is_name: bool = False) -> Relation | None:
    """Return how a word found hangs together with one asked for, None where they share but letters.

    Args:
        word: the word asked for, in lower case.
        found: the word of a text, in lower case.
        splitter: what the corpus knows of compounds.
        is_name: whether the word asked for is a name, which has no form but its genitive: Stig is no path.
    """
    if word == found:
        return _EXACT
    if are_forms_of_one(word, found):
        return _INFLECTED if not is_name or _differ_in_genitive(word, found) else None
    if len(word) < SHORTEST_STEM or not word.isalpha():
        return None
    parts = splitter.split(found)
    for start, end in _stretches(len(parts)):
        piece = "".join(parts[start:end])
        if _is_part(word, piece, is_last=end == len(parts)):
            return Relation(MatchKind.COMPOUND, (*parts[:start], piece, *parts[end:]))
    if not is_name and _is_derived(word, found):
        return _INFLECTED
    return _COMPOUND if not parts and _may_be_part(word, found, splitter) else None


def _differ_in_genitive(one: str, other: str) -> bool:
    return one + "s" == other or other + "s" == one


def _stretches(parts: int) -> Iterator[tuple[int, int]]:
    """Yield first part and end of what may be a word in a compound of so many parts, but not the whole."""
    for start in range(parts):
        for end in range(start + 1, parts + 1):
            if end - start < parts:
                yield start, end


def _is_part(word: str, piece: str, *, is_last: bool) -> bool:
    words = (piece,) if is_last else bases_of(piece)
    return any(one == word or are_forms_of_one(word, one) or _is_derived(word, one) for one in words)


def _is_derived(word: str, found: str) -> bool:
    root = stem(word)
    return found.startswith(root) and _DERIVED.fullmatch(found, len(root)) is not None


def _root(word: str, found: str) -> str:
    """Return what both words hold: the whole word asked for, or what is left of it without its ending."""
    return word if word in found else stem(word)


def _may_be_part(word: str, found: str, splitter: CompoundSplitter) -> bool:
    """Whether a word begins or ends a compound whose other parts the corpus does not show."""
    root = _root(word, found)
    if found.startswith(root):
        return _may_follow(root, found[len(root) :], splitter)
    place = found.rfind(root)
    return (
        place >= _SHORTEST_FIRST
        and re.fullmatch(f"(?:{ENDINGS})?", found[place + len(root) :]) is not None
        and _may_stand_first(found[:place], splitter)
        and not is_ending(found[:place], found[place:])
    )


def _may_follow(first: str, rest: str, splitter: CompoundSplitter) -> bool:
    """Whether the rest of a word can be a word, with or without a linking letter before it."""
    linked = [rest, rest[1:]] if rest[:1] in ("s", "e", "o", "u") else [rest]
    if any(splitter.knows(one) and not is_ending(first, one) for one in linked):
        return True
    return any(_looks_like_word(one) for one in linked if one == rest or rest.startswith("s"))


def _looks_like_word(rest: str) -> bool:
    return len(rest) >= _SHORTEST_REST and _ONSET.match(rest) is not None and _BOUND.fullmatch(rest) is None


def _may_stand_first(first: str, splitter: CompoundSplitter) -> bool:
    """Whether a beginning can be a word and ends in no particle, which makes another word of the rest."""
    if first in STOP_WORDS or not _CODA.fullmatch(first):
        return False
    return splitter.knows(first) or not first.endswith(_PARTICLES)
