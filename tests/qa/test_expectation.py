import pytest

from qa.expectation import Expected, expectation_of, expected_kind, gives, missing_names, named_in


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Hur mycket kostar simhallen?", Expected.AMOUNT),
        ("Vad kostar det att parkera?", Expected.AMOUNT),
        ("Hur stor blir avgiften?", Expected.AMOUNT),
        ("Hur många elever går i skolan?", Expected.COUNT),
        ("När öppnar badet?", Expected.TIME),
        ("Vilket år byggs bron?", Expected.TIME),
        ("Vem yrkade avslag?", Expected.PERSON),
        ("Who proposed it?", Expected.PERSON),
        ("Vilket företag byggde hallen?", Expected.COMPANY),
        ("Var ligger den nya skolan?", Expected.PLACE),
        ("I vilken kommun hölls mötet?", Expected.PLACE),
        ("Hur ofta går bussen?", Expected.AMOUNT),
        ("Vad sades om bron när det stormade?", None),
        ("Kostar det något att parkera?", None),
        ("simhallen", None),
    ],
)
def test_the_question_word_tells_what_kind_of_thing_is_asked_for(
    question: str, kind: Expected | None
) -> None:
    assert expected_kind(question) is kind


@pytest.mark.parametrize(
    ("question", "with_it", "without"),
    [
        ("Hur mycket?", "Avgiften blir 14,5 mnkr.", "Avgiften höjs kraftigt."),
        ("Hur mycket?", "Bussen är gratis.", "Bussen är ny."),
        ("Hur ofta?", "Den går varje dag.", "Den går sällan."),
        ("Hur många?", "Två elever flyttade.", "Eleverna flyttade."),
        ("Hur många?", "Hälften är för.", "En del är för."),
        ("När?", "Den öppnar hösten 2025.", "Den öppnar snart igen."),
        ("När?", "Sammanträdet börjar klockan nio.", "Sammanträdet börjar."),
        ("Vem?", "Mia Brandt (S) yrkar bifall.", "Någon yrkar bifall."),
        ("Vem?", "Ärendet går till byggnadsnämnden.", "Ärendet går vidare."),
        ("Vilket företag?", "Anbudet från Nordbygg antas.", "Anbudet antas."),
        ("Var ligger den?", "Den ligger i Sundby.", "Den ligger bra till."),
    ],
)
def test_a_text_gives_the_kind_or_not(question: str, with_it: str, without: str) -> None:
    expectation = expectation_of(question)
    assert gives(expectation, with_it)
    assert not gives(expectation, without)


@pytest.mark.parametrize(
    "text",
    [
        "Yrkande från nämnden den 22 april 2024.",
        "Enligt bilaga 4 och punkt 2, § 31 samt §§ 3–5.",
        "Handlingarna har nummer KS-2023:114, 0271/23 och 2024-118.",
        "1. Detaljplanen, upprättad 2023-09-01, antas.",
        "Fastigheten Hamnen 712:30 säljs 2025/2026.",
    ],
)
def test_days_paragraphs_and_numbers_of_things_are_no_quantities(text: str) -> None:
    assert not gives(expectation_of("Hur många bostäder byggs?"), text)
    assert not gives(expectation_of("Hur mycket kostar det?"), text)


def test_what_the_question_says_itself_is_no_answer() -> None:
    assert not gives(expectation_of("Hur många av de 40 eleverna kom?"), "Det var 40 elever.")
    assert gives(expectation_of("Hur många av de 40 eleverna kom?"), "Av 40 elever kom 12.")
    assert not gives(expectation_of("Vem leder Sundby Hamn?"), "Sundby Hamns ledning byts ut.")
    assert gives(expectation_of("Vem leder Sundby Hamn?"), "Sundby Hamn leds av Mia Brandt.")


def test_any_text_will_do_where_no_kind_is_asked_for() -> None:
    assert gives(expectation_of("simhallen"), "")


def test_names_are_capitalised_words_but_the_first_and_all_with_a_digit() -> None:
    assert named_in("Vad sa Mia om K3-huset 2024?") == ("Mia", "K3-huset", "2024")
    assert named_in("VAD BESLUTADES 2024") == ("2024",)


def test_a_name_is_found_in_the_genitive_but_a_number_only_whole() -> None:
    assert missing_names(("Östervik", "Brandts", "202"), "i österviks hamn bor brandt sedan 2024") == ("202",)


def test_the_members_of_a_party_are_persons() -> None:
    expected = expectation_of("Vilka reserverade sig mot budgeten?")
    assert gives(expected, "Ledamöterna från V, S och MP reserverar sig mot beslutet.")
    assert not gives(expected, "Ledamöterna från kommunen reserverar sig mot beslutet.")
