"""The files that pages fetch: named by content, so that they may be kept for ever and be verified."""

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qs

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

STATIC = Path(__file__).parent / "static"
ELEMENT = "protokoll-fraga.js"
SELF_CHECK = "kontroll.js"
"""The scripts that other sites load."""

_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_FIRST = "no-cache"
_VERSION_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Asset:
    """A static file: its address below the root of the service, and the hash for ``integrity``.

    A browser refuses a file whose content has another hash (Subresource Integrity).
    """

    path: str
    integrity: str


def asset(name: str) -> Asset:
    """Return a static file as it is now."""
    digest = _digest(name)
    return Asset(
        path=f"/static/{name}?v={_version(digest)}",
        integrity=f"sha384-{base64.b64encode(digest).decode()}",
    )


class SharedFiles(StaticFiles):
    """Static files that any site may load: they hold no secrets, and are the same for everybody.

    Both headers are needed where the page that loads them is of another origin: ``integrity`` works
    only on what CORS allows to be read, and a page that isolates itself (COEP) asks for the other.
    """

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file, to be kept for ever when it was asked for by the hash of its content."""
        response = await super().get_response(path, scope)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        wanted = parse_qs(scope["query_string"].decode("latin-1")).get("v", [""])[0]
        is_current = (STATIC / path).is_file() and wanted == _version(_digest(path))
        response.headers["Cache-Control"] = _FOR_EVER if is_current else _ASK_FIRST
        return response


def _digest(name: str) -> bytes:
    file = STATIC / name
    state = file.stat()
    return _digest_of(file, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=64)
def _digest_of(file: Path, _modified: int, _size: int) -> bytes:
    """Return the SHA-384 of a file; read again once it has changed."""
    return hashlib.sha384(file.read_bytes()).digest()


def _version(digest: bytes) -> str:
    return digest.hex()[:_VERSION_LENGTH]
