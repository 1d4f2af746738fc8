import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text import fold, normalise, terms, tokenize


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Serviceavgiften höjs", ["serviceavgiften", "höjs"]),
        ("14,5 mnkr", ["14,5", "mnkr"]),
        ("126 211 500 kronor", ["126211500", "kronor"]),
        ("1.250.000 kr", ["1250000", "kr"]),
        ("den 2023-02-01", ["den", "2023-02-01"]),
        ("§ 96 och §97", ["§96", "och", "§97"]),
        ("SLK-2023-01129", ["slk-2023-01129"]),
        ("SLK-2023-00025:26", ["slk-2023-00025:26"]),
        ("Dnr KS/2024:123", ["dnr", "ks/2024:123"]),
        ("dnr 2024/00123", ["dnr", "2024/00123"]),
        ("RS181313", ["rs181313"]),
        ("ö-dialogen", ["ö", "dialogen"]),
        ("KRF:s roll", ["krf", "s", "roll"]),
        ("kl. 09.30", ["kl", "09.30"]),
        ("", []),
    ],
)
def test_words_numbers_dates_and_case_numbers_become_tokens(text: str, tokens: list[str]) -> None:
    assert tokenize(text) == tokens


def test_a_case_number_with_a_year_first_stays_whole() -> None:
    assert "0901/22" in tokenize("§ 10 0901/22")


def test_a_decomposed_letter_is_composed_at_the_door() -> None:
    assert normalise(unicodedata.normalize("NFD", "åäö")) == "åäö"


def test_å_ä_and_ö_are_letters_and_never_folded_in_terms() -> None:
    assert set(terms("får")).isdisjoint(terms("far"))


def test_folding_writes_å_and_ä_as_a_and_ö_as_o() -> None:
    assert fold("räksmörgås på ön") == "raksmorgas pa on"


def test_a_compound_shares_most_terms_with_its_parts() -> None:
    whole = set(terms("serviceavgiften"))
    assert len(whole & set(terms("avgiften"))) >= 10
    assert len(whole & set(terms("service"))) >= 8


def test_words_that_carry_no_matter_give_no_terms() -> None:
    assert terms("vad sades om det?") == []


def test_a_number_is_one_term() -> None:
    assert terms("14,5") == ["14,5"]


def test_a_case_number_is_also_found_without_its_letters() -> None:
    assert terms("SLK-2023-01129") == ["slk-2023-01129", "2023-01129"]
    assert "2024/00123" in set(terms("KS 2024/00123")) & set(terms("dnr KS-2024/00123"))


@given(st.text())
def test_any_text_can_be_analysed_and_case_does_not_matter(text: str) -> None:
    assert all(terms(text))
    assert tokenize(text.lower()) == tokenize(text.lower().lower())
