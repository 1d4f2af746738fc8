"""Real minutes, where they lie beside the checkout: every vote that they tell is read, and every list checked."""

import re
from functools import cache
from pathlib import Path

import pytest

from corpus.minutes import parse_meeting
from corpus.readers import read_document
from corpus.source import SourceFile
from qa.proceedings import Agreement
from qa.types import AgendaItem, Meeting, Role

MINUTES = Path(__file__).resolve().parents[3] / ".." / "shared" / "minutes"
FILES = sorted(MINUTES.glob("goteborg/*.txt"))
pytestmark = pytest.mark.skipif(not FILES, reason="the real minutes (../shared/minutes) are not here")
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
VOTE_IN_WORDS = re.compile(r"Omröstningen\s+utf\w+\s+med\s+\d+\s+Ja|röstar?\s+Ja\s+\(\d+\)")
"""A vote as it stands in the file, found without the parser."""


@cache
def _meeting(path: Path) -> Meeting:
    source = SourceFile(path, path.name, path.stem, "")
    return parse_meeting(read_document(source), source)


def _has(item: AgendaItem, role: Role) -> bool:
    return any(section.role is role for section in item.sections)


@each_file
def test_every_vote_told_in_the_file_is_read_with_counts_and_meaning(path):
    votes = [vote for item in _meeting(path).items for vote in item.proceedings.votes]
    assert len(votes) == len(VOTE_IN_WORDS.findall(path.read_text(encoding="utf-8")))
    for vote in votes:
        assert vote.yes is not None
        assert vote.no is not None
        assert vote.yes_means
        assert vote.no_means
        assert vote.text


@each_file
def test_every_list_of_votes_agrees_with_the_counts(path):
    votes = [vote for item in _meeting(path).items for vote in item.proceedings.votes]
    assert {vote.agreement for vote in votes if vote.ballots} <= {Agreement.AGREES}
    listed = sum(bool(vote.ballots) and len(vote.ballots) > 20 for vote in votes)
    assert listed == len(re.findall(r"^Antal Ja:", path.read_text(encoding="utf-8"), re.MULTILINE))


@each_file
def test_every_section_of_reservations_names_somebody_and_all_motions_have_movers(path):
    for item in _meeting(path).items:
        assert bool(item.proceedings.reservations) >= _has(item, Role.RESERVATION), item.id
        assert all(motion.movers for motion in item.proceedings.motions), item.id
