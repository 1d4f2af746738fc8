"""The command line as scripts and readers see it."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from service.cli import run
from service.commands import index
from service.commands.exit_codes import FAILURE, INTERRUPTED, OK, USAGE

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ["index", "ask", "inspect", "serve", "eval", "purge", "case"]


@pytest.mark.parametrize("command", [[], *([command] for command in COMMANDS)])
def test_every_command_has_swedish_help_with_examples(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert run([*command, "--help"]) == OK
    shown = capsys.readouterr().out
    assert shown.startswith(" ".join(["Användning: qa", *command]))
    assert "Exempel:\n  qa " in shown
    for english in ("Usage", "Options", "Show this", "default", "required"):
        assert english not in shown


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_the_program_names_every_command(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    run(["--help"])
    assert f"\n  {command} " in capsys.readouterr().out


def test_paragraphs_of_a_help_text_stay_apart(capsys: pytest.CaptureFixture[str]) -> None:
    run(["eval", "score", "--help"])
    paragraphs = capsys.readouterr().out.split("\n\n")
    assert paragraphs[1].startswith("Mät körningar")
    assert paragraphs[2].startswith("Måtten är")


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == OK
    assert capsys.readouterr().out.startswith("protokollfraga ")


def test_without_a_command_the_help_is_shown_as_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == USAGE
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("Användning: qa")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["asl"], "Kommandot ”asl” finns inte"),
        (["asl", "--help"], "Kommandot ”asl” finns inte"),
        (["ask"], "FRÅGA saknas"),
        (["ask", "två", "ord"], "citattecken"),
        (["ask", "a", "--lmit", "3"], "Valet --lmit finns inte"),
        (["ask", "a", "--limit", "tre"], "Värdet på --limit kan inte användas"),
        (["ask", "a", "--limit", "99"], "99"),
        (["ask", "a", "--limit"], "Valet --limit behöver ett värde"),
        (["ask", "a", "--date-from", "igår"], "”igår” är inte ett datum"),
        (["ask", "  "], "Frågan är tom"),
        (["ask", "\udcff"], "giltig Unicode"),
        (["index"], "MAPP... saknas"),
        (["serve", "--port", "99999"], "Värdet på --port kan inte användas"),
    ],
)
def test_wrong_usage_is_one_swedish_line_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run(arguments) == USAGE
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("Fel: ")
    assert shown.err.count("\n") == 1
    assert message in shown.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask", "a", "--index", "finns-inte"],
        ["serve", "--index", "finns-inte", "--port", "0"],
        ["index", "finns-inte"],
        ["inspect", "finns-inte"],
        ["inspect", "."],
    ],
)
def test_what_is_missing_is_named_with_exit_code_1(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == FAILURE
    shown = capsys.readouterr().err
    assert shown.startswith("Fel: ")
    assert arguments[-1] in shown or "finns-inte" in shown


def test_an_interrupt_is_told_with_exit_code_130(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(index, "settings_with", interrupt)
    assert run(["index", "."]) == INTERRUPTED
    assert capsys.readouterr().err.strip() == "Avbrutet."


def test_a_full_disk_is_told_in_swedish(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "/srv/index")

    monkeypatch.setattr(index, "settings_with", fail)
    assert run(["index", "."]) == FAILURE
    assert capsys.readouterr().err == "Fel: /srv/index: disken är full.\n"


def program(code: str, *arguments: str) -> list[str]:
    """The console script in a process of its own, after ``code`` has been run."""
    return [sys.executable, "-c", f"{code}\nfrom service.cli import main\nmain()", *arguments]


def test_a_fault_of_our_own_shows_no_traceback() -> None:
    code = "from service.commands import index\nindex.settings_with = lambda *_: 1 / 0"
    done = subprocess.run(
        program(code, "index", "."), capture_output=True, text=True, cwd=ROOT, check=False, encoding="utf-8"
    )
    assert done.returncode == FAILURE
    assert "Traceback" not in done.stderr
    assert "ZeroDivisionError" in done.stderr
    assert "QA_DEBUG=1" in done.stderr


def test_a_reader_who_has_had_enough_is_left_in_peace() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        program("", "--help"), stdout=writing, stderr=subprocess.PIPE, cwd=ROOT, check=False
    )
    os.close(writing)
    assert done.stderr == b""


def test_help_is_shown_without_loading_anything_heavy() -> None:
    code = (
        "import sys\nfrom service.cli import run\nrun(['--help'])\n"
        "print(sorted({'torch', 'faiss', 'fastapi', 'numpy', 'pydantic'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.endswith("[]\n")
