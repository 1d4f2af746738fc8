"""What the README tells a newcomer to copy and paste works as it stands there."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.settings import PREFIX, Settings
from service.settings import ServiceSettings

ROOT = Path(__file__).resolve().parents[1]
QA = str(Path(sys.executable).with_name("qa"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
COMMANDS = [line.split("#")[0].strip() for block in BLOCKS for line in block.splitlines() if line.strip()]
READY_WITHIN = 120


@pytest.fixture(scope="module")
def address(example_index: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [QA, "serve", "--index", str(example_index), "--port", str(port)],
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    )
    try:
        wait_until_ready(f"http://127.0.0.1:{port}/readyz", server)
        yield f"127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_until_ready(url: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline:
        assert server.poll() is None, "the server ended before it was ready"
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except urllib.error.HTTPError as refusal:
            refusal.close()
        except OSError:
            pass
        else:
            return
        time.sleep(0.2)
    pytest.fail(f"not ready within {READY_WITHIN} s")


def run(command: str) -> str:
    tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, env=os.environ | {"PATH": tools}
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_readme_opens_with_the_two_commands_that_do_all() -> None:
    assert [command.split()[:2] for command in COMMANDS[:2]] == [["make", "serve"], ["make", "test"]]
    assert README.index("make serve") < 100


@pytest.mark.parametrize("target", ["help", "serve", "test", "check", "bench", "clean", "install", "lock"])
def test_every_target_of_the_makefile_can_be_planned(target: str) -> None:
    assert run(f"make -n {target}")


@pytest.mark.model
@pytest.mark.server
@pytest.mark.parametrize("command", [line for line in COMMANDS if line.startswith("curl")])
def test_every_curl_example_is_answered(command: str, address: str) -> None:
    answer = json.loads(
        run(command.replace("127.0.0.1:8000", address).replace("curl", "curl --silent --fail"))
    )
    assert any(answer.get(name) for name in ("hits", "meetings", "steps"))


@pytest.mark.model
@pytest.mark.server
def test_the_first_example_is_answered_with_the_right_passage_first(address: str) -> None:
    first = next(line for line in COMMANDS if line.startswith("curl"))
    hits = json.loads(run(first.replace("127.0.0.1:8000", address).replace("curl", "curl --silent --fail")))[
        "hits"
    ]
    assert "serviceavgift" in hits[0]["text"].lower()


@pytest.mark.model
@pytest.mark.parametrize("command", [line for line in COMMANDS if line.startswith(".venv/bin/qa")])
def test_every_qa_example_runs(command: str, example_index: Path, tmp_path: Path) -> None:
    shown = command.replace(".venv/bin/qa", "qa").replace("index/examples", str(example_index))
    output = run(shown.replace("--out report", f"--out {tmp_path / 'report'}"))
    assert output.strip()
    if "--json" in command:
        assert json.loads(output)


@pytest.mark.parametrize("name", sorted({*Settings.model_fields, *ServiceSettings.model_fields}))
def test_every_setting_is_documented(name: str) -> None:
    assert f"`{PREFIX}{name.upper()}`" in README
