import pytest

from qa.cases.named_body import NOBODY, body_after, body_before, kind_alone


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Kommunstyrelsen ", "Kommunstyrelsen"),
        ("Kommunfullmäktiges uppdrag ", "Kommunfullmäktige"),
        ("Byggnadsnämndens uppdrag, givet av kommunfullmäktige ", "kommunfullmäktige"),
        ("Redovisning av kommunfullmäktiges uppdrag till kommunstyrelsen ", "kommunfullmäktige"),
        ("Uppdraget till fritidsnämnden ", NOBODY),
        ("Kultur- och fritidsnämndens beslut ", "Kultur- och fritidsnämnden"),
        ("Kommunstyrelsens arbetsutskotts protokoll ", "Kommunstyrelsens arbetsutskott"),
        ("Tekniska nämndens protokollsutdrag ", "Tekniska nämnden"),
        ("Nämnden för funktionsstöd beslutade ", "Nämnden för funktionsstöd"),
        ("Socialnämnd Centrum ", "Socialnämnd Centrum"),
        ("KSAU ", "kommunstyrelsens arbetsutskott"),
        ("KS AU ", "kommunstyrelsens arbetsutskott"),
        ("enligt KF ", "kommunfullmäktige"),
        ("enligt dnr KF-2023-1 ", NOBODY),
        ("Bordlagt ", NOBODY),
    ],
)
def test_the_last_body_that_decided_is_the_one_named(text: str, body: str) -> None:
    assert body_before(text) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (", Kommunstyrelsen", "Kommunstyrelsen"),
        (" (kommunstyrelsen)", "kommunstyrelsen"),
        (" i kommunstyrelsen.", "kommunstyrelsen"),
        (", kommunstyrelsen föreslår avslag", NOBODY),
        (" till nämnden", NOBODY),
    ],
)
def test_a_body_after_a_number_counts_only_where_it_does_nothing_else(text: str, body: str) -> None:
    assert body_after(text) == body


def test_a_kind_alone_is_no_name() -> None:
    assert kind_alone("nämnden") == "nämnd"
    assert kind_alone("Fullmäktige") == "fullmäktige"
    assert kind_alone("arbetsutskottet") == "utskott"
    assert kind_alone("kommunstyrelsen") == ""
