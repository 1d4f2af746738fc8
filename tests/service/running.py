"""Minutes on disk, and commands run on them."""

import json

import pytest

from service.cli import run

MINUTES = """\
Sundnämnden

Protokoll
Sammanträdesdatum: 2024-03-06

§ {number} Serviceavgift
Dnr SN 2024/00012

Beslut
Nämnden höjer serviceavgiften till {amount} mnkr.
"""


def run_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict]:
    capsys.readouterr()
    code = run([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)
