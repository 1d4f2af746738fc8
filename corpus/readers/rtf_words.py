"""The control words of RTF that matter for the text."""

import codecs
from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType


class Part(Enum):
    """What the text of a group is for."""

    BODY = auto()
    RUNNING = auto()
    """A page header or footer."""
    NOTE = auto()
    NUMBER = auto()
    """The number of a list item or heading, as it was shown last."""
    FONTS = auto()
    STYLES = auto()
    UNREAD = auto()


SIGNS: Mapping[str, str] = MappingProxyType(
    {"tab": "\t", "line": "\n", "~": "\u00a0", "_": "-", "emdash": "—", "endash": "–"}
    | {"emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’"}
    | {"ldblquote": "“", "rdblquote": "”", "{": "{", "}": "}", "\\": "\\", "nestcell": "\t"}
)
"""Control words that stand for characters."""
PARTS: Mapping[str, Part] = MappingProxyType(
    {"fonttbl": Part.FONTS, "stylesheet": Part.STYLES, "footnote": Part.NOTE}
    | dict.fromkeys(("listtext", "pntext"), Part.NUMBER)
    | dict.fromkeys(("header", "headerl", "headerr", "headerf"), Part.RUNNING)
    | dict.fromkeys(("footer", "footerl", "footerr", "footerf"), Part.RUNNING)
    | dict.fromkeys(("colortbl", "info", "pict", "nonshppict", "objdata", "fldinst", "sp"), Part.UNREAD)
    | dict.fromkeys(("shprslt", "nonesttables", "xe", "tc", "txe", "rxe", "private", "upr"), Part.UNREAD)
)
r"""What a destination is for; one marked by ``\*`` and neither here nor below is not read."""
READ_THROUGH = frozenset({"shpinst"})
r"""Destinations marked by ``\*`` whose inner groups are read: text boxes."""
_CODE_PAGES: Mapping[int, str] = MappingProxyType(
    {0: "cp1252", 77: "mac_roman", 161: "cp1253", 162: "cp1254", 186: "cp1257", 204: "cp1251", 238: "cp1250"}
    | {254: "cp437", 255: "cp850"}
)


def encoding_of_charset(charset: int) -> str:
    """Return the encoding of a font by its character set, empty where the file's own holds."""
    return _CODE_PAGES.get(charset, "")


def encoding_of_code_page(code_page: int) -> str:
    """Return the encoding of a code page, cp1252 for unknown ones."""
    try:
        return codecs.lookup(f"cp{code_page}").name
    except LookupError:
        return "cp1252"
