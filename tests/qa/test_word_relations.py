import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.compounds import CompoundSplitter
from qa.reasons import MatchKind
from qa.vocabulary import Vocabulary
from qa.word_relations import Relation, relation

KNOWN = "service avgift avgiften region plan kommun direktör skola skjuts arbete ordning kostnad tider"


@pytest.fixture(scope="module")
def splitter() -> CompoundSplitter:
    return CompoundSplitter(Vocabulary([KNOWN] * 4))


@pytest.mark.parametrize(
    ("word", "found", "parts"),
    [
        ("avgift", "serviceavgiften", ("service", "avgiften")),
        ("serviceavgift", "kommunserviceavgifter", ("kommun", "serviceavgifter")),
        ("skolan", "skolskjuts", ("skol", "skjuts")),
        ("arbetet", "arbetsordning", ("arbets", "ordning")),
        ("kostar", "kostnadsplan", ("kostnads", "plan")),
        ("lunchen", "lunchrestaurangerna", ()),  # of which the corpus has but the first part
        ("arbetet", "arbetsmarknaden", ()),
        ("kommun", "kommunfullmäktige", ()),
        ("platser", "ändhållplatsen", ()),
    ],
)
def test_a_part_of_a_compound_is_told_with_the_parts_that_the_corpus_shows(
    splitter: CompoundSplitter, word: str, found: str, parts: tuple[str, ...]
) -> None:
    assert relation(word, found, splitter) == Relation(MatchKind.COMPOUND, parts)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("betalar", "betalning"),
        ("kostar", "kostnader"),
        ("samordnas", "samordning"),
        ("boende", "boendet"),
        ("kostade", "kostat"),
        ("centrala", "centralt"),
        ("byggs", "byggdes"),
    ],
)
def test_what_is_derived_from_a_word_is_another_form_of_it(
    splitter: CompoundSplitter, word: str, found: str
) -> None:
    assert relation(word, found, splitter) == Relation(MatchKind.INFLECTED)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("kommun", "kommunikation"),
        ("kommunerna", "kommunikationen"),
        ("personer", "personalen"),
        ("planerna", "planering"),
        ("planer", "planerare"),
        ("problem", "problematiken"),
        ("första", "förstärkning"),
        ("anna", "annanstans"),
        ("ledning", "anledning"),
        ("handlar", "upphandling"),
        ("handling", "förhandling"),
        ("rådet", "polisområdet"),
        ("heter", "verksamheter"),
        ("andel", "detaljhandeln"),
        ("2024", "20245"),
        ("ön", "lön"),
    ],
)
def test_words_that_share_but_letters_do_not_hang_together(
    splitter: CompoundSplitter, word: str, found: str
) -> None:
    assert relation(word, found, splitter) is None


@pytest.mark.parametrize(
    ("found", "kind"), [("anna", MatchKind.EXACT), ("annas", MatchKind.INFLECTED), ("annan", None)]
)
def test_a_name_has_no_form_but_its_genitive(
    splitter: CompoundSplitter, found: str, kind: MatchKind | None
) -> None:
    related = relation("anna", found, splitter, is_name=True)
    assert (related and related.kind) == kind


@given(st.text(max_size=20), st.text(max_size=30))
def test_every_word_is_related_to_itself_and_the_parts_joined_are_the_word_found(
    word: str, found: str
) -> None:
    splitter = CompoundSplitter(Vocabulary([KNOWN] * 4))
    assert relation(word, word, splitter) == Relation(MatchKind.EXACT)
    related = relation(word, found, splitter)
    assert related is None or "".join(related.parts) in {"", found}
