"""Votes: what the sides meant, counts, names and whether they agree."""

import pytest

from qa.proceedings import Agreement, Ballot, Choice, Member, Vote
from qa.types import Person, Role, Section
from tests.corpus.proceedings.items import read, section

YES, NO, ABSTAINED, ABSENT = Choice.YES, Choice.NO, Choice.ABSTAINED, Choice.ABSENT
MEANING = "Ja för bifall till förslaget. Nej för avslag."
NAMES = ("Anna Ek S 1 Ordförande Ja", "Bo Al M 2 Ledamot Nej", "Carl von Dal C 3 Ersättare Ja")


def votes(*texts: str, role: Role = Role.VOTE, people: tuple[Person, ...] = ()) -> tuple[Vote, ...]:
    return read(section(role, *texts), people=people).votes


def only(*texts: str) -> Vote:
    (vote,) = votes(*texts)
    return vote


def counts(vote: Vote) -> tuple[int | None, ...]:
    return vote.yes, vote.no, vote.abstained, vote.absent


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Omröstningen utfaller med 40 Ja mot 38 Nej.", (40, 38, None, None)),
        ("Med sex ja-röster mot tre nej-röster bifalls förslaget.", (6, 3, None, None)),
        ("21 ja-röster, 7 nej-röster och 3 som avstår.", (21, 7, 3, None)),
        ("Resultat: Ja 41, Nej 38, Avstår 2, Frånvarande 1", (41, 38, 2, 1)),
        ("Antal Ja: 41 Antal Nej: 38 Antal Frånv: 2", (41, 38, None, 2)),
        ("Ja-röster: 31. Nej-röster: 18.", (31, 18, None, None)),
        ("Med tjugotre ja-röster mot arton nej-röster och en avstående avgörs ärendet.", (23, 18, 1, None)),
        ("Fullmäktige bifaller förslaget med 41 mot 38 röster.", (41, 38, None, None)),
        ("40 Ja mot 38 Nej. 2 ledamöter avstår från att rösta. 1 ledamot är frånvarande.", (40, 38, 2, 1)),
    ],
)
def test_counts_are_read_in_the_forms_minutes_have(text, expected):
    assert counts(only(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Omröstning begärs men återtas.",
        "Sluten omröstning genomförs. Anna Ek får 41 röster.",
        "Motionen avslås med 41 mot 38 röster.",
        "Ja, sa ordföranden 14 gånger.",
        "Ja för bifall och Nej för avslag enligt 5 kap. 44 §.",
    ],
)
def test_no_vote_is_made_of_what_does_not_tell_the_result(text):
    assert votes(text) == ()


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        (MEANING, "bifall till förslaget", "avslag"),
        ("”Ja för bifall till förslaget och Nej för bifall till yrkandet från S, V m.fl. med tillägg.”",
         "bifall till förslaget", "bifall till yrkandet från S, V m.fl. med tillägg"),
        ("Den som vill bifalla förslaget röstar ja. Den som vill avslå det röstar nej.", "bifalla förslaget", "avslå det"),
        ("Den som vill bygga röstar ja, den som vill vänta röstar nej.", "bygga", "vänta"),
        ("Ja-röst för nämndens förslag, nej-röst för avslag.", "nämndens förslag", "avslag"),
        ("JA = avgöra i dag. NEJ = återremiss.", "avgöra i dag", "återremiss"),
        ("Den som röstar ja bifaller planen och den som röstar nej avslår den.", "bifaller planen", "avslår den"),
    ],
)  # fmt: skip
def test_what_the_sides_meant_is_told_in_the_words_of_the_minutes(text, yes, no):
    vote = only(text, "Omröstningen utfaller med 4 Ja mot 3 Nej.")
    assert (vote.yes_means, vote.no_means) == (yes, no)


def test_the_sides_may_have_a_paragraph_each():
    vote = only("Ja-röst: bifall till planen", "Nej-röst: avslag", "Resultat: Ja 4, Nej 3")
    assert (vote.yes_means, vote.no_means) == ("bifall till planen", "avslag")


def test_the_sentence_that_tells_the_result_and_its_page_go_with_a_vote():
    (vote,) = read(
        section(
            Role.VOTE,
            MEANING,
            "Utfallet är 4 Ja mot 3 Nej. 1 ledamot avstår. Ärendet är därmed avgjort.",
            page=9,
        )
    ).votes
    assert (vote.text, vote.page) == ("Utfallet är 4 Ja mot 3 Nej. 1 ledamot avstår.", 9)


