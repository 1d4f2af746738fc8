from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from qa.answer import Answerer, make_question
from qa.index.generation import Index
from qa.question.understanding import understand
from qa.reasons import Aspect, Condition, MatchKind, Nearness, Why, WordMatch
from qa.retrieval.base import NO_FILTER, rank
from qa.retrieval.hybrid import HybridRetriever
from qa.types import Filter, Role
from qa.why import LIKELY_ABOVE_NOISE, SURE_ABOVE_NOISE, Explainer, Scene
from tests.fakes import FakeEncoder
from tests.indexes import sample_index
from tests.meetings import make_item, make_meeting


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return sample_index(Path(tmp_path_factory.mktemp("index")))


def whys(index: Index, question: str, where: Filter = NO_FILTER) -> dict[str, Why]:
    """Why each passage was found, by the title of its item; of several the first."""
    answer = Answerer(index, FakeEncoder()).ask(make_question(question, where, 10))
    found: dict[str, Why] = {}
    for hit in answer.hits:
        assert hit.why is not None
        found.setdefault(hit.passage.citation.item_title, hit.why)
    return found


def test_words_are_told_with_how_they_match(index: Index) -> None:
    why = whys(index, "Höjs avgiften?")["Serviceavgift"]
    assert [(word.asked, word.found, word.kind, word.in_heading) for word in why.words] == [
        ("avgiften", "serviceavgiften", MatchKind.COMPOUND, False),
        ("höjs", "höjs", MatchKind.EXACT, False),
    ]


def test_words_that_only_the_heading_has_are_told_apart(index: Index) -> None:
    why = whys(index, "Gemensam utformning")["Gemensam yta"]
    assert {(word.found, word.in_heading) for word in why.words} == {
        ("utformningen", False),
        ("gemensam", True),
    }


def test_words_that_share_but_letters_are_not_told(index: Index) -> None:
    found = whys(index, "Vad sa Simon i Öster?")
    assert all(not why.words for why in found.values())


def test_a_piece_of_a_case_number_or_a_date_is_no_word(index: Index) -> None:
    found = whys(index, "Vad hände i SN-2025-00099 den 7 februari 2025?")
    assert all(not why.words for why in found.values())


def test_a_case_number_is_found_whole_however_it_is_punctuated(tmp_path: Path) -> None:
    items = [make_item("kf", "§ 1", "Badhuset", "Svaret på SN 2024/00012 lämnas 2024.")]
    words = whys(sample_index(tmp_path, [make_meeting("kf", items)]), "Vad hände i SN-2024-00012?")[
        "Badhuset"
    ].words
    assert words == (WordMatch("sn-2024-00012", "sn-2024-00012", MatchKind.EXACT),)


def test_the_name_of_the_body_is_no_compound_of_the_question(tmp_path: Path) -> None:
    items = [make_item("kf", "§ 1", "Badhuset", "Badhuset byggs.")]
    kf = sample_index(tmp_path, [make_meeting("kf", items, body="Kommunfullmäktige i Sundköping")])
    assert whys(kf, "Vad gör kommunen i Sundköpings hamn?")["Badhuset"].words == (
        WordMatch("sundköpings", "sundköping", MatchKind.INFLECTED, in_heading=True),
    )


def test_a_word_read_as_another_is_told_as_that(index: Index) -> None:
    (word,) = whys(index, "servisavgiften")["Serviceavgift"].words[:1]
    assert (word.asked, word.found, word.kind) == ("servisavgiften", "serviceavgiften", MatchKind.CORRECTED)


def test_a_passage_without_a_word_of_the_question_has_none(index: Index) -> None:
    assert whys(index, "Höjs avgiften?")["Vinterväghållning"].words == ()


def test_what_lifted_a_passage_is_told_of_those_it_lifted_alone(index: Index) -> None:
    found = whys(index, "Vad sa Sundforum om SN-2024-00012 i februari 2023?")
    assert found["Serviceavgift"].preferred == (Condition(Aspect.CASE_NUMBER, "SN-2024-00012"),)
    assert found["Gemensam yta"].preferred == (
        Condition(Aspect.PERIOD, "februari 2023"),
        Condition(Aspect.BODY, "Sundforum"),
    )


def test_nothing_is_preferred_where_nothing_is_to_be_understood(index: Index) -> None:
    asked = make_question("SN-2024-00012", NO_FILTER, 1, understand=False)
    (hit,) = Answerer(index, FakeEncoder()).ask(asked).hits
    assert hit.why is not None
    assert hit.why.preferred == ()


def test_the_filters_are_told(index: Index) -> None:
    where = Filter(body="Sundforum", date_from=date(2023, 1, 1), section=Role.TEXT)
    assert whys(index, "avgiften", where)["Gemensam yta"].filters == (
        Condition(Aspect.BODY, "Sundforum"),
        Condition(Aspect.PERIOD, "från och med 2023"),
        Condition(Aspect.SECTION, "text"),
    )


@pytest.mark.parametrize(
    ("above", "nearness"),
    [
        (SURE_ABOVE_NOISE + 0.01, Nearness.SURE),
        (SURE_ABOVE_NOISE - 0.01, Nearness.LIKELY),
        (LIKELY_ABOVE_NOISE - 0.01, Nearness.WEAK),
    ],
)
def test_nearness_is_counted_from_the_noise_without_what_was_preferred(
    index: Index, above: float, nearness: Nearness
) -> None:
    question = make_question("SN-2024-00012 avgiften", NO_FILTER, 1)
    understood = understand(index, question.text)
    scored = HybridRetriever(index, FakeEncoder()).score(question.text, understood)
    hits = rank(index, scored.passages, 1, NO_FILTER).hits
    row = index.passages.index(hits[0].passage)
    scene = Scene(question, understood, scored.fused, float(scored.fused[row]) - above)
    (hit,) = Explainer(index).explain(scene, hits)
    assert hit.why is not None
    assert hit.why.nearness is nearness
    assert replace(hit, why=None) == hits[0]
