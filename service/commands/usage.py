"""What is wrong with a command line, in Swedish.

Typer says it in English only and offers no way to translate. Its messages have few forms, so they
are read here; one of an unknown form is passed on as it is.
"""

import re

_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), swedish)
    for pattern, swedish in (
        (r"No such option: (\S+) ?\(Possible options: (.+)\)", r"Valet \1 finns inte. Menade du \2?"),
        (r"No such option: (\S+).*", r"Valet \1 finns inte."),
        (r"No such command '(.+?)'.*", r"Kommandot ”\1” finns inte."),
        (r"Missing command\.", r"Det saknas ett kommando."),
        (r"Missing argument '(.+?)'.*", r"\1 saknas."),
        (r"Missing option '(.+?)'.*", r"Valet \1 saknas."),
        (r"Option '(.+?)' requires an argument\.", r"Valet \1 behöver ett värde."),
        (r"Option '(.+?)' requires (\d+) arguments\.", r"Valet \1 behöver \2 värden."),
        (r"Option '(.+?)' does not take a value\.", r"Valet \1 tar inget värde."),
        (
            r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)",
            r"Oväntat: \1. En fråga med flera ord skrivs inom citattecken.",
        ),
        (r"Invalid value for '(.+?)'.*", r"Värdet på \1 kan inte användas."),
    )
)


def in_swedish(message: str) -> str:
    """Return a usage error of typer in Swedish."""
    for pattern, swedish in _FORMS:
        found = pattern.fullmatch(message.strip())
        if found:
            return found.expand(swedish)
    return message