def test_members_named_in_sentences_are_ballots_checked_against_the_counts_beside_them():
    vote = only(
        MEANING,
        "Anna Ek (S), tjänstgörande ersättaren Bo Al (M) och ordföranden Carl von Dal (C) röstar Ja (3).",
        "Dan Ed (SD) röstar Nej (1). Eva Fri (L) avstår från att rösta (1).",
    )
    assert counts(vote) == (3, 1, 1, None)
    assert vote.ballots[1:3] == (Ballot(Member("Bo Al", "M"), YES), Ballot(Member("Carl von Dal", "C"), YES))
    assert vote.agreement is Agreement.AGREES


@pytest.mark.parametrize(
    "texts",
    [
        ("Ja: Anna Ek (S), Bo Al (M)", "Nej: Dan Ed (SD)", "Avstår: Eva Fri (L)"),
        ("Ja: Anna Ek (S), Bo Al (M) Nej: Dan Ed (SD) Avstår: Eva Fri (L)",),
        ("Ja-röster avges av Anna Ek (S) och Bo Al (M). Nej-röst avges av Dan Ed (SD). Eva Fri (L) avstår.",),
        ("Anna Ek (S) Ja", "Bo Al (M) Ja", "Dan Ed (SD) Nej", "Eva Fri (L) Avstår"),
        ("Anna Ek (S) Ja Bo Al (M) Ja Dan Ed (SD) Nej Eva Fri (L) Avstår",),
        ("Namn Parti Resultat\nAnna Ek S Ja\nBo Al M Ja\nDan Ed SD Nej\nEva Fri L Avstår",),
        ("1 Anna Ek S 12 Ledamot Ja\n2 Bo Al M 3 Ersättare Ja\n3 Dan Ed SD 4 2:e v Ordf Nej\n4 Eva Fri L 5 Ledamot Avstår",),
        ("Namn\tParti\tRöst\nAnna Ek\tS\tJa\nBo Al\tM\tJa\nDan Ed\tSD\tNej\nEva Fri\tL\tAvstår",),
        ("Ledamot\tJa\tNej\tAvstår\nAnna Ek (S)\tX\nBo Al (M)\tx\nDan Ed (SD)\t\tX\nEva Fri (L)\t\t\tX",),
        ("Ja\tNej\tAvstår\nAnna Ek (S)\tX\nBo Al (M)\tx\nDan Ed (SD)\t\tX\nEva Fri (L)\t\t\tX",),
        ("| Namn | Parti | Ja | Nej | Avstår |", "|---|---|---|---|---|", "| Anna Ek | S | X | | |",
         "| Bo Al | M | X | | |", "| Dan Ed | SD | | X | |", "| Eva Fri | L | | | X |"),
    ],
)  # fmt: skip
def test_a_list_of_votes_is_read_however_it_is_set(texts):
    members = [Member("Anna Ek", "S"), Member("Bo Al", "M"), Member("Dan Ed", "SD"), Member("Eva Fri", "L")]
    vote = only(MEANING, *texts)
    assert list(vote.ballots) == [
        Ballot(member, choice) for member, choice in zip(members, (YES, YES, NO, ABSTAINED), strict=True)
    ]
    assert counts(vote) == (2, 1, 1, None)
    assert vote.agreement is Agreement.UNKNOWN  # nothing is printed to compare the list with


def test_marks_whose_column_is_lost_tell_nothing():
    vote = only("4 ja-röster mot 3 nej-röster.", "Ledamot Parti Ja Nej\nAnna Ek S X\nBo Al M X\nDan Ed SD X")
    assert vote.ballots == ()
    assert vote.agreement is Agreement.UNKNOWN


def test_cells_that_are_not_under_their_heads_tell_nothing():
    assert votes("Parti\tJa\tNej\nAnna Ek\tS\tX\nBo Al\tM\tX") == ()


@pytest.mark.parametrize(
    ("printed", "agreement"),
    [("2 Ja mot 1 Nej", Agreement.AGREES), ("3 Ja mot 1 Nej", Agreement.DIFFERS)],
)
def test_printed_counts_are_compared_with_the_names(printed, agreement):
    vote = only(f"Omröstningen utfaller med {printed}.", "\n".join(NAMES))
    assert vote.agreement is agreement
    assert vote.yes == int(printed[0])


@pytest.mark.parametrize("total", ["Summa\t\t2\t1", "Totalt\t\t2\t1"])
def test_the_sum_below_a_list_is_a_printed_count(total):
    table = f"Ledamot\tParti\tJa\tNej\nAnna Ek\tS\tX\nBo Al\tM\t\tX\nDan Ed\tSD\tX\n{total}"
    assert only(table).agreement is Agreement.AGREES


