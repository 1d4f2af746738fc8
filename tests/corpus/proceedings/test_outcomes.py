"""What was decided: the verbs of decisions, and what is only spoken of."""

import pytest

from qa.proceedings import Outcome, OutcomeKind
from qa.types import Role
from tests.corpus.proceedings.items import read, section

APPROVED, REJECTED, NOTED = OutcomeKind.APPROVED, OutcomeKind.REJECTED, OutcomeKind.NOTED
ASSIGNED, POSTPONED, REFERRED = OutcomeKind.ASSIGNED, OutcomeKind.POSTPONED, OutcomeKind.REFERRED_BACK
ANSWERED, ELECTED = OutcomeKind.ANSWERED, OutcomeKind.ELECTED


def kinds(*texts: str, body: str = "Kommunstyrelsen") -> list[OutcomeKind]:
    return [outcome.kind for outcome in read(section(Role.DECISION, *texts), body=body).outcomes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Motionen bifalls.", [APPROVED]),
        ("Kommunfullmäktige bifaller motionen.", [APPROVED]),
        ("att bifalla motionen.", [APPROVED]),
        ("Riktlinjerna antas och gäller från och med 2026.", [APPROVED]),
        ("1. Taxan fastställs till 400 kronor.", [APPROVED]),
        ("godkänna redovisningen", [APPROVED]),
        ("Nämnden ställer sig bakom yttrandet.", [APPROVED]),
        ("Kommunfullmäktige beslutar enligt kommunstyrelsens förslag.", [APPROVED]),
        ("Enligt arbetsutskottets förslag.", [APPROVED]),
        ("Motionen avslås.", [REJECTED]),
        ("Kommunstyrelsen beslutar att avslå motionen.", [REJECTED]),
        ("Avslag.", [REJECTED]),
        ("Motionen lämnas utan bifall.", [REJECTED]),
        ("Ärendet återremitteras till nämnden för att utreda om bygglov kan beviljas.", [REFERRED]),
        ("Återremiss.", [REFERRED]),
        ("Ärendet bordläggs till sammanträdet den 4 mars 2026.", [POSTPONED]),
        ("Bordläggs.", [POSTPONED]),
        ("Antecknas.", [NOTED]),
        ("Rapporten läggs till handlingarna.", [NOTED]),
        ("att lägga rapporten till handlingarna", [NOTED]),
        ("Nämnden får i uppdrag att anta en plan.", [ASSIGNED]),
        ("Kommunstyrelsen uppdrar åt kommundirektören att avslå ansökan.", [ASSIGNED]),
        ("att ge förvaltningen i uppdrag att godkänna avtalet", [ASSIGNED]),
        ("Motionen anses besvarad.", [ANSWERED]),
        ("att anse motionen besvarad med hänvisning till yttrandet", [ANSWERED]),
        ("Anna Ek (S) utses att justera protokollet.", [ELECTED]),
        ("Motionen avslås i sin första punkt och bifalls i övrigt.", [REJECTED, APPROVED]),
        ("att bifalla motionen och att ge nämnden i uppdrag att ta fram en plan.", [APPROVED, ASSIGNED]),
    ],
)
def test_a_decision_does_with_the_matter_what_its_verb_says(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen beslutar att inte bifalla motionen.",
        "Motionen bifalls inte.",
        "Ingen ansvarsfrihet beviljas.",
        "Planen ska antas av fullmäktige.",
        "Detaljplanen, som antogs 2012, upphävs.",
        "Fastigheten säljs till högstbjudande.",
        "Lönen fastställs av personalutskottet.",
        "Trafikverket avslår kommunens begäran.",
        "Följande mening läggs till: ”Nämnden antar en plan för arbetet.”",
        "Redovisningen av uppdraget att nämnderna får i uppdrag att spara skickas vidare.",
        "Ingen av ledamöterna ansåg sig förhindrad att delta.",
    ],
)
def test_what_is_denied_to_come_quoted_or_told_of_others_is_no_outcome(text):
    assert kinds(text) == []


def test_points_that_say_nothing_themselves_are_approved_by_the_lead_above_them():
    outcomes = read(
        section(
            Role.DECISION, "Enligt kommunstyrelsens förslag:", "1. Hallen byggs.", "2. Bygget börjar i maj."
        )
    ).outcomes
    assert [(one.kind, one.text) for one in outcomes] == [
        (APPROVED, "Enligt kommunstyrelsens förslag:\n1. Hallen byggs.")
    ]


def test_a_lead_adds_nothing_to_points_that_say_what_they_do():
    outcomes = read(section(Role.DECISION, "Enligt nämndens förslag:", "Motionen avslås.")).outcomes
    assert outcomes == (Outcome(REJECTED, "Motionen avslås."),)


