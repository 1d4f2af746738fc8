import pytest

from service.pages.language import accepted_language, chosen_language
from service.pages.words import Language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "sv"),
        ("", "sv"),
        ("de", "sv"),
        ("*", "sv"),
        ("en", "en"),
        ("EN-gb", "en"),
        ("en;q=0.5, sv;q=0.9", "sv"),
        ("sv;q=0.5,en-US;q=0.9", "en"),
        ("en, sv", "sv"),  # liked as much: the minutes are in Swedish
        ("da, en;q=0.8, sv;q=0", "en"),
        ("en;q=x, ;;;, sv;q=0.1", "sv"),
        ("en;q=1.2.3", "sv"),
    ],
)
def test_the_language_a_browser_likes_best_wins(header: str | None, language: str) -> None:
    assert accepted_language(header) == language


@pytest.mark.parametrize(
    ("value", "language"), [("en", "en"), ("sv", "sv"), ("fi", None), ("", None), (None, None)]
)
def test_only_languages_that_there_are_can_be_chosen(value: str | None, language: Language | None) -> None:
    assert chosen_language(value) == language
