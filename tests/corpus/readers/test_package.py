"""Packages and XML that were made to do harm."""

import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.readers import READERS, package
from corpus.readers.markup import parse_xml
from corpus.readers.package import open_package
from qa.errors import DocumentError
from tests.corpus.render import Part, Sheet
from tests.corpus.writers import WRITERS, docx_package, docx_paragraph
from tests.corpus.writers import package as packed

SMALL = Sheet((Part("§ 5 Val"), Part("Beslut"), Part("Bifall.")), ("Nämnden",))


def test_a_part_that_unpacks_to_too_much_is_refused():
    bomb = docx_package("<w:p/>" * 3_000_000)
    with pytest.raises(DocumentError, match=r"a\.docx packar upp till mer än \d+ MB"):
        READERS[".docx"](bomb, "a.docx")


def test_a_part_that_lies_about_its_size_is_not_unpacked_further(monkeypatch):
    monkeypatch.setattr(package, "MAX_PART", 1000)
    data = bytearray(packed({"a.xml": "a" * 5000}))
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    with pytest.raises(DocumentError):
        open_package(bytes(data), "a.docx").read("a.xml")


def test_a_package_of_very_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(package, "MAX_ENTRIES", 5)
    with pytest.raises(DocumentError, match="består av 6 delar, mer än gränsen på 5"):
        open_package(packed({f"{n}.xml": "" for n in range(6)}), "a.docx")


def test_a_locked_part_says_that_it_is_locked():
    data = bytearray(packed({"a.xml": "<a/>"}))
    place = data.rindex(b"PK\x01\x02")
    data[place + 8] |= 1
    with pytest.raises(DocumentError, match="skyddad med lösenord"):
        open_package(bytes(data), "a.docx").read("a.xml")


def test_a_part_that_is_missing_is_none():
    assert open_package(packed({"a.xml": ""}), "a.docx").read("b.xml") is None


def test_other_files_in_the_package_are_never_unpacked():
    data = io.BytesIO(docx_package(docx_paragraph("Text.")))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/bild.png", b"\0" * 60_000_000)
    assert READERS[".docx"](data.getvalue(), "a.docx").text == "Text.\n"


ENTITIES = (
    '<!DOCTYPE a [<!ENTITY b "{}">]><a>&b;</a>'.format("x" * 10),
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
    '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>',
)


@pytest.mark.parametrize("xml", ENTITIES)
def test_entities_are_never_resolved(xml):
    with pytest.raises(DocumentError, match="dokumenttyp"):
        parse_xml(xml.encode(), "a.docx")


def test_bottomless_nesting_is_refused():
    with pytest.raises(DocumentError, match="är skadad"):
        parse_xml(b"<a>" * 10_000, "a.docx")


def test_the_files_of_the_tests_can_be_read():
    for ending, writer in WRITERS.items():
        assert "Bifall." in READERS[ending](writer(SMALL), f"a{ending}").text


def outcome(data: bytes, ending: str) -> str:
    """Read a file and tell how it went; any other error than a document's own gets through."""
    try:
        text = READERS[ending](data, f"a{ending}").text
    except DocumentError as error:
        return "refused" if str(error).startswith(f"a{ending} ") else str(error)
    return "read" if text.strip() else "without text"


@pytest.mark.parametrize("ending", sorted(WRITERS))
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_file_is_read_or_is_a_document_error(ending, data):
    whole = WRITERS[ending](SMALL)
    place = data.draw(st.integers(0, len(whole) - 1))
    length = data.draw(st.integers(0, 40))
    damaged = whole[:place] + data.draw(st.binary(max_size=20)) + whole[place + length :]
    assert outcome(damaged, ending) in {"read", "refused"}


@pytest.mark.parametrize("ending", [".docx", ".odt"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_file_with_damaged_parts_is_read_or_is_a_document_error(ending, data):
    """Damage inside the XML, where a damaged zip would never let it through."""
    with zipfile.ZipFile(io.BytesIO(WRITERS[ending](SMALL))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    place = data.draw(st.integers(0, len(parts[name])))
    other = data.draw(
        st.sampled_from(["", "<w:p/>", "</w:p>", '"', "-1", "99999999999", "&#5;", "<", "text:"])
    )
    length = data.draw(st.integers(0, 15))
    damaged = parts | {name: parts[name][:place] + other + parts[name][place + length :]}
    assert outcome(packed(damaged), ending) in {"read", "refused"}
