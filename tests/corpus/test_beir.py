"""A BEIR corpus becomes meetings whose passages lead back to their documents."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.beir import BeirDocument, is_beir_folder, read_beir_corpus
from qa.chunking import passages_of_meeting
from qa.errors import DocumentError


def write_corpus(folder: Path, *records: object) -> Path:
    folder.mkdir(exist_ok=True)
    lines = "\n".join(json.dumps(record) for record in records)
    (folder / "corpus.jsonl").write_text(lines + "\n", encoding="utf-8")
    return folder


def test_a_document_becomes_a_meeting_that_names_its_document(tmp_path):
    folder = write_corpus(tmp_path / "faq", {"_id": "a 1/b", "title": "Visum", "text": "Du behöver visum."})
    (document,) = read_beir_corpus(folder)
    meeting = document.load()
    (passage,) = passages_of_meeting(meeting)
    assert passage.citation.source_file == "faq/corpus.jsonl#a 1/b"
    assert passage.id == "faq/a%201%2Fb/1/1"
    assert passage.text == "Du behöver visum."
    assert passage.citation.item_title == "Visum"
    assert "a 1/b" not in passage.context


def test_a_packed_corpus_gives_the_same_documents(tmp_path):
    folder = write_corpus(tmp_path / "faq", {"_id": "1", "title": "", "text": "å"})
    plain = read_beir_corpus(folder)
    (folder / "corpus.jsonl.gz").write_bytes(gzip.compress((folder / "corpus.jsonl").read_bytes()))
    (folder / "corpus.jsonl").unlink()
    assert is_beir_folder(folder)
    assert read_beir_corpus(folder) == plain


def test_the_url_in_the_metadata_is_kept(tmp_path):
    record = {"_id": "1", "text": "x", "metadata": {"url": "https://example.org/1"}}
    (document,) = read_beir_corpus(write_corpus(tmp_path / "faq", record))
    assert document.load().source_url == "https://example.org/1"


@given(st.text())
def test_every_paragraph_is_verbatim_and_nothing_but_space_is_lost(text):
    document = BeirDocument("corpus.jsonl#1", "faq", "1", "", text)
    (item,) = document.load().items
    for paragraph in item.sections[0].paragraphs:
        (run,) = paragraph.runs
        assert text[run.source_start : run.source_start + run.length] == paragraph.text
    joined = "".join(paragraph.text for paragraph in item.sections[0].paragraphs)
    assert "".join(joined.split()) == "".join(text.split())


def test_the_fingerprint_follows_the_text_and_the_title():
    base = BeirDocument("corpus.jsonl#1", "faq", "1", "a", "b")
    assert base.fingerprint == BeirDocument("corpus.jsonl#1", "faq", "1", "a", "b").fingerprint
    assert base.fingerprint != BeirDocument("corpus.jsonl#1", "faq", "1", "a", "c").fingerprint
    assert base.fingerprint != BeirDocument("corpus.jsonl#1", "faq", "1", "ab", "").fingerprint


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "rad 2: inte JSON"),
        ("[]", "rad 2: ska vara ett objekt"),
        ('{"text": "x"}', "rad 2: fältet _id saknas"),
        ('{"_id": 7, "text": "x"}', "rad 2: fältet _id saknas eller är inte en text"),
        ('{"_id": "2"}', "rad 2: fältet text saknas"),
        ('{"_id": "1", "text": "x"}', "rad 2: _id '1' finns redan"),
    ],
)
def test_a_broken_line_is_named(tmp_path, line, message):
    (tmp_path / "corpus.jsonl").write_text('{"_id": "1", "text": "x"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(DocumentError, match=message):
        read_beir_corpus(tmp_path)


def test_an_empty_or_missing_or_wrongly_encoded_corpus_is_refused(tmp_path):
    assert not is_beir_folder(tmp_path)
    with pytest.raises(DocumentError, match="ingen BEIR-samling"):
        read_beir_corpus(tmp_path)
    (tmp_path / "corpus.jsonl").write_bytes(b"\n")
    with pytest.raises(DocumentError, match="är tom"):
        read_beir_corpus(tmp_path)
    (tmp_path / "corpus.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(DocumentError, match="kan inte läsas"):
        read_beir_corpus(tmp_path)
