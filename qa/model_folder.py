"""Write a packed model as a plain sentence-transformers folder: BERT, mean pooling, unit length."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from qa.q4 import PackedModel, Shape, Vocabulary

if TYPE_CHECKING:
    from numpy.typing import NDArray

QUERY_PROMPT, PASSAGE_PROMPT = "query: ", "passage: "
"""What multilingual-e5 was trained to find before a question and before a passage."""

_MASK = "<mask>"
_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
}
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def write_model_folder(model: PackedModel, folder: Path) -> None:
    """Write ``model`` into the existing, empty ``folder``.

    Raises:
        OSError: the folder cannot be written.
        KeyError: the model lacks a tensor.
        ValueError: a tensor has another size than the model's shape says.
    """
    _write_safetensors(_bert_tensors(model), folder / "model.safetensors")
    _write_tokenizer(model.vocabulary, folder / "tokenizer.json")
    descriptions = {
        "config.json": _model_config(model.shape, model.vocabulary),
        "tokenizer_config.json": _tokenizer_config(model.shape, model.vocabulary),
        **_sentence_transformers_configs(model.shape),
    }
    for name, content in descriptions.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _bert_tensors(model: PackedModel) -> dict[str, NDArray[np.float32]]:
    """Return the tensors by the names that BertModel gives them, in its shapes [out, in]."""
    hidden = model.shape.hidden
    tensors: dict[str, NDArray[np.float32]] = {
        theirs: model.tensors[ours].reshape(-1, hidden) for ours, theirs in _EMBEDDINGS.items()
    }
    tensors["embeddings.LayerNorm.weight"] = model.tensors["emb.ln.w"]
    tensors["embeddings.LayerNorm.bias"] = model.tensors["emb.ln.b"]
    for layer in range(model.shape.layers):
        for ours, theirs in _LAYER.items():
            weight, bias = model.tensors[f"l{layer}.{ours}.w"], model.tensors[f"l{layer}.{ours}.b"]
            if not theirs.endswith("LayerNorm"):
                weight = weight.reshape(bias.size, -1)
            tensors[f"encoder.layer.{layer}.{theirs}.weight"] = weight
            tensors[f"encoder.layer.{layer}.{theirs}.bias"] = bias
    # Mean pooling has no use for BERT's own pooler, and the packed file leaves it out. Without these
    # zeros the library would fill it with random numbers and warn.
    tensors["pooler.dense.weight"] = np.zeros((hidden, hidden), np.float32)
    tensors["pooler.dense.bias"] = np.zeros(hidden, np.float32)
    return tensors


def _write_safetensors(tensors: dict[str, NDArray[np.float32]], path: Path) -> None:
    """Write tensors in the safetensors format: u64 length of a JSON header, the header, the values.

    By hand because the library reports a full disk as something other than an OSError.
    """
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    end = 0
    for name, tensor in tensors.items():
        start, end = end, end + tensor.nbytes
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [start, end]}
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)  # the values begin at a multiple of eight, for mapping them into memory
    with path.open("wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for tensor in tensors.values():
            file.write(np.ascontiguousarray(tensor, "<f4").data)


def _write_tokenizer(vocabulary: Vocabulary, path: Path) -> None:
    """Write the tokenizer of XLM-RoBERTa with this vocabulary in the format of ``tokenizers``."""
    from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    pieces = vocabulary.pieces
    begin, end = pieces[vocabulary.begin], pieces[vocabulary.end]
    scored = list(zip(pieces, vocabulary.scores.tolist(), strict=True))
    tokenizer = Tokenizer(models.Unigram(scored, unk_id=vocabulary.unknown, byte_fallback=False))
    # The character map is NFKC, but for the characters that it drops or takes for a space.
    steps = [
        normalizers.Replace(Regex(_characters_replaced_by(vocabulary, "")), ""),
        normalizers.Replace(Regex(_characters_replaced_by(vocabulary, " ")), " "),
        normalizers.NFKC(),
        normalizers.Replace(Regex(" {2,}"), " "),
        normalizers.Strip(),
    ]
    tokenizer.normalizer = normalizers.Sequence(steps)
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin} $A {end}",
        pair=f"{begin} $A {end} {end} $B {end}",
        special_tokens=[(begin, vocabulary.begin), (end, vocabulary.end)],
    )
    special = [AddedToken(token, normalized=False) for token in _special_tokens(vocabulary).values()]
    tokenizer.add_special_tokens(special)
    path.write_text(tokenizer.to_str(), encoding="utf-8")


def _characters_replaced_by(vocabulary: Vocabulary, replacement: str) -> str:
    """Return a regular expression for the characters that ``replacement`` stands in for."""
    codes = [ord(old) for old, new in vocabulary.characters.items() if new == replacement]
    return "[" + "".join(f"\\x{{{code:X}}}" for code in codes) + "]"


def _special_tokens(vocabulary: Vocabulary) -> dict[int, str]:
    """Return the special tokens by their id."""
    ids = (vocabulary.begin, vocabulary.padding, vocabulary.end, vocabulary.unknown)
    return {number: vocabulary.pieces[number] for number in (*ids, vocabulary.pieces.index(_MASK))}


def _model_config(shape: Shape, vocabulary: Vocabulary) -> dict[str, object]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "dtype": "float32",
        "hidden_act": "gelu",
        "hidden_size": shape.hidden,
        "intermediate_size": shape.feed_forward,
        "layer_norm_eps": shape.epsilon,
        "max_position_embeddings": shape.positions,
        "num_attention_heads": shape.heads,
        "num_hidden_layers": shape.layers,
        "pad_token_id": vocabulary.padding,
        "type_vocab_size": shape.token_types,
        "vocab_size": shape.vocabulary,
    }


def _tokenizer_config(shape: Shape, vocabulary: Vocabulary) -> dict[str, object]:
    begin, end = vocabulary.pieces[vocabulary.begin], vocabulary.pieces[vocabulary.end]
    flags = {"lstrip": False, "normalized": False, "rstrip": False, "single_word": False, "special": True}
    special = _special_tokens(vocabulary)
    return {
        "tokenizer_class": "TokenizersBackend",
        "model_max_length": shape.positions,
        "model_input_names": ["input_ids", "attention_mask"],
        "bos_token": begin,
        "cls_token": begin,
        "eos_token": end,
        "sep_token": end,
        "pad_token": vocabulary.pieces[vocabulary.padding],
        "unk_token": vocabulary.pieces[vocabulary.unknown],
        "mask_token": _MASK,
        # Stands in tokenizer.json too; without it here, transformers parses that whole file once more.
        "added_tokens_decoder": {
            str(number): {"content": token, **flags} for number, token in special.items()
        },
    }


def _sentence_transformers_configs(shape: Shape) -> dict[str, object]:
    modules = (
        ("sentence_transformers.base.modules.transformer.Transformer", ""),
        ("sentence_transformers.sentence_transformer.modules.pooling.Pooling", "1_Pooling"),
        ("sentence_transformers.base.modules.normalize.Normalize", "2_Normalize"),
    )
    return {
        "modules.json": [
            {"idx": number, "name": str(number), "path": path, "type": kind}
            for number, (kind, path) in enumerate(modules)
        ],
        "sentence_bert_config.json": {"max_seq_length": shape.positions, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "model_type": "SentenceTransformer",
            # "document" is the library's own name; it would find an empty one before "passage".
            "prompts": {"query": QUERY_PROMPT, "document": PASSAGE_PROMPT, "passage": PASSAGE_PROMPT},
            "similarity_fn_name": "cosine",
        },
        "1_Pooling/config.json": {"embedding_dimension": shape.hidden, "pooling_mode": "mean"},
        "2_Normalize/config.json": {},
    }
