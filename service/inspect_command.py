"""``qa inspect``: how one file was understood."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.exit_codes import OK
from service.options import OFF, JsonOption
from service.terminal import out, plain, write_json
from service.wording import dates_of, plural

if TYPE_CHECKING:
    from qa.types import AgendaItem, Meeting, Person, Section

EXAMPLES = """\
qa inspect protokoll/2023-02-01.txt
qa inspect protokoll/2023-02-01.txt --json
"""


def inspect(
    file: Annotated[Path, typer.Argument(metavar="FIL", help="Ett protokoll.")],
    as_json: JsonOption = OFF,
) -> int:
    """Visa hur ett protokoll lästes: organ, datum, närvarande, ärenden och vad som var osäkert."""
    meeting = read(file)
    if as_json:
        from service.present import present_inspection

        write_json(present_inspection(meeting))
    else:
        out().print(plain(describe(meeting)), soft_wrap=True)
    return OK


def read(file: Path) -> "Meeting":
    """Read one file as it would be read for the index.

    Raises:
        NotFoundError: there is no such file.
        DocumentError: it cannot be read.
    """
    from corpus.folder import find_sources
    from corpus.reading import read_meeting
    from qa.errors import DocumentError, NotFoundError

    if not file.exists():
        raise NotFoundError(f"Filen {file} finns inte. Kontrollera stavningen.")
    if file.is_dir():
        raise DocumentError(f"{file} är en mapp. Ange en fil, eller läs hela mappen med: qa index {file}")
    found = find_sources([file])
    for source in found.sources:
        return read_meeting(source)
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


def _item(item: "AgendaItem") -> list[str]:
    name = f"{item.number} {item.title}".strip()
    cases = f" [{', '.join(item.case_numbers)}]" if item.case_numbers else ""
    pages = f", s. {item.pages[0]}–{item.pages[-1]}" if item.pages else ""
    sections = [
        f"{section.heading or section.role.value} ({plural(_words(section), 'ord', 'ord')})"
        for section in item.sections
    ]
    return [f"  {name}{cases}{pages}", f"      {' · '.join(sections)}"]


def _words(section: "Section") -> int:
    return sum(len(paragraph.text.split()) for paragraph in section.paragraphs)
