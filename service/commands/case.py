"""``qa case``: the journey of a case in the terminal."""

import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

from service.commands.exit_codes import OK
from service.commands.options import OFF, IndexOption, JsonOption
from service.commands.terminal import out, plain, write_json
from service.wiring import settings_with
from service.wording import dates_of

if TYPE_CHECKING:
    from qa.cases.journey import Case, Reference, Step

_INDENT = "   "
_TIES = {"bordläggning": "Bordlagt", "återremiss": "Återremitterat", "hänvisning": "Hänvisar till"}
_BELONGS = {"hänvisad": "Ärendet hänvisar hit.", "hänvisar": "Hänvisar till ärendet."}

EXAMPLES = """\
qa case RS-2023-00123
qa case "KS 2024/45" --json
"""


def case(
    number: Annotated[
        str, typer.Argument(metavar="NUMMER", help="Diarienumret, som protokollen skriver det.")
    ],
    index_folder: IndexOption = None,
    as_json: JsonOption = OFF,
) -> int:
    """Visa ett ärendes gång: alla gånger det har varit uppe, i tidsordning, och vad det blev av det."""
    from qa.cases.journey import CaseBook
    from qa.index.generation import open_index

    index = open_index(settings_with(index_folder, None).index)
    journey = CaseBook(index.meetings).journey(number)
    if as_json:
        from service.api.present_case import present_case

        write_json(present_case(journey, index.version))
    else:
        print_case(journey)
    return OK


def print_case(journey: "Case") -> None:
    """Write the journey of a case for a reader."""
    console = out()
    console.print(_wrap(f"{journey.number} {journey.title}", ""), style="bold", soft_wrap=True)
    for step in journey.steps:
        console.print("")
        _print_step(step)
    if journey.related_numbers:
        console.print(_wrap(f"\nHör ihop med {', '.join(journey.related_numbers)}", ""), soft_wrap=True)


def _print_step(step: "Step") -> None:
    from service.commands.proceedings_wording import outcome_line

    console = out()
    console.print(plain(f"{dates_of(step.meeting)}  {step.meeting.body}"), style="dim", soft_wrap=True)
    console.print(_wrap(step.citation.text), style="bold", soft_wrap=True)
    if step.belonging in _BELONGS:
        console.print(f"{_INDENT}{_BELONGS[step.belonging]}", soft_wrap=True)
    for outcome in step.item.proceedings.outcomes:
        console.print(_wrap(outcome_line(outcome)), soft_wrap=True)
    for reference in step.references:
        console.print(_wrap(_sentence(reference)), style="dim", soft_wrap=True)


def _sentence(reference: "Reference") -> str:
    note = "" if reference.item_id or reference.case_number else "(finns inte bland protokollen här)"
    return " ".join(part for part in (_TIES[reference.tie], reference.body, reference.text, note) if part)


def _wrap(text: str, indent: str = _INDENT) -> str:
    return textwrap.fill(plain(text), out().width, initial_indent=indent, subsequent_indent=_INDENT)
