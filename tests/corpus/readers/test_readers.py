"""The reader for each ending."""

from pathlib import Path

import pytest

from corpus.readers import read_document
from corpus.source import SourceFile
from qa.errors import DocumentError


def source(path: Path) -> SourceFile:
    return SourceFile(path, path.name, path.stem, "")


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.md", "a.markdown"])
def test_text_and_markdown_are_read_whatever_the_case_of_the_ending(tmp_path, name):
    (tmp_path / name).write_text("Hej", encoding="utf-8")
    assert read_document(source(tmp_path / name)).text == "Hej"


def test_an_unknown_ending_is_refused_with_those_that_can_be_read(tmp_path):
    (tmp_path / "a.xyz").write_text("Hej", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"a\.xyz.*\.markdown, \.md, .* och \.txt"):
        read_document(source(tmp_path / "a.xyz"))


def test_a_file_that_is_gone_is_a_document_error(tmp_path):
    with pytest.raises(DocumentError, match=r"a\.txt kan inte läsas: filen finns inte längre"):
        read_document(source(tmp_path / "a.txt"))
