"""Bytes of any encoding in use become one and the same text, or a message that says why not."""

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decoding import decode
from qa.errors import DocumentError

TEXT = "Ärende 7. Översyn av äldreomsorgen på Ås – ”första steget”\nOrdföranden hälsar välkommen.\n"
PLAIN = TEXT.replace("–", "-").replace("”", '"')


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("utf-32-le"),
        TEXT.encode("utf-32-be"),
        TEXT.encode("cp1252"),
        TEXT.encode("mac_roman"),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\u2028").encode(),
    ],
    ids=[
        "utf-8",
        "utf-8 with mark",
        "utf-16",
        "utf-16-be with mark",
        "utf-16-le without mark",
        "utf-16-be without mark",
        "utf-32",
        "utf-32-le without mark",
        "utf-32-be without mark",
        "cp1252",
        "mac roman",
        "decomposed",
        "windows line ends",
        "old mac line ends",
        "unicode line ends",
    ],
)
def test_every_encoding_gives_the_same_text(data):
    assert decode(data, "a.txt") == TEXT


@pytest.mark.parametrize("encoding", ["latin-1", "cp850", "iso-8859-15"])
def test_encodings_without_typographic_signs_are_told_by_the_swedish_letters(encoding):
    assert decode(PLAIN.encode(encoding), "a.txt") == PLAIN


def test_a_stray_byte_does_not_spoil_a_utf_8_file():
    data = TEXT.encode() + b"kl. 9\x9612\n"
    assert decode(data, "a.txt") == TEXT + "kl. 9–12\n"


def test_another_language_is_read_by_its_own_encoding():
    text = "Протокол заседания городского совета. Повестка дня и принятые решения.\n" * 3
    assert decode(text.encode("cp1251"), "a.txt") == text


def test_form_feeds_tabs_and_no_break_spaces_are_kept():
    text = "Sida 1\f10\u00a0000 kr\tja"
    assert decode(text.encode(), "a.txt") == text


def test_invisible_characters_are_left_out():
    assert decode("kommun\u00adstyrelsen\u200b och\ufeff".encode(), "a.txt") == "kommunstyrelsen och"


def test_a_soft_hyphen_at_a_line_end_is_kept_since_the_word_goes_on():
    assert decode("kommun\u00ad\nstyrelsen".encode(), "a.txt") == "kommun\u00ad\nstyrelsen"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "är tom"),
        (b" \n\t\r\n", "är tom"),
        (codecs.BOM_UTF8, "är tom"),
        (b"%PDF-1.7 ...", "en PDF-fil"),
        (b"PK\x03\x04....", "Office-dokument"),
        (b"\xd0\xcf\x11\xe0....", "äldre Office"),
        (b"{\\rtf1\\ansi hej}", "RTF"),
        (b"\x89PNG\r\n", "en bild"),
        (b"hej\x00\x01\x02\x00\x00du", "ingen textfil"),
        (bytes(range(1, 32)) * 20, "ingen textfil"),
        (codecs.BOM_UTF16_LE + b"h\x00e\x00j", "skadad"),
    ],
)
def test_what_is_no_text_is_refused_with_its_name_and_the_reason(data, message):
    with pytest.raises(DocumentError, match=message) as refused:
        decode(data, "mapp/fil.txt")
    assert "mapp/fil.txt" in str(refused.value)


def test_a_file_above_the_limit_is_refused_with_both_sizes():
    with pytest.raises(DocumentError, match=r"a\.txt är 2\.0 MB, mer än gränsen på 1 MB"):
        decode(b"x" * 2_000_000, "a.txt", max_bytes=1_000_000)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"]), min_size=1))
def test_visible_utf_8_text_comes_out_composed_and_otherwise_unchanged(text):
    text = f"Å {text}"
    assert decode(text.encode(), "a.txt") == unicodedata.normalize("NFC", text)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_document_error(data):
    try:
        text = decode(data, "a.txt")
    except DocumentError:
        return
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert text.strip()
