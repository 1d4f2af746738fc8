import pytest

from service.commands.usage import in_swedish


@pytest.mark.parametrize(
    ("english", "swedish"),
    [
        ("No such option: --lmit (Possible options: --limit)", "Valet --lmit finns inte. Menade du --limit?"),
        ("No such option: -x", "Valet -x finns inte."),
        ("No such command 'asl'.", "Kommandot ”asl” finns inte."),
        ("Missing argument 'FRÅGA'.", "FRÅGA saknas."),
        ("Option '--limit' requires an argument.", "Valet --limit behöver ett värde."),
        (
            "Invalid value for '--limit': Input should be a valid integer",
            "Värdet på --limit kan inte användas.",
        ),
    ],
)
def test_what_typer_says_is_said_in_swedish(english: str, swedish: str) -> None:
    assert in_swedish(english) == swedish


def test_what_has_no_known_form_is_passed_on() -> None:
    assert in_swedish("Something new.") == "Something new."
