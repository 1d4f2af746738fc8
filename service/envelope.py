"""What surrounds every request: an id, security headers, a size limit, a log line, and a last net."""

import logging
import re
import time
import uuid

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.api.problems import INTERNAL
from service.failures import respond_with_problem

LARGEST_BODY = 64 * 1024
"""Bytes; a question of 2,000 characters fits many times over."""

logger = logging.getLogger("service.access")
_USABLE_ID = re.compile(r"[A-Za-z0-9._-]{1,128}", re.ASCII)
_UNLOGGED = ("/healthz", "/readyz")
_TOO_LARGE = 413


def security_headers(frame_ancestors: tuple[str, ...]) -> dict[str, str]:
    """Return the headers that every answer carries.

    Args:
        frame_ancestors: the web sites that may embed the search page, beside this one.
    """
    policy = (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        " ".join(("frame-ancestors 'self'", *frame_ancestors)),
    )
    return {
        "Content-Security-Policy": "; ".join(policy),
        "X-Content-Type-Options": "nosniff",
        # a question stands in the address, and must not follow a link to another site
        "Referrer-Policy": "same-origin",
    }


class Envelope:
    """ASGI middleware around the whole application.

    The log line names the path but never the query string, since that is what people ask.
    """

    def __init__(self, app: ASGIApp, headers: dict[str, str]) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        letter = _Letter(scope, receive, send, self._headers)
        # whoever may read an address with GET may ask for its headers alone
        inner = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        try:
            await self._app(inner, letter.receive, letter.send)
        except Exception:  # the one handler of what nobody expected: log it, show nothing of it
            logger.exception("Oväntat fel vid %s %s [%s]", scope["method"], scope["path"], letter.request_id)
            if letter.status is None:
                response = respond_with_problem(Request(inner), INTERNAL, INTERNAL.help)
                await response(inner, letter.receive, letter.send)
        letter.log()


class _Letter:
    """One request on its way through."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, headers: dict[str, str]) -> None:
        self.status: int | None = None
        self._scope = scope
        self._receive = receive
        self._send = send
        self._headers = headers
        self._began = time.perf_counter()
        self._received = 0
        given = Headers(scope=scope)
        wanted = given.get("x-request-id", "")
        self.request_id = wanted if _USABLE_ID.fullmatch(wanted) else uuid.uuid4().hex
        length = given.get("content-length", "0")
        self._announced = int(length) if length.isdigit() else 0
        scope.setdefault("state", {})["request_id"] = self.request_id

    async def receive(self) -> Message:
        """Hand on a piece of the body, as long as the whole is not too large."""
        message = await self._receive()
        self._received += len(message.get("body", b""))
        if max(self._received, self._announced) > LARGEST_BODY:
            raise HTTPException(_TOO_LARGE)
        return message

    async def send(self, message: Message) -> None:
        """Hand on a piece of the answer, with our headers on its first."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["X-Request-ID"] = self.request_id
            for name, value in self._headers.items():
                headers.setdefault(name, value)
        elif self._scope["method"] == "HEAD":
            message = {**message, "body": b""}
        await self._send(message)

    def log(self) -> None:
        """Write the line of this request, health checks aside."""
        level = logging.DEBUG if self._scope["path"] in _UNLOGGED else logging.INFO
        took = (time.perf_counter() - self._began) * 1000
        logger.log(
            level,
            "%s %s %s %.0f ms [%s]",
            self._scope["method"],
            self._scope["path"],
            self.status,
            took,
            self.request_id,
        )
