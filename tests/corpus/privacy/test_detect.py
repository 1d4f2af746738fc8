"""Private persons' data is found; what belongs to authorities, functions and politicians is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.privacy.detect import find_personal_data
from qa.reading import PersonalDataKind as Kind


def found(text: str) -> list[tuple[Kind, str]]:
    return [(finding.kind, text[finding.start : finding.end]) for finding in find_personal_data(text)]


@pytest.mark.parametrize(
    ("text", "kind", "data"),
    [
        ("Nås på 070-123 45 67 efter fem.", Kind.PHONE, "070-123 45 67"),
        ("Nås på +46 (0)73 123 45 67.", Kind.PHONE, "+46 (0)73 123 45 67"),
        ("Nås på 0761234567.", Kind.PHONE, "0761234567"),
        ("Tel bostad: 0340-12 34 56", Kind.PHONE, "0340-12 34 56"),
        ("Skriv till siv.ek@gmail.com.", Kind.EMAIL, "siv.ek@gmail.com"),
        ("Skriv till siv@ek.telia.com", Kind.EMAIL, "siv@ek.telia.com"),
        ("Skriv till siv.ek@ek.se", Kind.EMAIL, "siv.ek@ek.se"),
        ("Siv Ek, Storgatan 5 B, 312 34 Sundsby", Kind.ADDRESS, "Storgatan 5 B, 312 34 Sundsby"),
        (
            "Siv Ek\nÖstra Byvägen 12 lgh 1101\n312 34 Sundsby",
            Kind.ADDRESS,
            "Östra Byvägen 12 lgh 1101\n312 34 Sundsby",
        ),
        ("Siv Ek har skyddade personuppgifter.", Kind.PROTECTED_IDENTITY, "Siv Ek"),
        ("Sekretessmarkering för Siv Ek", Kind.PROTECTED_IDENTITY, "Siv Ek"),
        ("Siv Ek (skyddad identitet) yttrade sig.", Kind.PROTECTED_IDENTITY, "Siv Ek"),
        ("Skyddad adress: Storgatan 5", Kind.PROTECTED_IDENTITY, "Storgatan 5"),
    ],
)
def test_private_data_is_found(text: str, kind: Kind, data: str) -> None:
    assert found(text) == [(kind, data)]


@pytest.mark.parametrize(
    "text",
    [
        "Kontakta kommunen på 0340-880 00.",
        "Växel: 070-123 45 67",
        "Siv Ek, enhetschef, 070-123 45 67",
        "registrator@sund.se",
        "siv.ek@sund.se",
        "info@siv.ek.se",
        "Sammanträdet hölls i Kommunhuset, Storgatan 5, 312 34 Sundsby",
        "Sunds kommun, Storgatan 5, 312 34 Sundsby",
        "Siv Ek, Sund Fastigheter AB, Storgatan 5, 312 34 Sundsby",
        "Ombyggnad av Storgatan 5 i Sundsby",
        "Nämnden antar en rutin för skyddade personuppgifter.",
        "Siv Ek (S) har frågat om skyddade personuppgifter.",
        "Förvaltningschef Siv Ek informerar om skyddad identitet.",
        "Dnr KS 0701/2212345, beslut 2024-01-10, 12 345 678 kronor",
        "§ 070 Rapport 1234567",
    ],
)
def test_public_data_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_landline_beside_a_home_address_is_at_home_unless_it_is_a_switchboard() -> None:
    text = "Siv Ek, Storgatan 5, 312 34 Sundsby, 0340-12 34 56. Växel 0340-880 00."
    assert [data for _, data in found(text)] == ["Storgatan 5, 312 34 Sundsby", "0340-12 34 56"]


@given(
    st.lists(
        st.sampled_from(
            [
                "070-123 45 67",
                "811228-9874",
                "siv.ek@gmail.com",
                " ",
                "\n",
                "Siv Ek",
                "Storgatan 5, 312 34 Sund",
                "skyddad identitet",
                ".",
            ]
        )
    )
)
def test_findings_are_in_order_and_never_overlap(parts: list[str]) -> None:
    text = "".join(parts)
    findings = find_personal_data(text)
    edges = [edge for finding in findings for edge in (finding.start, finding.end)]
    assert edges == sorted(edges)
    assert all(finding.start < finding.end <= len(text) for finding in findings)


@pytest.mark.parametrize(
    "piece", ["Siv Ek 0340-12 34 56, ", "a@", "A5 312 34 ", "070-123 45 6 ", "Siv ", "8112289874"]
)
def test_endless_lines_are_searched_in_time_that_grows_with_their_length(piece: str) -> None:
    """A quadratic search of a megabyte on one line would not come to an end."""
    find_personal_data(piece * (1_000_000 // len(piece)))
