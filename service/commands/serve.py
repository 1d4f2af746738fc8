"""``qa serve``: the HTTP service and its search page."""

import logging
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.commands.exit_codes import OK
from service.commands.options import IndexOption, ModelOption
from service.commands.resuming import say_resumed, told_what_is_kept
from service.commands.terminal import err, plain
from service.commands.terminal_progress import shown_progress
from service.wiring import encoder_of, settings_with
from service.wording import reason_of

if TYPE_CHECKING:
    from qa.encoder import Encoder
    from qa.settings import Settings
    from service.settings import ServiceSettings

_SECONDS_TO_FINISH = 10
"""How long requests under way may take once the service is told to stop."""

EXAMPLES = """\
qa serve
qa serve --minutes protokoll
qa serve --index /srv/qa/index --host 0.0.0.0 --port 8080
"""


def serve(
    index_folder: IndexOption = None,
    model: ModelOption = None,
    host: Annotated[
        str | None, typer.Option("--host", metavar="ADRESS", help="Annars QA_HOST, eller 127.0.0.1.")
    ] = None,
    port: Annotated[
        int | None,
        typer.Option("--port", metavar="PORT", min=0, max=65535, help="Annars QA_PORT, eller 8000."),
    ] = None,
    minutes: Annotated[
        list[Path] | None,
        typer.Option("--minutes", metavar="MAPP", help="Läs först dessa protokoll; kan ges flera gånger."),
    ] = None,
) -> int:
    """Starta söktjänsten: sidan /, API:et /v1 och dess beskrivning /docs."""
    from service.settings import read_service_settings

    settings = settings_with(index_folder, model)
    given = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    doors = read_service_settings().model_copy(update=given)
    with bind(doors.host, doors.port) as listener:
        encoder = None
        if minutes:
            encoder = _index_first(minutes, settings)
            doors = doors.model_copy(update={"example": doors.example or any(map(_is_example, minutes))})
        else:
            _check_index(settings)
        _run(settings, doors, listener, encoder)
    return OK


def bind(host: str, port: int) -> socket.socket:
    """Take the port before any work is done; nobody can connect until the service listens.

    Raises:
        SettingError: the address cannot be used.
    """
    from qa.errors import SettingError

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise SettingError(
            f"Det går inte att lyssna på {host}, port {port}: {reason_of(error)}. "
            "Välj en annan med --host eller --port."
        ) from error
    return listener


def _index_first(minutes: list[Path], settings: "Settings") -> "Encoder":
    from service.commands.building import build, sources_in
    from service.commands.index import summary

    with told_what_is_kept(settings.index), shown_progress() as progress:
        sources = sources_in(minutes, settings.index, settings.privacy)
        encoder = encoder_of(settings, progress)
        account = build(sources, settings.index, encoder, progress, say_resumed)
    err().print(plain(summary(account, settings.index)), soft_wrap=True)
    return encoder


def _check_index(settings: "Settings") -> None:
    """Refuse to start where there is nothing to serve, while somebody is watching."""
    from qa.index.generations import current_version

    current_version(settings.index)


def _is_example(folder: Path) -> bool:
    """Say whether a folder is that of the invented example minutes that come with the program."""
    import corpus

    examples = Path(corpus.__file__).parent / "examples"
    return folder.resolve().is_relative_to(examples.resolve())


def _run(
    settings: "Settings", doors: "ServiceSettings", listener: socket.socket, encoder: "Encoder | None"
) -> None:
    import uvicorn

    from qa.progress import SILENT
    from service.app import create_app
    from service.live_index import LiveIndex

    logging.basicConfig(
        level=logging.WARNING, stream=sys.stderr, format="%(asctime)s %(levelname)s %(message)s"
    )
    logging.getLogger("service").setLevel(logging.INFO)

    def load() -> "Encoder":
        return encoder or encoder_of(settings, SILENT)

    live = LiveIndex(settings.index, load, doors.poll_seconds)
    if encoder:  # nothing slow is left: be ready with the first request
        live.refresh()
    # uvicorn's own access log would write what people ask
    config = uvicorn.Config(
        create_app(doors, live),
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_SECONDS_TO_FINISH,
        root_path=doors.root_path,
    )
    err().print(f"Söktjänsten svarar på {address_of(listener)}{doors.root_path}/ (avsluta med Ctrl-C).")
    uvicorn.Server(config).run(sockets=[listener])


def address_of(listener: socket.socket) -> str:
    """Return the address to open in a browser."""
    host, port = listener.getsockname()[:2]
    if host in ("0.0.0.0", "::"):  # noqa: S104 - compared, not bound
        host = socket.gethostname()
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
