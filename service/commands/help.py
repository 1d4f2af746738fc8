"""The help of the command line, in Swedish: what typer knows of a command, said in our words."""

import textwrap
from collections.abc import Sequence

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

_HELP_FLAGS = ("--help", "-h")
_WIDTH = 88
_INDENT = "  "
_COLUMN = 26
"""Where the explanations begin."""

Command = TyperCommand | TyperGroup
Row = tuple[str, str]


def wanted_help(root: object, arguments: Sequence[str]) -> str | None:
    """Return the help that a command line asks for, None when it asks for none.

    Args:
        root: the command of the whole program.
        arguments: what stands after the program's name.
    """
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    if not any(flag in options for flag in _HELP_FLAGS):
        return None
    command, path = root, ["qa"]
    for word in options:
        if not isinstance(command, TyperGroup) or word.startswith("-"):
            continue
        if word not in command.commands:
            # unknown to the program is an error, to be told by typer; a group may take words of its own
            if command is root:
                return None
            break
        command = command.commands[word]
        path.append(word)
    return describe(command, " ".join(path))


def describe(command: object, path: str) -> str:
    """Return the help of a command.

    Args:
        command: a command or group of typer.
        path: how the command is called, such as ``qa ask``.
    """
    if not isinstance(command, TyperCommand | TyperGroup):
        return path
    arguments, options = _parameters(command)
    blocks = [
        f"Användning: {_usage(command, path, [name for name, _ in arguments])}",
        *_paragraphs(command.help or ""),
        _table("Kommandon", _commands(command)),
        _table("Argument", arguments),
        _table("Val", [*options, ("--help, -h", "Visa den här hjälpen.")]),
        _examples(command.epilog or ""),
    ]
    return "\n\n".join(block for block in blocks if block)


def _paragraphs(text: str) -> list[str]:
    return [textwrap.fill(paragraph, _WIDTH) for paragraph in text.split("\n\n")]


def _usage(command: Command, path: str, arguments: Sequence[str]) -> str:
    last = ["KOMMANDO"] if isinstance(command, TyperGroup) and not arguments else arguments
    return " ".join([path, "[VAL]", *last])


def _parameters(command: Command) -> tuple[list[Row], list[Row]]:
    """Return arguments and options with their explanations."""
    arguments, options = [], []
    for parameter in command.params:
        if isinstance(parameter, TyperArgument):
            arguments.append((parameter.metavar or (parameter.name or "").upper(), parameter.help or ""))
        elif isinstance(parameter, TyperOption) and not parameter.hidden:
            names = ", ".join(parameter.opts)
            value = "" if parameter.is_flag else f" {parameter.metavar or (parameter.name or '').upper()}"
            options.append((names + value, parameter.help or ""))
    return arguments, options


def _commands(command: Command) -> list[Row]:
    if not isinstance(command, TyperGroup):
        return []
    return [(name, _first_sentence(sub.help or "")) for name, sub in command.commands.items()]


def _first_sentence(text: str) -> str:
    head, stop, _ = " ".join(text.split()).partition(". ")
    return head + stop.strip()


def _examples(lines: str) -> str:
    return "\n".join(["Exempel:", *(_INDENT + line for line in lines.strip().splitlines())]) if lines else ""


def _table(title: str, rows: Sequence[Row]) -> str:
    return "\n".join([f"{title}:", *(_row(*row) for row in rows)]) if rows else ""


def _row(name: str, text: str) -> str:
    wrapped = textwrap.wrap(text, _WIDTH - _COLUMN) or [""]
    head = (_INDENT + name).ljust(_COLUMN)
    if len(head) > _COLUMN:
        return "\n".join([head, *(" " * _COLUMN + line for line in wrapped)])
    return "\n".join([head + wrapped[0], *(" " * _COLUMN + line for line in wrapped[1:])])