def test_an_attached_list_goes_to_the_vote_that_refers_to_it():
    first, second = "\n".join(NAMES), "\n".join(NAMES).replace("Ja", "Frånvarande").replace("Nej", "Ja")
    found = read(
        section(Role.VOTE, MEANING, "Utfallet är 2 Ja mot 1 Nej. Hur var och en röstar framgår av bilaga 4."),
        section(Role.VOTE, "Ja för A. Nej för B.", "Utfallet är 1 Ja mot 0 Nej. Se bilaga 5."),
        Section(Role.ATTACHMENT, "Bilaga 5", section(Role.ATTACHMENT, second).paragraphs),
        Section(Role.ATTACHMENT, "Bilaga 4", section(Role.ATTACHMENT, first).paragraphs),
    ).votes
    assert [counts(vote) for vote in found] == [(2, 1, None, None), (1, 0, None, 2)]
    assert [vote.agreement for vote in found] == [Agreement.AGREES] * 2


def test_an_attached_list_with_other_counts_differs_where_the_vote_refers_to_it_and_is_left_where_not():
    attachment = Section(Role.ATTACHMENT, "Bilaga 4", section(Role.ATTACHMENT, "\n".join(NAMES)).paragraphs)
    referring = section(Role.VOTE, "Utfallet är 5 Ja mot 1 Nej. Hur var och en röstar framgår av bilaga 4.")
    silent = section(Role.VOTE, "Utfallet är 5 Ja mot 1 Nej.")
    assert [vote.agreement for vote in read(referring, attachment).votes] == [Agreement.DIFFERS]
    assert [vote.ballots for vote in read(silent, attachment).votes] == [()]


def test_several_votes_of_an_item_stay_apart():
    found = votes(
        "Ja för A. Nej för B.",
        "Utfallet är 5 Ja mot 4 Nej.",
        "Ja för C. Nej för D.",
        "Utfallet är 6 Ja mot 3 Nej.",
    )
    assert [(vote.yes_means, vote.yes) for vote in found] == [("A", 5), ("C", 6)]


def test_whole_parties_that_vote_are_ballots_without_names_and_are_not_counted():
    vote = only("Ledamöterna från S och V röstar ja. Ledamöterna från M röstar nej.")
    assert [(ballot.member, ballot.choice) for ballot in vote.ballots] == [
        (Member(party="S"), YES), (Member(party="V"), YES), (Member(party="M"), NO)
    ]  # fmt: skip
    assert counts(vote) == (None,) * 4
    assert vote.agreement is Agreement.UNKNOWN


def test_surnames_that_come_first_are_turned_where_the_attendance_list_knows_them():
    known = (Person("Anna Ek", "S"),)
    (vote,) = votes("Namn\tRöst", "Ek, Anna (S)\tJa", "Al, Bo (M)\tNej", people=known)
    assert [ballot.member.name for ballot in vote.ballots] == ["Anna Ek", "Al, Bo"]


@pytest.mark.parametrize(
    ("result", "winner"), [("5 Ja mot 4 Nej", YES), ("4 Ja mot 5 Nej", NO), ("5 Ja mot 5 Nej", None)]
)
def test_the_side_with_more_votes_wins(result, winner):
    assert only(MEANING, f"Utfallet är {result}.").winner is winner


def test_a_minority_that_refers_an_item_back_wins_its_vote():
    meaning = section(
        Role.VOTE, "Ja för ärendets avgörande i dag. Nej för ärendets återremiss.", "43 Ja mot 38 Nej."
    )
    decision = section(Role.DECISION, "Ärendet återremitteras till kommunstyrelsen.")
    approval = section(Role.DECISION, "Planen antas.")
    assert [vote.winner for vote in read(decision, meaning).votes] == [NO]
    assert [vote.winner for vote in read(approval, meaning).votes] == [YES]


def test_who_moved_what_the_sides_mean_does_not_count_as_having_voted():
    vote = only("Ja för förslaget och Nej för bifall till yrkandet från M.” Anna Ek (S) och Bo Al (C) röstar Ja (2).",
                "Dan Ed (M) röstar Nej (1).")  # fmt: skip
    assert [ballot.member.party for ballot in vote.ballots] == ["S", "C", "M"]


def test_a_vote_told_in_the_decision_counts_where_it_has_no_section():
    text = "Kommunfullmäktige beslutar med 31 ja-röster mot 18 nej-röster att anta planen."
    assert [counts(vote) for vote in votes(text, role=Role.DECISION)] == [(31, 18, None, None)]
    with_section = read(section(Role.DECISION, text), section(Role.VOTE, "Utfallet är 31 Ja mot 18 Nej."))
    assert len(with_section.votes) == 1


@pytest.mark.parametrize("role", [Role.PREVIOUS, Role.DOCUMENTS, Role.STATEMENT])
def test_votes_of_earlier_treatment_are_left_out(role):
    assert votes("Omröstningen utföll med 5 Ja mot 4 Nej.", role=role) == ()
