import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.pages.highlighting import Highlighter


def marked(question: str, text: str) -> list[str]:
    return [stretch.text for stretch in Highlighter(question).mark(text).stretches if stretch.is_marked]


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (
            "Vad sades om serviceavgiften?",
            "Om serviceavgift och serviceavgifter.",
            ["serviceavgift", "serviceavgifter"],
        ),
        ("skolan", "Skolorna och förskolan", ["Skolorna"]),  # a short stem marks only what begins so
        ("simhallen", "Östra simhallens avgifter", ["simhallens"]),
        ("taxa 2024", "Taxa 2024, 20245, taxan 24", ["Taxa", "2024", "taxan"]),
        ("vård på ön", "Vård, vard, ön, on", ["Vård", "ön"]),
        ("vad är det", "Vad är det som gäller", []),
        ("", "Inget är frågat", []),
    ],
)
def test_the_words_of_the_question_are_marked(question: str, text: str, expected: list[str]) -> None:
    assert marked(question, text) == expected


def test_the_words_found_are_named_once_as_the_text_has_them() -> None:
    found = Highlighter("avgift simhall").mark("Avgiften, avgiften och simhallar").found
    assert found == ("avgiften", "simhallar")


@given(st.text(max_size=40), st.text(max_size=80))
def test_the_stretches_joined_are_the_text(question: str, text: str) -> None:
    stretches = Highlighter(question).mark(text).stretches
    assert "".join(stretch.text for stretch in stretches) == text
    assert all(stretch.text for stretch in stretches)
