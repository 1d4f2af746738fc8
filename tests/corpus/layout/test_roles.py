"""Sub-headings and their roles."""

import pytest

from corpus.layout.roles import heading_role, inline_heading
from qa.types import Role

ROLES = {
    Role.DECISION: [
        "Beslut",
        "BESLUT",
        "**Beslut**",
        "### Beslut",
        "Kommunstyrelsens beslut",
        "Regionstyrelsen beslutar",
        "Beslut på sammanträdet",
    ],
    Role.PROPOSAL: [
        "Förslag till beslut",
        "Ordförandens förslag",
        "Kommunstyrelsens förslag till kommunfullmäktige",
        "BESLUTSFÖRSLAG (stadsdirektören):",
    ],
    Role.MATTER: [
        "Ärendet",
        "Bakgrund",
        "Sammanfattning av ärendet",
        "Skälen för beslutet",
        "Skäl till beslut",
        "Barnkonsekvensanalys",
        "Ärendeinformation",
    ],
    Role.NOTES: ["Anteckningar", "Dagens sammanträde", "Överläggning", "Ärendets behandling under mötet"],
    Role.SUMMARY: ["Sammanfattning", "Summering:"],
    Role.AGENDA: ["Agenda"],
    Role.INFORMATION: ["Information"],
    Role.PREVIOUS: ["Tidigare behandling", "Beredning", "Arbetsutskottets beslut 2024-02-06 § 4"],
    Role.DOCUMENTS: ["Handling", "Handlingar", "Beslutsunderlag", "Underlag för beslut"],
    Role.MOTION: ["Yrkande", "Yrkanden", "Tilläggsyrkande", "Yrkanden och förslag"],
    Role.PROPOSITION: ["Propositionsordning", "Beslutsgång"],
    Role.VOTE: ["Omröstning", "Omröstning - huvudvotering", "Votering", "Omröstningsresultat"],
    Role.RESERVATION: ["Reservation", "Reservationer", "Skriftlig reservation"],
    Role.STATEMENT: [
        "Protokollsanteckning",
        "Särskilt yttrande",
        "Yttrande",
        "Protokollsanteckningar",
        "Deltar inte i beslutet",
        "Anteckning",
    ],
    Role.RECUSAL: ["Jäv"],
    Role.DISTRIBUTION: [
        "Protokollsutdrag skickas till",
        "Beslutet skickas till",
        "Expedieras till",
        "Kopia till",
    ],
    Role.ATTENDANCE: ["Närvarande"],
    Role.ATTACHMENT: ["Bilaga 2", "Bilaga A", "Bilaga"],
    Role.TEXT: ["Fråga 7", "Justering"],
}


@pytest.mark.parametrize(("role", "text"), [(role, text) for role, texts in ROLES.items() for text in texts])
def test_a_sub_heading_has_its_role(role, text):
    assert heading_role(text) is role


@pytest.mark.parametrize(
    "text",
    [
        "Enligt kommunstyrelsens förslag:",
        "beslut",
        "Beslutet fattades i går.",
        "Bilaga 1 Resursfördelningsmodell",
        "kommunfullmäktige beslutar:",
        "Hur når vi dit?",
        "Sammanfattning dag 1",
        "Yttrande (2023:4)",
        "",
    ],
)
def test_other_lines_have_no_role(text):
    assert heading_role(text) is None


@pytest.mark.parametrize(
    "text", ["Beslut: Ärendet utgår.", "**Beslut:** Ärendet utgår.", "**Beslut**: Ärendet utgår."]
)
def test_a_heading_with_its_text_on_the_same_line_is_parted_from_it(text):
    found = inline_heading(text)
    assert found is not None
    role, heading, offset = found
    assert (role, heading, text[offset:]) == (Role.DECISION, "Beslut", "Ärendet utgår.")


@pytest.mark.parametrize("text", ["Kärnfrågan: vad vill vi?", "Beslut:", "Tid: kl. 9"])
def test_other_lines_with_a_colon_are_text(text):
    assert inline_heading(text) is None
