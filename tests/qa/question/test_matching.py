import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.question.matching import WordMatcher, lines_of_words
from qa.question.spelling import Correction
from qa.reasons import MatchKind


@pytest.mark.parametrize(
    ("asked", "found", "kind"),
    [
        ("avgift", "avgift", MatchKind.EXACT),
        ("2024", "2024", MatchKind.EXACT),
        ("avgift", "avgiften", MatchKind.INFLECTED),
        ("person", "personernas", MatchKind.INFLECTED),
        ("skolan", "skolor", MatchKind.INFLECTED),
        ("avgift", "serviceavgiften", MatchKind.COMPOUND),
        ("skolan", "skolskjuts", MatchKind.COMPOUND),
        ("skolan", "förskolan", None),
        ("2024", "20245", None),
        ("ön", "lön", None),
        ("vård", "vard", None),
        ("vad", "vad", None),
    ],
)
def test_words_match_alike_inflected_or_in_compounds(asked: str, found: str, kind: MatchKind | None) -> None:
    match = WordMatcher(asked).match(found)
    assert (match and match.kind) == kind


def test_the_nearest_kind_of_match_is_told() -> None:
    match = WordMatcher("serviceavgift avgiften").match("avgiften")
    assert match is not None
    assert (match.asked, match.kind) == ("avgiften", MatchKind.EXACT)


def test_a_misspelled_word_matches_as_what_it_was_read_as() -> None:
    matcher = WordMatcher("Servisavgift", [Correction("Servisavgift", "serviceavgift")])
    match = matcher.match("serviceavgiften")
    assert match is not None
    assert (match.asked, match.kind) == ("servisavgift", MatchKind.CORRECTED)
    assert matcher.match("servisavgift") is None


@given(st.text(max_size=40), st.text(max_size=80))
def test_the_words_found_stand_in_the_text_and_each_is_named_once(question: str, text: str) -> None:
    matcher = WordMatcher(question)
    words = [match.found for match in matcher.words_in(lines_of_words(text))]
    assert len(set(words)) == len(words)
    assert set(words) == {place[0].lower() for place, _ in matcher.matches(text)}
