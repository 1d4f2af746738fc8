from hypothesis import given
from hypothesis import strategies as st

from qa.reasons import MatchKind, Nearness, Why, WordMatch
from qa.types import Hit
from service.pages.highlighting import Highlighted, highlight
from tests.eval.samples import make_passage


def highlighted(text: str, words: tuple[WordMatch, ...]) -> Highlighted:
    passage = make_passage("m/1/1", text)
    return highlight(Hit(1, passage, 1.0, 0.5, Why(words, Nearness.SURE)))


def marked(text: str, *found: str) -> list[str]:
    words = tuple(WordMatch(word, word, MatchKind.EXACT) for word in found)
    return [stretch.text for stretch in highlighted(text, words).stretches if stretch.is_marked]


def test_the_words_that_a_hit_was_found_by_are_marked_wherever_they_stand_whole() -> None:
    text = "Avgiften, avgiften och serviceavgiften 2024, 20245."
    assert marked(text, "avgiften", "2024") == ["Avgiften", "avgiften", "2024"]


def test_the_words_of_an_expression_are_marked_however_it_is_punctuated() -> None:
    assert marked("Se RS 2023/00188.", "rs-2023-00188") == ["RS", "2023", "00188"]


def test_words_that_only_the_heading_has_are_neither_marked_nor_named() -> None:
    words = (WordMatch("taxa", "taxa", MatchKind.EXACT, in_heading=True),)
    shown = highlighted("Taxa", words)
    assert (shown.found, [stretch.is_marked for stretch in shown.stretches]) == ((), [False])


def test_nothing_is_marked_where_nobody_asked_why() -> None:
    assert highlight(Hit(1, make_passage("m/1/1", "Taxa"), 1.0, 0.5)).found == ()


@given(st.sets(st.text(max_size=5)), st.text(min_size=1, max_size=80))
def test_the_stretches_joined_are_the_text(words: set[str], text: str) -> None:
    found = tuple(WordMatch(word, word.lower(), MatchKind.EXACT) for word in sorted(words))
    stretches = highlighted(text, found).stretches
    assert "".join(stretch.text for stretch in stretches) == text
    assert all(stretch.text for stretch in stretches)
