"""Writing a packed model as a sentence-transformers folder."""

import json
from pathlib import Path

import pytest
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from qa.model_folder import write_model_folder
from qa.q4 import PackedModel, read_packed_model
from tests.packed import PIECES, packed_model


@pytest.fixture
def model() -> PackedModel:
    return read_packed_model(packed_model())


@pytest.fixture
def folder(model: PackedModel, tmp_path: Path) -> Path:
    write_model_folder(model, tmp_path)
    return tmp_path


def pieces_of(folder: Path, text: str) -> list[str]:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    return [PIECES[number] for number in tokenizer.encode(text).ids]


def test_weights_stand_under_the_names_and_in_the_shapes_of_bert(model: PackedModel, folder: Path) -> None:
    weights = load_file(folder / "model.safetensors")
    assert weights["embeddings.word_embeddings.weight"].shape == (len(PIECES), 32)
    assert weights["encoder.layer.0.intermediate.dense.weight"].shape == (64, 32)
    assert weights["encoder.layer.0.output.dense.weight"].shape == (32, 64)
    key = weights["encoder.layer.0.attention.self.key.weight"]
    assert key.ravel().tolist() == model.tensors["l0.k.w"].tolist()


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("avgift", ["▁av", "gift"]),
        ("avgiften", ["▁av", "gift", "en"]),
        ("  avgift   avgift ", ["▁av", "gift", "▁av", "gift"]),
        ("av\tav\u200bav", ["▁av", "▁av", "▁av"]),
        ("a\x01v", ["▁av"]),
        ("\uff41\uff56", ["▁av"]),
        ("aξ", ["▁", "a", "<unk>"]),
        ("", []),
    ],
)
def test_text_is_normalised_and_cut_into_the_likeliest_pieces(
    folder: Path, text: str, pieces: list[str]
) -> None:
    assert pieces_of(folder, text) == ["<s>", *pieces, "</s>"]


def test_plain_sentence_transformers_finds_the_prompts_under_its_own_names(folder: Path) -> None:
    config = json.loads((folder / "config_sentence_transformers.json").read_text(encoding="utf-8"))
    assert config["prompts"]["query"] == "query: "
    assert config["prompts"]["document"] == "passage: "


def test_a_missing_tensor_is_an_error(model: PackedModel, tmp_path: Path) -> None:
    del model.tensors["l0.q.w"]
    with pytest.raises(KeyError, match=r"l0\.q\.w"):
        write_model_folder(model, tmp_path)
