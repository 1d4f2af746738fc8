"""``qa inspect``: how one file was understood, or how well all of them were."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa.errors import UsageError
from service.commands.exit_codes import OK
from service.commands.options import OFF, JsonOption
from service.commands.terminal import out, plain, write_json
from service.wording import dates_of, plural

if TYPE_CHECKING:
    from qa.types import AgendaItem, Meeting, Person, Section

EXAMPLES = """\
qa inspect protokoll/2023-02-01.txt
qa inspect protokoll/2023-02-01.txt --json
qa inspect --all protokoll
"""


def inspect(
    files: Annotated[
        list[Path], typer.Argument(metavar="FIL", help="Ett protokoll; med --all mappar med protokoll.")
    ],
    every: Annotated[
        bool, typer.Option("--all", help="Visa hur väl varje fil i mapparna lästes, de sämsta först.")
    ] = OFF,
    as_json: JsonOption = OFF,
) -> int:
    """Visa hur ett protokoll lästes: organ, datum, närvarande, ärenden och vad som var osäkert."""
    if every:
        from service.commands.quality import inspect_all

        return inspect_all(files, as_json=as_json)
    if len(files) > 1:
        raise UsageError(f"Ange en fil, eller --all för att se över flera ({len(files)} angavs).")
    meeting = read(files[0])
    if as_json:
        from service.api.present import present_inspection

        write_json(present_inspection(meeting))
    else:
        out().print(plain(describe(meeting)), soft_wrap=True)
    return OK


def read(file: Path) -> "Meeting":
    """Read one file as it would be read for the index, with what is said of personal data among its warnings.

    Raises:
        NotFoundError: there is no such file.
        DocumentError: it cannot be read.
    """
    from corpus.folder import find_sources
    from corpus.privacy.policy import with_policy
    from corpus.reading import read_meeting
    from qa.errors import DocumentError, NotFoundError
    from qa.settings import read_settings

    if not file.exists():
        raise NotFoundError(f"Filen {file} finns inte. Kontrollera stavningen.")
    if file.is_dir():
        raise DocumentError(
            f"{file} är en mapp. Ange en fil, eller se över hela mappen med: qa inspect --all {file}"
        )
    found = find_sources([file])
    for source in found.sources:
        meeting = read_meeting(with_policy(source, read_settings().privacy))
        notes = meeting.reading.privacy_notes if meeting.reading else ()
        return replace(meeting, warnings=(*meeting.warnings, *notes))
    reason = found.skipped[0].reason if found.skipped else "är dold; byt namn på den"
    raise DocumentError(f"{file} {reason.rstrip('.')}.")


def describe(meeting: "Meeting") -> str:
    """Say in Swedish how a meeting was understood."""
    facts = [
        ("Organ", meeting.body or "okänt"),
        ("Rubrik", meeting.title),
        ("Datum", dates_of(meeting)),
        ("Om datumet", meeting.date_note),
        ("Tid", meeting.time),
        ("Plats", meeting.place),
        ("Närvarande", ", ".join(_person(person) for person in meeting.attendees)),
        ("Frånvarande", ", ".join(_person(person) for person in meeting.absent)),
        ("Webbadress", meeting.source_url),
    ]
    lines = [f"{name}: {value}" for name, value in facts if value]
    lines += ["", plural(len(meeting.items), "ärende", "ärenden")]
    lines += [line for item in meeting.items for line in _item(item)]
    if meeting.warnings:
        lines += ["", "Osäkert:", *(f"  {warning}" for warning in meeting.warnings)]
    return "\n".join(lines)


def _person(person: "Person") -> str:
    return f"{person.name} ({person.party})" if person.party else person.name


def _pages(pages: Sequence[int]) -> str:
    first, last = pages[0], pages[-1]
    return str(first) if first == last else f"{first}–{last}"


def _item(item: "AgendaItem") -> list[str]:
    from service.commands.proceedings_wording import proceedings_lines

    name = f"{item.number} {item.title}".strip()
    cases = f" [{', '.join(item.case_numbers)}]" if item.case_numbers else ""
    pages = f", s. {_pages(item.pages)}" if item.pages else ""
    sections = [
        f"{section.heading or section.role.value} ({plural(_words(section), 'ord', 'ord')})"
        for section in item.sections
    ]
    became = [f"      {line}" for line in proceedings_lines(item.proceedings)]
    return [f"  {name}{cases}{pages}", f"      {' · '.join(sections)}", *became]


def _words(section: "Section") -> int:
    return sum(len(paragraph.text.split()) for paragraph in section.paragraphs)
