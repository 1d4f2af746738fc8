"""A real server process, asked over HTTP."""

import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

import corpus
from qa.errors import SettingError
from service.commands.serve import _is_example, address_of, bind
from tests.indexes import build
from tests.meetings import sample_meetings

ROOT = Path(__file__).resolve().parents[3]
SERVER = """\
import qa.encoder
from tests.fakes import FakeEncoder
qa.encoder.load_encoder = lambda *_, **__: FakeEncoder()
from service.cli import main
main()
"""


def get(address: str) -> tuple[int, dict]:
    try:
        with urlopen(address, timeout=10) as response:
            return response.status, json.load(response)
    except HTTPError as error:
        return error.code, json.load(error)


def wait_for(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline, "waited thirty seconds in vain"
        time.sleep(0.1)


@contextmanager
def served(*arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run ``qa serve`` with the fake encoder; gives its address and process."""
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER, "serve", "--port", "0", *arguments],
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert process.stderr is not None
    try:
        address = ""
        while not address:
            line = process.stderr.readline()
            assert line, "the server ended before it told its address"
            found = re.search(r"http://[\d.]+:\d+", line)
            address = found[0] if found else ""
        yield address, process
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


@pytest.mark.server
def test_a_server_answers_and_takes_a_rebuilt_index_without_a_pause(index_folder: Path) -> None:
    with served("--index", str(index_folder)) as (address, process):
        wait_for(lambda: answers(f"{address}/readyz"))
        status, answer = get(f"{address}/v1/ask?q=simhallen")
        assert (status, answer["total"]) == (200, 4)
        report = build(index_folder, sample_meetings()[:1])
        wait_for(lambda: get(f"{address}/version")[1]["index_version"] == report.version)
        status, answer = get(f"{address}/v1/ask?q=simhallen")
        assert (status, answer["total"], answer["index_version"]) == (200, 2, report.version)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130


def answers(address: str) -> bool:
    try:
        return get(address)[0] == 200
    except OSError:
        return False


@pytest.mark.server
def test_a_server_that_reads_minutes_first_is_ready_with_its_first_request(tmp_path: Path) -> None:
    folder = tmp_path / "protokoll"
    folder.mkdir()
    (folder / "a.txt").write_text("Sundnämnden\n2024-03-06\n\n§ 1 Avgift\nAvgiften höjs.\n", encoding="utf-8")
    with served("--index", str(tmp_path / "index"), "--minutes", str(folder)) as (address, _):
        wait_for(lambda: answers(f"{address}/healthz"))
        status, answer = get(f"{address}/v1/ask?q=avgift")
    assert status == 200
    assert answer["hits"][0]["citation"]["source_file"] == "a.txt"


def test_a_port_that_is_taken_is_named_before_any_work_is_done() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingError, match=f"port {port}: adressen används redan"):
            bind("127.0.0.1", port)


def test_the_address_can_be_opened_in_a_browser() -> None:
    listener = bind("127.0.0.1", 0)
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", address_of(listener))
    listener.close()


def test_the_example_minutes_are_known_for_what_they_are(tmp_path: Path) -> None:
    examples = Path(corpus.__file__).parent / "examples"
    assert _is_example(examples)
    assert not _is_example(tmp_path)
