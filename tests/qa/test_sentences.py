import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Det gäller bl.a. Östervik och Norrsund.",
        "Mötet börjar kl. 9 i rådhuset.",
        "Enligt 5 kap. 57 § kommunallagen ska ordföranden vägra.",
        "Avgiften är ca. 14,5 mnkr.",
        "Detta gäller t.ex. Kommunen.",
        "Se dnr. 2024/123 för mer.",
        "A. B. Svensson yrkar bifall.",
        "1. Rapporten antecknas.",
        "Den 3 mars 2024 m.m. Kommunen svarar.",
    ],
)
def test_an_abbreviation_initial_or_list_number_does_not_end_a_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ärendet bordläggs. Nämnden återkommer.", ["Ärendet bordläggs.", "Nämnden återkommer."]),
        ("Varför då? Därför! Så är det.", ["Varför då?", "Därför!", "Så är det."]),
        ("”Det är bra.” Hon höll med.", ["”Det är bra.”", "Hon höll med."]),
        ("Rubrik utan punkt\nSedan text.", ["Rubrik utan punkt", "Sedan text."]),
        ("Enligt § 5. Nytt ärende.", ["Enligt § 5.", "Nytt ärende."]),
        ("Det blir 2025. 14 personer kom.", ["Det blir 2025.", "14 personer kom."]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_a_sentence_ends_where_a_new_one_begins(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text(alphabet="aåB.!? §1\n", max_size=60))
def test_sentences_are_in_order_and_lose_no_character_but_white_space(text: str) -> None:
    spans = sentence_spans(text)
    assert spans == sorted(spans)
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
