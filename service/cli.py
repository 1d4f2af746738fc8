"""The command ``qa``: parses, calls, prints. Heavy libraries are loaded by the commands that need them."""

import os
import sys
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Annotated

import typer
from typer.main import get_command

from qa.errors import QaError, UsageError
from service.commands import ask, case, evaluate, index, inspect, purge, serve
from service.commands.exit_codes import FAILURE, INTERRUPTED, OK, USAGE
from service.commands.help import describe, wanted_help
from service.commands.options import OFF
from service.commands.terminal import err, out, plain
from service.commands.usage import in_swedish
from service.wording import reason_of

EXAMPLES = """\
qa index protokoll
qa ask "Vad sades om serviceavgiften?"
qa serve --minutes protokoll
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        from service.version import program_version

        out().print(f"protokollfraga {program_version()}")
        raise typer.Exit


@app.callback(epilog=EXAMPLES)
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Visa versionen.")
    ] = OFF,
) -> None:
    """Frågor och svar ur mötesprotokoll, på den egna servern."""


app.command("index", epilog=index.EXAMPLES)(index.index)
app.command("ask", epilog=ask.EXAMPLES)(ask.ask)
app.command("case", epilog=case.EXAMPLES)(case.case)
app.command("inspect", epilog=inspect.EXAMPLES)(inspect.inspect)
app.command("purge", epilog=purge.EXAMPLES)(purge.purge)
app.command("serve", epilog=serve.EXAMPLES)(serve.serve)
app.add_typer(evaluate.app, name="eval")


def main() -> None:
    """Run the console script ``qa`` and exit."""
    sys.excepthook = _on_unexpected
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # the reader had enough (qa ... | head); the interpreter would complain of it again at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; see ``service.commands.exit_codes``.

    Every error that is meant for the user becomes one Swedish line on stderr here.
    """
    command = get_command(app)
    if not arguments:
        err().print(describe(command, "qa"), soft_wrap=True)
        return USAGE
    try:
        return _answer(command, arguments)
    except typer.TyperException as error:
        return _fail(f"{in_swedish(error.format_message())} Hjälp finns med --help.", USAGE)
    except UsageError as error:
        return _fail(str(error), USAGE)
    except QaError as error:
        return _fail(str(error), FAILURE)
    except OSError as error:
        return _fail(f"{error.filename or 'Systemet'}: {reason_of(error)}.", FAILURE)


def _answer(command: Callable[..., int | None], arguments: Sequence[str]) -> int:
    help_text = wanted_help(command, arguments)
    if help_text is not None:
        out().print(help_text, soft_wrap=True)
        return OK
    code = command(list(arguments), prog_name="qa", standalone_mode=False) or OK
    if code == INTERRUPTED:
        err().print("Avbrutet.")
    return code


def _fail(message: str, code: int) -> int:
    err().print(f"Fel: {plain(message)}", soft_wrap=True)
    return code


def _on_unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell of a fault in the program without showing its insides to somebody who only asked."""
    if os.environ.get("QA_DEBUG"):
        sys.__excepthook__(kind, error, trace)
        return
    _fail(
        f"Ett fel i programmet: {kind.__name__}: {error}. Kör samma sak med QA_DEBUG=1 "
        "och skicka det som skrivs till den som sköter programmet.",
        FAILURE,
    )
