import pytest

from service.pages.text_fragment import text_fragment


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("", ""),
        (" \n ", ""),
        ("Avgiften höjs.", ":~:text=Avgiften%20h%C3%B6js."),
        ("a b c d e f g h i j", ":~:text=a%20b%20c%20d%20e%20f%20g%20h%20i%20j"),
        ("a b c d e f g h i j k", ":~:text=a%20b%20c%20d%20e,g%20h%20i%20j%20k"),
        ("Första stycket.\n\nAndra.", ":~:text=F%C3%B6rsta%20stycket.,Andra."),
        ("kl. 10-12, ja & nej", ":~:text=kl.%2010%2D12%2C%20ja%20%26%20nej"),
    ],
)
def test_a_passage_is_found_by_its_first_and_last_words(text: str, fragment: str) -> None:
    assert text_fragment(text) == fragment
