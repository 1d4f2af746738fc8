from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.cases.mentions import CaseMention, ItemMention, Tie, case_mentions, item_mentions
from qa.types import AgendaItem
from tests.meetings import make_item

DAY = date(2023, 12, 7)
PIECES = st.sampled_from(
    (
        *("den ", "7 december 2023", "2023-12-07", "31 februari 2023", ", ", "§ ", "§§ ", "12", "105/23"),
        *(" och ", "–", "a", "Bordlagt ", "återremitterat ", "KS ", "kommunstyrelsen ", ". ", "\n", "dnr "),
        *("RS-2023-00123", "(", "nämnd "),
    )
)


def item(*texts: str) -> AgendaItem:
    return make_item("m", "§ 1", "Avgift", *texts)


def mentions(text: str) -> list[ItemMention]:
    return list(item_mentions(item(text)))


def only(text: str) -> ItemMention:
    (mention,) = mentions(text)
    return mention


@pytest.mark.parametrize(
    "text",
    [
        "den 7 december 2023, § 105",
        "7 december 2023 § 105",
        "den 7 dec 2023, § 105",
        "2023-12-07 § 105",
        "2023-12-07, paragraf 105",
        "2023-12-07 (§ 105)",
        "2023-12-07/§ 105",
        "den 7 december 2023, dnr KS 2023/45, § 105",
        "den 7 och 8 december 2023, § 105",
        "den 7–8 december 2023, § 105",
        "§ 105 den 7 december 2023",
        "§ 105, 2023-12-07",
        "§ 105/2023-12-07",
        "2023-12-07 KS § 105",
    ],
)
def test_a_day_and_a_number_are_a_mention_however_they_are_written(text: str) -> None:
    mention = only(f"Ärendet behandlades {text}.")
    assert (mention.day, mention.number, mention.year) == (DAY, "105", None)
    assert mention.tie is Tie.MENTIONED


@pytest.mark.parametrize(
    "text",
    [
        "Enligt 5 kap. 9 § kommunallagen (2017:725).",
        "Protokollet från den 7 december 2023, §§ 1–30, läggs till handlingarna.",
        "§§ 61–72 den 7 december 2023",
        "Lagen gäller från den 7 december 2023.",
        "den 31 februari 2023, § 4",
        "Ärendet ska återremitteras enligt yrkande från S den 7 december 2023.",
        "§ 12 i reglementet",
    ],
)
def test_what_names_no_item_is_no_mention(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(("text", "year"), [("KS § 105/2023", 2023), ("KS § 105/23", 2023)])
def test_a_number_of_a_year_has_no_day(text: str, year: int) -> None:
    mention = only(text)
    assert (mention.body, mention.number, mention.day, mention.year) == ("kommunstyrelsen", "105", None, year)


def test_an_item_of_the_same_minutes_has_neither_day_nor_year() -> None:
    mention = only("Revisorernas rapport (§ 3 i detta protokoll).")
    assert (mention.text, mention.number, mention.day, mention.year) == (
        "§ 3 i detta protokoll",
        "3",
        None,
        None,
    )


def test_a_chain_keeps_its_tie_and_every_link_its_own_day() -> None:
    text = (
        "Återremitterat den 8 maj 2023, § 9. "
        "Bordlagt den 1 juni 2023, § 4, den 2 juni 2023, § 5 och den 3 juni 2023, § 6."
    )
    assert [(mention.tie, mention.day, mention.number) for mention in mentions(text)] == [
        (Tie.REFERRED_BACK, date(2023, 5, 8), "9"),
        (Tie.POSTPONED, date(2023, 6, 1), "4"),
        (Tie.POSTPONED, date(2023, 6, 2), "5"),
        (Tie.POSTPONED, date(2023, 6, 3), "6"),
    ]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ärendet återremitterades vid sammanträdet den 7 december 2023, § 105", Tie.REFERRED_BACK),
        (
            "Kommunstyrelsen beslutade den 7 december 2023, § 105, att återremittera ärendet",
            Tie.REFERRED_BACK,
        ),
        ("Fullmäktige beslutade 2023-12-07 § 105 att bordlägga motionen", Tie.POSTPONED),
        ("Ordföranden yrkar att ärendet ska bordläggas enligt 2023-12-07 § 105", Tie.MENTIONED),
    ],
)
def test_what_was_done_there_is_the_tie(text: str, tie: Tie) -> None:
    assert only(text).tie is tie


def test_several_numbers_of_one_day_are_several_mentions_of_one_body() -> None:
    found = mentions("Tekniska nämndens beslut den 7 december 2023, §§ 12, 13 och 15.")
    assert [(mention.body, mention.number) for mention in found] == [
        ("Tekniska nämnden", "12"),
        ("Tekniska nämnden", "13"),
        ("Tekniska nämnden", "15"),
    ]


def test_what_was_put_off_counts_without_a_number() -> None:
    mention = only("Återremitterat från kommunfullmäktige den 7 december 2023.")
    assert (mention.tie, mention.body, mention.day, mention.number) == (
        Tie.REFERRED_BACK,
        "kommunfullmäktige",
        DAY,
        "",
    )


def test_a_body_is_not_carried_into_the_next_sentence() -> None:
    first, second = mentions(
        "Byggnadsnämnden behandlade det 2023-01-10, § 5. Det behandlades 2023-12-07, § 105."
    )
    assert (first.body, second.body) == ("Byggnadsnämnden", "")


def test_case_numbers_in_a_text_have_a_label_or_letters() -> None:
    text = "Uppdraget (dnr 0553/21) och RS-2023-00123 samt KS 2023/45, men inte 12/13 eller KS 2023-12-07."
    assert [mention.text for mention in case_mentions(item(text))] == [
        "0553/21",
        "RS-2023-00123",
        "KS 2023/45",
    ]


@given(st.lists(st.lists(PIECES, max_size=25).map("".join), min_size=1, max_size=3))
def test_every_mention_is_verbatim_in_its_place(texts: list[str]) -> None:
    spoken = item(*texts)
    found: list[ItemMention | CaseMention] = [*item_mentions(spoken), *case_mentions(spoken)]
    for mention in found:
        place = mention.place
        text = spoken.sections[place.section].paragraphs[place.paragraph].text
        assert text[place.start : place.end] == mention.text != ""
