from pathlib import Path

import numpy as np
import pytest

from qa.retrieval.encoded_question import COMMON_SHARE, encode_questions
from qa.retrieval.meaning import meaning_scores
from tests.fakes import FakeEncoder
from tests.indexes import sample_index


def test_a_question_is_encoded_with_its_content_words(tmp_path: Path) -> None:
    index, encoder = sample_index(tmp_path), FakeEncoder()
    fee, nothing = encode_questions(index, encoder, ["Vad blir serviceavgiften för simhallen?", "Vad?"])
    assert fee.words == pytest.approx(encoder.encode_queries(["blir", "serviceavgiften", "simhallen"])[-2:])
    plain = encoder.encode_queries([fee.text])[0]
    assert fee.vector == pytest.approx(plain - COMMON_SHARE * index.common_question)
    assert nothing.words.shape == (0, encoder.dimension)
    assert encode_questions(index, encoder, []) == []


def test_a_passage_that_has_the_words_of_a_question_is_met_best(tmp_path: Path) -> None:
    index = sample_index(tmp_path)
    (question,) = encode_questions(index, FakeEncoder(), ["serviceavgiften"])
    scores = meaning_scores(index, question.words)
    assert scores.shape == (len(index.passages),)
    assert "serviceavgiften" in index.passages[int(np.argmax(scores))].text.lower()


def test_a_question_without_words_prefers_nothing(tmp_path: Path) -> None:
    index = sample_index(tmp_path)
    (question,) = encode_questions(index, FakeEncoder(), ["Vad, 2024?"])
    assert not meaning_scores(index, question.words).any()
