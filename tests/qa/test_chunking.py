from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from qa.chunking import MOST_WORDS, TARGET_WORDS, passages_of_item, passages_of_meeting
from qa.index.embedding import embedded_text
from qa.types import AgendaItem, ParagraphKind, Role, Section
from tests.meetings import Writer, make_item, make_meeting, sample_meetings

WORDS = st.lists(
    st.sampled_from(["nämnden", "beslutar", "att.", "Enligt", "§ 5", "bl.a.", "avgiften:"]),
    min_size=1,
    max_size=300,
)
PARAGRAPHS = st.lists(
    st.tuples(WORDS.map(" ".join), st.sampled_from(list(ParagraphKind))), min_size=1, max_size=6
)


def item_of(paragraphs: list[tuple[str, ParagraphKind]], role: Role = Role.TEXT) -> tuple[AgendaItem, str]:
    writer = Writer()
    made = tuple(writer.paragraph(text, kind) for text, kind in paragraphs)
    return AgendaItem("m/1", "§ 1", "Ärende", (), (Section(role, "", made),)), writer.source


@settings(deadline=None)
@given(PARAGRAPHS)
def test_passages_in_order_rebuild_the_item(paragraphs: list[tuple[str, ParagraphKind]]) -> None:
    item, source = item_of(paragraphs)
    passages = passages_of_item(make_meeting("m", [item]), item)
    rebuilt = "".join(
        source[run.source_start : run.source_start + run.length]
        for passage in passages
        for run in passage.runs
    )
    assert "".join(rebuilt.split()) == "".join("".join(text for text, _ in paragraphs).split())
    assert [passage.start for passage in passages] == sorted(passage.start for passage in passages)


@settings(deadline=None)
@given(PARAGRAPHS)
def test_every_run_of_a_passage_is_verbatim(paragraphs: list[tuple[str, ParagraphKind]]) -> None:
    item, source = item_of(paragraphs)
    for passage in passages_of_item(make_meeting("m", [item]), item):
        for run in passage.runs:
            verbatim = source[run.source_start : run.source_start + run.length]
            assert passage.text[run.start : run.start + run.length] == verbatim


@settings(deadline=None)
@given(PARAGRAPHS)
def test_no_passage_is_longer_than_two_of_the_longest_pieces(
    paragraphs: list[tuple[str, ParagraphKind]],
) -> None:
    item, _ = item_of(paragraphs)
    for passage in passages_of_item(make_meeting("m", [item]), item):
        assert len(passage.text.split()) <= TARGET_WORDS + MOST_WORDS


def test_a_passage_never_holds_two_roles() -> None:
    writer = Writer()
    sections = tuple(
        Section(role, heading, (writer.paragraph("Kort text."),))
        for role, heading in ((Role.DECISION, "Beslut"), (Role.MOTION, "Yrkanden"))
    )
    item = AgendaItem("m/1", "§ 1", "Ärende", (), sections)
    passages = passages_of_item(make_meeting("m", [item]), item)
    assert [passage.citation.section for passage in passages] == [Role.DECISION, Role.MOTION]


def test_a_table_is_a_passage_of_its_own_and_marked() -> None:
    item, _ = item_of(
        [
            ("Omröstning begärs.", ParagraphKind.PROSE),
            ("Ann Ek S Ja", ParagraphKind.TABLE),
            ("Slut.", ParagraphKind.PROSE),
        ]
    )
    passages = passages_of_item(make_meeting("m", [item]), item)
    assert [(passage.text, passage.is_table) for passage in passages] == [
        ("Omröstning begärs.", False),
        ("Ann Ek S Ja", True),
        ("Slut.", False),
    ]


def test_ids_count_from_one_within_the_item_and_are_unique() -> None:
    passages = [passage for meeting in sample_meetings() for passage in passages_of_meeting(meeting)]
    assert passages[0].id == "namnd/2024-03-06/1/1"
    assert len({passage.id for passage in passages}) == len(passages)


def test_the_context_names_meeting_item_and_heading_but_is_no_part_of_the_text() -> None:
    writer = Writer()
    section = Section(Role.DECISION, "Kommunstyrelsens beslut", (writer.paragraph("Avslag."),))
    item = AgendaItem("m/7", "§ 7", "Simhall", (), (section,))
    (passage,) = passages_of_item(make_meeting("m", [item]), item)
    assert passage.context == "Sundnämnden 6 mars 2024. § 7 Simhall. Kommunstyrelsens beslut."
    assert passage.text == "Avslag."


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = " ".join(f"Mening nummer {number} handlar om avgiften." for number in range(90))
    item = make_item("m", "§ 1", "Avgift", text)
    passages = passages_of_item(make_meeting("m", [item]), item)
    assert len(passages) == 3
    assert all(passage.text.endswith("avgiften.") for passage in passages)


def test_wrapped_lines_are_shown_joined_and_found_at_their_place() -> None:
    writer = Writer()
    item = AgendaItem(
        "m/1", "1", "Avgift", (), (Section(Role.TEXT, "", (writer.wrapped(["Avgiften ska", "ses över."]),)),)
    )
    (passage,) = passages_of_item(make_meeting("m", [item]), item)
    assert passage.text == "Avgiften ska ses över."
    assert writer.source[passage.start : passage.end] == "Avgiften ska\nses över."


def test_what_is_not_known_of_a_meeting_is_no_part_of_the_context() -> None:
    item = make_item("m", "", "Avgift", "Avgiften höjs.")
    (passage,) = passages_of_item(make_meeting("m", [item], None), item)
    assert passage.context == "Sundnämnden. Avgift."


def test_where_nothing_is_known_there_is_no_context() -> None:
    item = make_item("m", "", "", "Avgiften höjs.")
    (passage,) = passages_of_item(replace(make_meeting("m", [item], None, body=""), title=""), item)
    assert passage.context == ""
    assert embedded_text(passage) == "Avgiften höjs."


def test_who_was_present_can_be_searched_though_it_is_no_agenda_item() -> None:
    writer = Writer()
    opening = (Section(Role.ATTENDANCE, "Närvarande", (writer.paragraph("Ann Ek (S), ordförande"),)),)
    meeting = replace(sample_meetings()[0], opening=opening)
    first = passages_of_meeting(meeting)[0]
    assert first.text == "Ann Ek (S), ordförande"
    assert first.citation.text == "Sundnämnden 6 mars 2024, Plats, tid och närvarande"
