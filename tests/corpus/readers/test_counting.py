"""Numbers in the formats of lists."""

import pytest

from corpus.readers.counting import bullet, in_style


@pytest.mark.parametrize(
    ("value", "style", "shown"),
    [
        (3, "decimal", "3"),
        (3, "lowerLetter", "c"),
        (28, "lowerLetter", "bb"),
        (3, "upperLetter", "C"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (7, "decimalZero", "07"),
        (7, "ordinalText", "7"),
        (7, "none", ""),
        (0, "lowerLetter", "0"),
        (-1, "lowerRoman", "-1"),
        (5000, "upperRoman", "5000"),
    ],
)
def test_a_number_is_shown_in_its_format(value, style, shown):
    assert in_style(value, style) == shown


@pytest.mark.parametrize(
    ("sign", "shown"), [("-", "-"), (" – ", "–"), ("\uf0b7", "•"), ("o", "•"), ("", "•")]
)
def test_dashes_stay_and_other_signs_are_dots(sign, shown):
    assert bullet(sign) == shown
