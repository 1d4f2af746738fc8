import pytest

from qa.expectation import Expected, expected_kind, gives, missing_names, named_in


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
        ("Vad sades om bron när det stormade?", None),
        ("simhallen", None),
    ],
)
def test_the_question_word_tells_what_kind_of_thing_is_asked_for(
    question: str, kind: Expected | None
) -> None:
    assert expected_kind(question) is kind


@pytest.mark.parametrize(
    ("kind", "with_it", "without"),
    [
        (Expected.AMOUNT, "Avgiften blir 14,5 mnkr.", "Avgiften höjs kraftigt."),
        (Expected.AMOUNT, "Bussen är gratis.", "Bussen är ny."),
        (Expected.COUNT, "Två elever flyttade.", "Eleverna flyttade."),
        (Expected.TIME, "Den öppnar hösten 2025.", "Den öppnar snart igen."),
        (Expected.TIME, "Sammanträdet börjar klockan nio.", "Sammanträdet börjar."),
        (Expected.PERSON, "Mia Brandt (S) yrkar bifall.", "Någon yrkar bifall."),
        (Expected.PERSON, "Ärendet går till byggnadsnämnden.", "Ärendet går vidare."),
    ],
)
def test_a_text_gives_the_kind_or_not(kind: Expected, with_it: str, without: str) -> None:
    assert gives(kind, with_it)
    assert not gives(kind, without)


def test_any_text_will_do_where_no_kind_is_asked_for() -> None:
    assert gives(None, "")


def test_names_are_capitalised_words_but_the_first_and_all_with_a_digit() -> None:
    assert named_in("Vad sa Mia om K3-huset 2024?") == ("Mia", "K3-huset", "2024")
    assert named_in("VAD BESLUTADES 2024") == ("2024",)


def test_a_name_is_found_in_the_genitive_but_a_number_only_whole() -> None:
    assert missing_names(("Östervik", "Brandts", "202"), "i österviks hamn bor brandt sedan 2024") == ("202",)
