"""What a question says of its matter, its meeting and its wish, gathered in one place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from qa.content_words import content_words
from qa.index.generation import Index
from qa.index.people import NamedPerson
from qa.language import SWEDISH, language_of_question
from qa.question.case_numbers import NamedCase, cases_named_in
from qa.question.item_numbers import item_numbers_in
from qa.question.periods import Period, periods_in
from qa.question.spelling import Correction, corrections_of
from qa.question.wishes import Wish, wishes_in
from qa.text import tokenize

_SHORTEST_BODY = 7
"""Letters; shorter first words of a body ("Region", "Råd") are too common to mean it."""
_LONGEST_LETTERS = 4
"""Of those before a case number: "SLK-2023-01129", "KTN 2021-00118"."""
_WORDS_FOR_CASES = frozenset(
    "ärende ärendet ärendenummer diarienummer paragraf paragrafen punkt punkten gäller visa".split()
)


@dataclass(frozen=True, slots=True)
class Understood:
    """What was found in the text of a question.

    ``periods`` are first and last days, both included. ``bodies``, ``case_numbers`` and ``item_numbers``
    are as the minutes print them; only such as the index has. ``people`` are those of the question
    whom the minutes know, ``wishes`` what is asked for, ``corrections`` the words read as others than spelled
    and the case numbers that are typed otherwise than printed. ``is_reference`` marks a question that names a
    case or an item and nothing that it wants to know of it: what was decided tells most.
    """

    periods: tuple[Period, ...] = ()
    bodies: tuple[str, ...] = ()
    case_numbers: tuple[str, ...] = ()
    item_numbers: tuple[str, ...] = ()
    people: tuple[NamedPerson, ...] = ()
    wishes: tuple[Wish, ...] = ()
    corrections: tuple[Correction, ...] = ()
    is_reference: bool = False


NOTHING = Understood()


def understand(index: Index, question: str, today: date | None = None) -> Understood:
    """Find what a question says of meeting, body, case, item and people, what it wishes, and its slips.

    Args:
        index: which bodies, cases, numbers, people and words there are; a body counts only where there
            are several to tell apart.
        question: normalised text.
        today: what "förra mandatperioden" is counted from; by default the present day.
    """
    has_number = index.selector.of_item_number
    cases = cases_named_in(question, index.selector.case_numbers)
    numbers = tuple(number for number in dict.fromkeys(item_numbers_in(question)) if has_number(number).any())
    wishes = wishes_in(question)
    is_reference = bool(cases or numbers) and not wishes and _says_only_which(question)
    return Understood(
        periods=tuple(periods_in(question, today)),
        bodies=_bodies_in(index, question),
        case_numbers=tuple(case.printed for case in cases),
        item_numbers=numbers,
        people=index.people.named_in(question),
        wishes=(Wish.DECISION,) if is_reference else wishes,
        corrections=(*_typed_otherwise(cases), *_corrections_in(index, question)),
        is_reference=is_reference,
    )


def _says_only_which(question: str) -> bool:
    """Whether a question has no words but those for a case, and the letters of its number."""
    return all(
        len(one.word) <= _LONGEST_LETTERS or one.word in _WORDS_FOR_CASES for one in content_words(question)
    )


def _typed_otherwise(cases: Sequence[NamedCase]) -> Iterator[Correction]:
    for case in cases:
        if tokenize(case.said) != tokenize(case.printed):
            yield Correction(case.said, case.printed)


def _corrections_in(index: Index, question: str) -> tuple[Correction, ...]:
    """Correct Swedish only: of no other language does the corpus tell how it is spelled."""
    corrections = corrections_of(question, index.vocabulary, index.compounds)
    return corrections if corrections and language_of_question(question) == SWEDISH else ()


def _bodies_in(index: Index, question: str) -> tuple[str, ...]:
    names = {body: body.casefold().partition(" ")[0] for body in index.selector.bodies}
    if len(set(names.values())) <= 1:
        return ()
    said = set(re.findall(r"\w+", question.casefold()))
    return tuple(
        body
        for body, name in sorted(names.items())
        if len(name) >= _SHORTEST_BODY and not said.isdisjoint((name, name + "s"))
    )
