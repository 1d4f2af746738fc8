"""Whatever stands in an item: reading never fails, and nothing is told that does not stand there."""

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.proceedings.reading import read_proceedings
from qa.proceedings import Member, Proceedings
from qa.types import AgendaItem, Paragraph, ParagraphKind, Person, Role, Section
from tests.corpus.proceedings.items import item

WORDS = (
    "Ja Nej ja nej röstar avstår mot för bifall avslag 41 38 (7) Anna Ek (S) Bo von Al (M) Kommunstyrelsen beslutar att"
    ' avslå motionen yrkar reserverar sig : , . ; ” " ( ) - – | \t X Summa Ledamot Parti Namn röster ja-röster nej-röster'
    " bordläggs återremitteras får i uppdrag enligt förslag: 1. a) bilaga 2 antecknas från S, V och MP den som vill inte"
    " Omröstningen utfaller med Antal Ja: 40 Resultat Ersättare 2:e v Ordf anses besvarad till handlingarna utses"
).split(" ")
texts = st.lists(st.sampled_from([*WORDS, "\n"]), min_size=1, max_size=40).map(" ".join) | st.text(
    max_size=80
)
paragraphs = st.builds(
    Paragraph,
    texts.filter(str.strip),
    st.just(()),
    st.sampled_from(ParagraphKind),
    st.none() | st.integers(1, 99),
)
sections = st.builds(
    Section,
    st.sampled_from(Role),
    st.sampled_from(["", "Bilaga 2", "Nämndens beslut", "Kommunstyrelsens förslag till kommunfullmäktige"]),
    st.lists(paragraphs, max_size=6).map(tuple),
)
items = st.lists(sections, max_size=5).map(lambda found: item(*found))
PEOPLE = (Person("Anna Ek", "S"), Person("Bo von Al", "M"), Person("Rosa", "SMV"))


def said(proceedings: Proceedings) -> list[str]:
    """Return every text of proceedings, line by line."""
    texts = [
        one.text
        for kind in (proceedings.outcomes, proceedings.motions, proceedings.reservations)
        for one in kind
    ]
    texts += [text for vote in proceedings.votes for text in (vote.text, vote.yes_means, vote.no_means)]
    return [line for text in texts for line in text.split("\n")]


def members(proceedings: Proceedings) -> list[Member]:
    return [
        *(one for motion in proceedings.motions for one in motion.movers),
        *(one for reservation in proceedings.reservations for one in reservation.members),
        *(ballot.member for vote in proceedings.votes for ballot in vote.ballots),
    ]


def lines_of(agenda_item: AgendaItem) -> str:
    return "\n".join(paragraph.text for one in agenda_item.sections for paragraph in one.paragraphs)


@settings(max_examples=300)
@given(items)
def test_every_text_and_every_name_stands_in_the_item(agenda_item):
    proceedings = read_proceedings(agenda_item, PEOPLE, "Kommunstyrelsen")
    text = lines_of(agenda_item)
    assert [line for line in said(proceedings) if line not in text] == []
    for member in members(proceedings):
        assert member.name or member.party
        for part in (member.name or member.party).split():
            assert part in text


@settings(max_examples=100)
@given(items)
def test_counts_agree_with_the_names_only_where_they_do(agenda_item):
    for vote in read_proceedings(agenda_item, (), "").votes:
        if vote.agreement == "stämmer":
            listed = [ballot.choice.value for ballot in vote.ballots]
            assert (vote.yes, vote.no) == (listed.count("ja"), listed.count("nej"))
