"""What every implementation of a protocol keeps. Subclass it, and say in a fixture how one is made."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from qa.encoder import Encoder

TEXTS = [
    "Nämnden beslutar att höja avgiften.",
    "Ordföranden öppnar sammanträdet.",
    "",
    "Bredband på landsbygden är en fråga för regionen. " * 30,
    "§ 12 Dnr 2024/00123",
    "Nämnden beslutar att höja avgiften.",
]


def span_of(text: str, word: str) -> tuple[int, int]:
    """The characters of a word in a text, in whatever case."""
    start = text.lower().index(word)
    return start, start + len(word)


class EncoderContract:
    """The behaviour that ``qa.encoder.Encoder`` promises."""

    @pytest.fixture
    def encoder(self) -> Encoder:
        raise NotImplementedError("make the encoder to test")

    def test_vectors_are_float32_rows_of_unit_length(self, encoder: Encoder) -> None:
        for vectors in (encoder.encode_queries(TEXTS), encoder.encode_passages(TEXTS)):
            assert vectors.dtype == np.float32
            assert vectors.shape == (len(TEXTS), encoder.dimension)
            assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)

    def test_no_texts_give_no_rows(self, encoder: Encoder) -> None:
        assert encoder.encode_queries([]).shape == (0, encoder.dimension)
        assert encoder.encode_passages([]).shape == (0, encoder.dimension)
        assert encoder.encode_passages([]).dtype == np.float32

    def test_a_text_has_the_same_vector_alone_and_among_others(self, encoder: Encoder) -> None:
        together = encoder.encode_passages(TEXTS)
        alone = np.concatenate([encoder.encode_passages([text]) for text in TEXTS])
        assert np.sum(together * alone, axis=1) == pytest.approx(1, abs=1e-3)

    def test_equal_texts_have_equal_vectors(self, encoder: Encoder) -> None:
        first, *_, last = encoder.encode_passages(TEXTS)
        assert first @ last == pytest.approx(1, abs=1e-3)

    def test_progress_adds_up_to_the_number_of_texts(self, encoder: Encoder) -> None:
        steps: list[int] = []
        encoder.encode_passages(TEXTS, steps.append)
        assert sum(steps) == len(TEXTS)
        assert min(steps) > 0

    def test_an_error_in_the_listener_reaches_the_caller(self, encoder: Encoder) -> None:
        def fail(count: int) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            encoder.encode_passages(TEXTS, fail)
        assert encoder.encode_passages(TEXTS[:1]).shape[0] == 1

    def test_several_threads_may_encode_at_once(self, encoder: Encoder) -> None:
        expected = encoder.encode_queries(TEXTS)
        with ThreadPoolExecutor(4) as threads:
            for vectors in threads.map(lambda _: encoder.encode_queries(TEXTS), range(8)):
                assert np.sum(vectors * expected, axis=1) == pytest.approx(1, abs=1e-3)

    def test_a_text_has_the_same_vector_with_its_words_as_without(self, encoder: Encoder) -> None:
        none = [[] for _ in TEXTS]
        for alone, with_words in (
            (encoder.encode_queries(TEXTS), encoder.encode_queries_with_words(TEXTS, none)),
            (encoder.encode_passages(TEXTS), encoder.encode_passages_with_words(TEXTS, none)),
        ):
            assert np.sum(alone * with_words.texts, axis=1) == pytest.approx(1, abs=1e-3)
            assert with_words.words.shape == (0, encoder.dimension)

    def test_words_have_vectors_of_unit_length_text_by_text(self, encoder: Encoder) -> None:
        texts = ["Avgiften höjs i mars.", "Ordet är fritt.", "Mars"]
        spans = [[span_of(texts[0], "mars"), span_of(texts[0], "avgiften")], [], [(0, 4)]]
        words = encoder.encode_passages_with_words(texts, spans).words
        assert words.dtype == np.float32
        assert np.linalg.norm(words, axis=1) == pytest.approx(np.ones(3), abs=1e-3)
        last = encoder.encode_passages_with_words(texts[2:], [[(0, 4)]]).words
        assert words[2] @ last[0] == pytest.approx(1, abs=1e-3)

    def test_no_texts_give_no_words(self, encoder: Encoder) -> None:
        assert encoder.encode_queries_with_words([], []).words.shape == (0, encoder.dimension)
        assert encoder.encode_passages_with_words([], []).texts.shape == (0, encoder.dimension)

    def test_it_says_what_it_is(self, encoder: Encoder) -> None:
        assert encoder.name
        assert encoder.fingerprint
        assert encoder.dimension > 0


class MeaningContract(EncoderContract):
    """What holds for encoders whose vectors mean something."""

    def test_a_question_is_nearest_to_the_passage_with_its_words(self, encoder: Encoder) -> None:
        (question,) = encoder.encode_queries(["Vad sades om bredband på landsbygden?"])
        assert np.argmax(encoder.encode_passages(TEXTS) @ question) == 3

    def test_a_word_is_nearest_to_itself_in_another_sentence(self, encoder: Encoder) -> None:
        texts = ["Avgiften höjs i mars.", "I mars höjs avgiften."]
        spans = [[span_of(text, word) for word in ("avgiften", "mars")] for text in texts]
        fee, march, fee_again, march_again = encoder.encode_passages_with_words(texts, spans).words
        assert fee @ fee_again > fee @ march_again
        assert march @ march_again > march @ fee_again
