r"""Bytes as the source text: decoded, NFC, ``\n`` line ends, no invisible characters.

What comes out is "the source" that every offset counts in. Kept as they are: form feeds, tabs,
no-break spaces, and soft hyphens at a line end, where they say that a word goes on. Left out:
byte order marks, zero-width and direction marks, and soft hyphens inside a line. Nobody sees
these, but they part a word from its search.
"""

import re
import unicodedata

from qa.errors import DocumentError

MAX_BYTES = 50_000_000
"""A year of minutes with appendices is below 10 MB of text."""

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ZERO_PATTERNS = {"x000": "utf-32-le", "000x": "utf-32-be", "x0x0": "utf-16-le", "0x0x": "utf-16-be"}
_OTHER_FORMATS = (
    (b"%PDF", "en PDF-fil"),
    (b"PK\x03\x04", "en zip-fil eller ett Office-dokument (docx, xlsx, odt)"),
    (b"\xd0\xcf\x11\xe0", "ett äldre Office-dokument (doc, xls)"),
    (b"{\\rtf", "ett RTF-dokument"),
    (b"\x89PNG", "en bild"),
    (b"\xff\xd8\xff", "en bild"),
    (b"\x1f\x8b", "en gzip-fil"),
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\u00ad(?!\n)")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MAX_CONTROLS = 0.01
_ZEROS_OF_WIDE = 0.6
_VALID_PER_STRAY = 4
_SINGLE_BYTE = ("cp1252", "latin-1", "mac_roman", "cp850")
"""In order of preference; Swedish letters decide between them."""
_SWEDISH_ENOUGH = 0.5
"""Of the letters beyond ASCII at least three in four are expected ones."""
_EXPECTED = frozenset("åäöÅÄÖéÉèüÜøØæÆáàóíñçëïôê–—‑•…”“’‘»«§°·½¼¾´€©®±²³µ×\u00a0\u00ad")


def decode(data: bytes, name: str, max_bytes: int = MAX_BYTES) -> str:
    r"""Return the text of a file: UTF-8, UTF-16, UTF-32, cp1252, Latin-1, Mac Roman or cp850.

    Args:
        data: the bytes of the file.
        name: the file's name, for messages.
        max_bytes: a larger file is refused.

    Raises:
        DocumentError: the file is too large, empty, no text, or in an encoding that cannot be told.
    """
    check_size(len(data), name, max_bytes)
    for magic, kind in _OTHER_FORMATS:
        if data.startswith(magic):
            raise DocumentError(
                f"{name} är {kind}, inte en textfil. Ge den rätt filändelse, eller spara den som text (.txt, "
                "UTF-8), och läs in den igen."
            )
    text = clean(_decode_bytes(data, name))
    if not text.strip():
        raise DocumentError(f"{name} är tom. Kontrollera att texten följde med när filen sparades.")
    if len(_CONTROLS.findall(text)) > _MAX_CONTROLS * len(text):
        raise _not_text(name)
    return _CONTROLS.sub(" ", text)


def check_size(size: int, name: str, max_bytes: int = MAX_BYTES) -> None:
    """Refuse a file of more than ``max_bytes``.

    Raises:
        DocumentError: it is larger.
    """
    if size > max_bytes:
        raise DocumentError(
            f"{name} är {size / 1e6:.1f} MB, mer än gränsen på {max_bytes / 1e6:.0f} MB. "
            "Dela filen, ett sammanträde per fil."
        )


def clean(text: str) -> str:
    r"""Return a text as the source has it: NFC, ``\n`` line ends, no invisible characters."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))


def _decode_bytes(data: bytes, name: str) -> str:
    wide = _wide_encoding(data)
    if wide is not None:
        try:
            return data.decode(wide)
        except UnicodeDecodeError as error:
            raise DocumentError(
                f"{name} börjar som {wide} men är skadad vid byte {error.start}. Spara om den som UTF-8."
            ) from error
    if b"\x00" in data:
        raise _not_text(name)
    text = _utf8(data)
    return text if text is not None else _single_byte(data, name)


def _wide_encoding(data: bytes) -> str | None:
    """Return UTF-16 or UTF-32, known by its byte order mark or by where the zeros stand."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    sample = data[:4000]
    if len(sample) < 4 or len(data) % 2:
        return None
    zeros = [sample[place::4].count(0) / len(sample[place::4]) for place in range(4)]
    pattern = "".join("0" if share > _ZEROS_OF_WIDE else "x" for share in zeros)
    return _ZERO_PATTERNS.get(pattern)


def _utf8(data: bytes) -> str | None:
    """Decode UTF-8, with a few stray cp1252 bytes in it if need be; None for another encoding."""
    text = data.decode("utf-8", "surrogateescape")
    strays = sum("\udc80" <= char <= "\udcff" for char in text)
    if not strays:
        return text
    valid = sum(char > "\x7f" for char in text) - strays
    if valid < _VALID_PER_STRAY * strays:
        return None
    return re.sub("[\udc80-\udcff]", lambda found: _as_cp1252(found[0]), text)


def _as_cp1252(escaped: str) -> str:
    return bytes([ord(escaped) - 0xDC00]).decode("cp1252", "replace")


def _single_byte(data: bytes, name: str) -> str:
    """Decode with the encoding that gives Swedish letters and the fewest others."""
    high = bytes(byte for byte in data if byte > 0x7F)
    best = max(_SINGLE_BYTE, key=lambda encoding: _swedishness(high, encoding))
    if _swedishness(high, best) > _SWEDISH_ENOUGH:
        return data.decode(best)
    return _guessed(data, name)


def _swedishness(high: bytes, encoding: str) -> float:
    """Score, at most 1, how expected the letters beyond ASCII are; -1 if it cannot be decoded."""
    try:
        chars = high.decode(encoding)
    except UnicodeDecodeError:
        return -1.0
    odd = sum(char not in _EXPECTED for char in chars)
    return 1 - 2 * odd / len(chars)


def _guessed(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    match = from_bytes(data).best()
    if match is None:
        raise DocumentError(f"{name} har en teckenkodning som inte går att avgöra. Spara om den som UTF-8.")
    return str(match)


def _not_text(name: str) -> DocumentError:
    return DocumentError(f"{name} är ingen textfil. Spara den som text (.txt, UTF-8) och läs in den igen.")
