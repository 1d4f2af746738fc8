import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.fixed_expressions import fixed_expressions, words_outside


@pytest.mark.parametrize(
    ("question", "expressions"),
    [
        ("Vad hände i RS-2023-00188?", ["rs-2023-00188"]),
        ("vad beslutades i BUN 2020/145", ["bun 2020/145"]),
        ("vad hände med 2020/145", ["2020/145"]),
        ("1212/21", ["1212/21"]),
        ("mötet den 6 mars 2024", ["6 mars 2024"]),
        ("i september 2024", ["september 2024"]),
        ("2024-03-06", ["2024-03-06"]),
        ("paragraf 45 och punkten 3", ["§ 45", "punkt 3"]),
        ("budget 2024 i mars", []),
        ("14,5 miljoner och 300 kronor", []),
    ],
)
def test_expressions_that_mean_something_as_a_whole_are_found(question: str, expressions: list[str]) -> None:
    assert [one.text for one in fixed_expressions(question)] == expressions


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("RS-2023-00188", "Ärendet RS 2023/00188 återremitteras", True),
        ("RS-2023-00188", "Under 2023 minskade RS kostnader", False),
        ("RS-2023-00188", "RS-2023-001881", False),
        ("6 mars 2024", "Mötet den 6 Mars 2024 öppnades", True),
        ("6 mars 2024", "5–6 mars 2020", False),
        ("6 mars 2024", "16 mars 2024", False),
        ("§ 45", "Se §45 i protokollet", True),
        ("paragraf 45", "KS § 45 Nytt badhus", True),
        ("§ 45", "45 procent", False),
        ("§ 45", "§ 455", False),
    ],
)
def test_an_expression_stands_in_a_text_only_whole_however_it_is_punctuated(
    question: str, text: str, *, expected: bool
) -> None:
    (expression,) = fixed_expressions(question)
    assert expression.stands_in(text) is expected


def test_words_outside_expressions_count_by_themselves() -> None:
    assert words_outside("Budget 2023 i RS-2023-00188") == {"budget", "2023", "i"}


@given(st.text(max_size=60))
def test_an_expression_stands_in_its_own_question(question: str) -> None:
    assert all(one.stands_in(question) for one in fixed_expressions(question))