def test_points_below_an_approval_with_a_colon_are_decided_too():
    outcomes = read(
        section(
            Role.DECISION,
            "Bifall till nämndens förslag:",
            "1. Hallen byggs.",
            "2. Nämnden får i uppdrag att riva.",
        )
    ).outcomes
    assert [(one.kind, one.text) for one in outcomes] == [
        (APPROVED, "Bifall till nämndens förslag:\n1. Hallen byggs."),
        (ASSIGNED, "2. Nämnden får i uppdrag att riva."),
    ]


def test_a_proposal_to_another_body_is_marked_as_one():
    outcomes = read(
        section(
            Role.DECISION,
            "Kommunstyrelsen beslutar för egen del:",
            "1. Rapporten noteras.",
            "Kommunstyrelsen föreslår att kommunfullmäktige beslutar:",
            "2. Taxan fastställs.",
        )
    ).outcomes
    assert [(one.kind, one.is_proposal) for one in outcomes] == [(NOTED, False), (APPROVED, True)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nämnden tillstyrker motionen.", APPROVED),
        ("Nämnden avstyrker motionen.", REJECTED),
        ("Kommunstyrelsen föreslår att motionen avslås.", REJECTED),
        ("Nämnden föreslår kommunfullmäktige att anta taxan.", APPROVED),
    ],
)
def test_a_body_that_recommends_only_proposes(text, kind):
    assert read(section(Role.DECISION, text)).outcomes == (Outcome(kind, text, is_proposal=True),)


def test_sub_points_belong_to_their_point():
    outcomes = read(
        section(
            Role.DECISION, "Nämnden får i uppdrag att:", "a) anta en plan,", "b) avslå ansökan.", "Antecknas."
        )
    ).outcomes
    assert [(one.kind, one.text) for one in outcomes] == [
        (ASSIGNED, "Nämnden får i uppdrag att:\na) anta en plan,\nb) avslå ansökan."),
        (NOTED, "Antecknas."),
    ]


def test_of_two_bodies_decisions_that_of_the_minutes_own_body_counts():
    outcomes = read(
        section(Role.DECISION, "Motionen bifalls.", heading="Kommunstyrelsens beslut"),
        section(Role.DECISION, "Motionen avslås.", heading="Kommunfullmäktiges beslut"),
        body="Kommunfullmäktige i Lindköping",
    ).outcomes
    assert [one.kind for one in outcomes] == [REJECTED]


def test_the_own_proposal_to_the_council_counts_where_nothing_else_is_decided():
    own = section(
        Role.PROPOSAL, "Motionen avslås.", heading="Kommunstyrelsens förslag till kommunfullmäktige"
    )
    others = section(Role.PROPOSAL, "Motionen bifalls.", heading="Förvaltningens förslag till beslut")
    assert [(one.kind, one.is_proposal) for one in read(others, own).outcomes] == [(REJECTED, True)]
    assert read(others).outcomes == ()


@pytest.mark.parametrize("role", [Role.PREVIOUS, Role.MATTER, Role.DOCUMENTS, Role.PROPOSAL, Role.MOTION])
def test_earlier_treatment_and_proposals_decide_nothing(role):
    assert read(section(role, "Nämnden beslutade att avslå motionen.")).outcomes == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Forumet ställer sig bakom förslaget.", APPROVED),
        ("Rådet beslutade att godkänna arbetsordningen.", APPROVED),
        ("Chefsgruppen fick i uppdrag att se över avgiften.", ASSIGNED),
        ("Informationen antecknas.", NOTED),
    ],
)
def test_minutes_without_decisions_of_their_own_tell_them_in_the_text(text, kind):
    assert [one.kind for one in read(section(Role.SUMMARY, text)).outcomes] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Chefsgruppen fick i uppdrag av forumet den 22 maj att se över avgiften.",
        "Forumet ställer sig inte bakom förslaget.",
        "Kommunen har beslutat att godkänna planen.",
        "Ordföranden frågar om rådet ställer sig bakom förslaget.",
        "Ska ärendet bordläggas?",
    ],
)
def test_what_was_decided_elsewhere_or_only_asked_is_not_told_as_an_outcome(text):
    assert read(section(Role.NOTES, text)).outcomes == ()


def test_running_text_does_not_count_where_the_decision_has_a_section():
    outcomes = read(
        section(Role.NOTES, "Rapporten antecknas."), section(Role.DECISION, "Planen antas.")
    ).outcomes
    assert [one.kind for one in outcomes] == [APPROVED]


def test_an_outcome_has_the_page_it_stands_on():
    assert read(section(Role.DECISION, "Planen antas.", page=7)).outcomes == (
        Outcome(APPROVED, "Planen antas.", 7),
    )
