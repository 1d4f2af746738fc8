"""Which votes a question gets, and whose ballots."""

import pytest

from qa.index.generation import Index
from qa.index.people import NamedPerson
from qa.proceedings import Ballot, Choice, Member
from qa.question.understanding import NOTHING, Understood
from qa.question.wishes import Wish
from qa.types import Citation
from qa.voting import ItemVote, PartyVotes, votes_asked_for, votes_by_party
from tests.indexes import sample_index
from tests.proceedings import ANNA, BO, KIM, VOTE, voted_meeting

ASKS = Understood(wishes=(Wish.VOTE,))


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return sample_index(tmp_path_factory.mktemp("voted") / "index", [voted_meeting()])


def citation_of(index: Index, number: str) -> Citation:
    return next(one.citation for one in index.passages if one.citation.item_number == number)


def asked(index: Index, question: str, understood: Understood = ASKS) -> tuple[Ballot, ...]:
    (one,) = votes_asked_for(index, question, understood, [citation_of(index, "§ 1")])
    return one.asked


def test_a_question_of_a_vote_gets_the_votes_of_the_first_item_that_has_any(index):
    found = [citation_of(index, "§ 2"), citation_of(index, "§ 1")]
    assert votes_asked_for(index, "Hur röstade man om badhuset?", ASKS, found) == (ItemVote(found[1], VOTE),)


def test_other_questions_get_no_votes(index):
    found = [citation_of(index, "§ 1")]
    assert votes_asked_for(index, "Vad kostar badhuset?", NOTHING, found) == ()
    assert votes_asked_for(index, "Hur många röster fick badhuset?", NOTHING, found) != ()


def test_a_question_gets_no_votes_where_nothing_found_has_any(index):
    assert votes_asked_for(index, "Hur röstade man?", ASKS, [citation_of(index, "§ 2")]) == ()
    assert votes_asked_for(index, "Hur röstade man?", ASKS, []) == ()


@pytest.mark.parametrize(
    ("question", "is_found"),
    [
        ("Hur röstade Bo Al om badhusen?", True),
        ("Hur röstade moderaterna om badhuset?", True),
        ("Hur röstade Bo Al om torget?", False),
        ("Hur röstade Eva Fri om badhuset?", False),
        ("Hur röstade man om badhuset?", False),
    ],
)
def test_what_is_only_near_counts_where_its_list_and_its_title_have_what_is_asked(index, question, is_found):
    near = [citation_of(index, "§ 2"), citation_of(index, "§ 1")]
    assert bool(votes_asked_for(index, question, ASKS, [], near)) == is_found


@pytest.mark.parametrize(
    ("question", "members"),
    [
        ("Hur röstade Socialdemokraterna om badhuset?", [ANNA, KIM]),
        ("Hur röstade S och M?", [ANNA, BO, KIM]),
        ("Hur röstade moderaterna?", [BO]),
        ("Hur röstade Vänsterpartiet?", []),
        ("Hur röstade man om badhuset?", []),
        ("HUR RÖSTADE S?", []),
    ],
)
def test_parties_that_a_question_names_have_their_ballots_told(index, question, members):
    assert [ballot.member for ballot in asked(index, question)] == members


def test_of_somebody_named_only_the_own_ballot_is_told(index):
    understood = Understood(wishes=(Wish.VOTE,), people=(NamedPerson("Bo Al", "M"),))
    assert asked(index, "Hur röstade Bo Al (M)?", understood) == (Ballot(BO, Choice.NO),)


def test_ballots_are_counted_by_party_the_largest_first():
    cast = (*VOTE.ballots, Ballot(Member("Eva Fri"), Choice.ABSENT), Ballot(Member(party="V"), Choice.YES))
    assert votes_by_party(cast) == (
        PartyVotes("S", 2, 0, 0, 0),
        PartyVotes("", 0, 0, 0, 1),
        PartyVotes("M", 0, 1, 0, 0),
    )
