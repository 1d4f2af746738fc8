"""A folder with files made to harm among good ones: none of the good is lost, and each bad one is named."""

import os
from pathlib import Path

import pytest

from corpus.folder import find_sources
from corpus.isolation import Limits, read_meetings
from tests.corpus.hostile import hostile_files
from tests.corpus.pdf_writer import Piece, Style, write_pdf
from tests.corpus.render import authored
from tests.corpus.writers import WRITERS

EXAMPLE = Path(__file__).parents[2] / "corpus" / "examples" / "krr-internat-2020.txt"
LIMITS = Limits(cpu_seconds=30, wall_seconds=120.0, memory_bytes=2_000_000_000, result_bytes=20_000_000)
GOOD = 100


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("blandat")
    sheet = authored(EXAMPLE)
    kinds = {ending: write(sheet) for ending, write in WRITERS.items()}
    kinds[".txt"] = EXAMPLE.read_bytes()
    kinds[".pdf"] = write_pdf([Piece("§ 1 Val av justerare"), Piece("Beslut"), Piece("Anna väljs.")], Style())
    endings = sorted(kinds)
    for number in range(GOOD):
        ending = endings[number % len(endings)]
        (folder / f"{number:03}-bra{ending}").write_bytes(kinds[ending])
    for number, (name, data) in enumerate(hostile_files().items()):
        (folder / f"{3 * number:03}-ond-{name}").write_bytes(data)
    (folder / "005-ond-mapp.pdf").mkdir()
    (folder / "006-ond-länk.txt").symlink_to("/etc/hostname")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "007-ond-rör.txt")
    return folder


def test_no_good_file_is_lost_and_each_bad_one_is_read_or_named(folder):
    found = find_sources([folder])
    outcomes = list(read_meetings(found.sources, 2, LIMITS))
    read = [outcome for outcome in outcomes if outcome.meeting and "-bra" in outcome.source.name]
    assert len(read) == GOOD
    bad = [outcome for outcome in outcomes if "-ond" in outcome.source.name]
    assert len(bad) + len(found.skipped) >= 30
    for outcome in bad:
        assert outcome.meeting or outcome.problem.startswith(outcome.source.name)
    assert all(skip.reason for skip in found.skipped)
