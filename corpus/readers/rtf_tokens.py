"""RTF as tokens: groups, control words, and stretches of text (Rich Text Format 1.9.1)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    rb"|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|[\r\n\x00]+|(?P<text>[^\\{}\r\n\x00]+)|\\"
)


class TokenKind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    """A control word (``par``) or a control sign (``~``)."""
    BYTES = auto()
    """Text in the encoding of the font."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token; ``number`` is the parameter of a control word, None where it has none."""

    kind: TokenKind
    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    r"""Yield the tokens of a file; binary data after ``\bin`` is passed over."""
    position = 0
    while (match := _TOKEN.match(data, position)) is not None:
        position = match.end()
        if match["word"] is not None:
            word = match["word"].decode("ascii")
            number = None if match["number"] is None else int(match["number"])
            if word == "bin":
                position += max(number or 0, 0)
            else:
                yield Token(TokenKind.WORD, word, number)
        elif match["byte"] is not None:
            yield Token(TokenKind.BYTES, data=bytes.fromhex(match["byte"].decode("ascii")))
        elif match["sign"] is not None:
            yield Token(TokenKind.WORD, match["sign"].decode("latin-1"))
        elif match["brace"] is not None:
            yield Token(TokenKind.OPEN if match["brace"] == b"{" else TokenKind.CLOSE)
        elif match["text"] is not None:
            yield Token(TokenKind.BYTES, data=match["text"])
