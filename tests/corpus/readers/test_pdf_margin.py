"""What stands in a narrow column at the left comes before the text beside it."""

from corpus.minutes import parse_meeting
from corpus.readers.pdf import read_pdf
from corpus.source import SourceFile
from tests.corpus.pdf_writer import drawn, set_lines

BODY = (
    "Nämnden beslutar att anta planen för",
    "parken vid sjön och att arbetet ska",
    "börja i maj.",
)


def lines_of(data: bytes) -> list[str]:
    return [line for line in read_pdf(data, "a.pdf").text.splitlines() if line]


def test_a_number_with_its_case_number_comes_before_the_title_beside_it():
    texts = set_lines(50, 700, "§ 12", "Dnr KS-", "2024-00123") + set_lines(150, 704, "Plan för parken")
    texts += set_lines(150, 684, "Beslut", *BODY)
    assert lines_of(drawn(*texts)) == ["§ 12 Dnr KS-2024-00123", "Plan för parken", "Beslut", *BODY]


def test_the_items_of_minutes_with_numbers_in_the_margin_are_found(tmp_path):
    texts = []
    for n, title in enumerate(["Val av justerare", "Plan för parken", "Budget för skolan"]):
        top = 700 - 150 * n
        texts += set_lines(50, top, f"§ {n + 1}", f"Dnr KS-2024-0000{n + 1}")
        texts += set_lines(150, top + 6, title) + set_lines(150, top - 20, "Beslut", *BODY)
    document = read_pdf(drawn(*texts), "a.pdf")
    meeting = parse_meeting(document, SourceFile(tmp_path / "a.pdf", "a.pdf", "a", ""))
    assert [(item.number, item.title, item.case_numbers) for item in meeting.items] == [
        ("§ 1", "Val av justerare", ("KS-2024-00001",)),
        ("§ 2", "Plan för parken", ("KS-2024-00002",)),
        ("§ 3", "Budget för skolan", ("KS-2024-00003",)),
    ]


def test_a_wrapped_label_is_one_label():
    texts = set_lines(50, 700, "Ej tjänstgörande", "ersättare") + set_lines(
        180, 700, "Anna Ek (S)", "Bo Berg (M)", "Cia Dal (C)"
    )
    assert lines_of(drawn(*texts)) == [
        "Ej tjänstgörande ersättare\tAnna Ek (S)",
        "Bo Berg (M)",
        "Cia Dal (C)",
    ]


def test_labels_of_one_line_are_read_across():
    texts = set_lines(50, 700, "Plats", "Tid", "Ordförande") + set_lines(
        180, 700, "Rådhuset", "13.00", "Anna Ek"
    )
    assert lines_of(drawn(*texts)) == ["Plats\tRådhuset", "Tid\t13.00", "Ordförande\tAnna Ek"]


def test_headings_farther_left_than_the_text_stay_above_it():
    texts = set_lines(50, 700, "Beslut") + set_lines(100, 686, *BODY)
    texts += set_lines(50, 636, "Ärendet") + set_lines(100, 622, *BODY)
    assert lines_of(drawn(*texts)) == ["Beslut", *BODY, "Ärendet", *BODY]
