import pytest

from qa.language import language_of_passage, language_of_question


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("vad sades om serviceavgiften?", "sv"),
        ("serviceavgiften", "sv"),
        ("budget 2025", "sv"),
        ("simhall", "sv"),
        ("vad kostar tillstandsvillkorade parkeringsrutor", "sv"),
        ("What did they say about the service fee?", "en"),
        ("menopause information campaign", "en"),
        ("§ 96", "sv"),
    ],
)
def test_a_question_is_known_by_its_words(question: str, language: str) -> None:
    assert language_of_question(question) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nämnden beslutar att bifalla yrkandet från ordföranden.", "sv"),
        ("The committee decided to approve the proposal from the chair.", "en"),
        ("Valtuusto päätti hyväksyä esityksen ja lähettää asian hallitukselle.", "fi"),
        ("12 345", "sv"),
    ],
)
def test_a_passage_in_another_language_is_marked(text: str, language: str) -> None:
    assert language_of_passage(text) == language
