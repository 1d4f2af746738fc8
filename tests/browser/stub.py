"""Two servers on loopback: one plays the service, the other the web site that embeds the box."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

ELEMENT = Path(__file__).resolve().parents[2] / "service" / "static" / "protokoll-fraga.js"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server says. A body that is no text is written as JSON."""

    body: object
    status: int = 200
    kind: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    wait: threading.Event | None = None
    """The reply is held back until this is set."""

    @property
    def data(self) -> bytes:
        text = self.body if isinstance(self.body, str) else json.dumps(self.body)
        return text.encode()


def problem(status: int, detail: str) -> Reply:
    return Reply({"title": "Fel", "status": status, "detail": detail}, status, "application/problem+json")


@dataclass
class Site:
    """A web server. Change ``routes`` at will; ``requests`` lists the paths and parameters asked for."""

    routes: dict[str, Callable[[dict[str, str]], Reply] | Reply] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    origin: str = ""

    def asked(self, path: str) -> list[dict[str, str]]:
        return [parameters for requested, parameters in self.requests if requested == path]

    def reply_to(self, path: str, parameters: dict[str, str]) -> Reply:
        route = self.routes.get(path, problem(404, f"Det finns inget på {path}."))
        return route(parameters) if callable(route) else route


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    """Serve the site until the end of the block, other web sites welcome."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            parameters = dict(parse_qsl(parts.query))
            site.requests.append((parts.path, parameters))
            reply = site.reply_to(parts.path, parameters)
            if reply.wait:
                reply.wait.wait(20)
            self.answer(reply)

        def answer(self, reply: Reply) -> None:
            try:
                self.send_response(reply.status)
                self.send_header("Content-Type", f"{reply.kind}; charset=utf-8")
                self.send_header("Content-Length", str(len(reply.data)))
                self.send_header("Access-Control-Allow-Origin", "*")
                for name, value in reply.headers:
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.data)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # the box no longer wants this answer

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.origin = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def wait_until(holds: Callable[[], bool], seconds: float = 5) -> None:
    """Wait for something that happens on the side of the server."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)
