"""What a file says it is where it is no minutes."""

import pytest

from corpus.facts.kind import kind_instead


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["Kommunstyrelsen\tKALLELSE", "2024-05-02"], "kallelse"),
        (["Kommunstyrelsen KALLELSE"], "kallelse"),
        (["# Kallelse till kommunfullmäktige"], "kallelse"),
        (["Tjänsteskrivelse", "2023-08-14"], "tjänsteskrivelse"),
        (["Motion om fler laddstolpar"], "motion"),
        (["Kommunstyrelsen", "Sammanträdesprotokoll", "Kallelse"], ""),
        (["Kallelse", "Minnesanteckningar 2024-05-02"], ""),
        (["Kommunstyrelsen", "Kallelsen godkänns."], ""),
        (["Ledamot"] * 10 + ["Kallelse"], ""),
        ([], ""),
    ],
)
def test_a_file_is_what_its_first_lines_say_unless_they_speak_of_minutes(lines, kind):
    assert kind_instead(lines) == kind
