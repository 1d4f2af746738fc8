"""Small invented meetings for tests, with runs that hold."""

from collections.abc import Sequence
from datetime import date

from qa.types import AgendaItem, DateBasis, Meeting, Paragraph, ParagraphKind, Role, Run, Section


class Writer:
    """Writes paragraphs into one growing source text, so that their runs point into it."""

    def __init__(self) -> None:
        self.source = ""

    def paragraph(
        self, text: str, kind: ParagraphKind = ParagraphKind.PROSE, page: int | None = None
    ) -> Paragraph:
        start = len(self.source)
        self.source += text + "\n\n"
        return Paragraph(text, (Run(0, start, len(text)),), kind, page)

    def wrapped(self, lines: Sequence[str]) -> Paragraph:
        """A paragraph whose lines stand on lines of their own in the source."""
        runs, position = [], 0
        for line in lines:
            runs.append(Run(position, len(self.source), len(line)))
            self.source += line + "\n"
            position += len(line) + 1
        return Paragraph(" ".join(lines), tuple(runs))


def make_item(meeting_id: str, number: str, title: str, *texts: str, case: str = "") -> AgendaItem:
    writer = Writer()
    return AgendaItem(
        id=f"{meeting_id}/{number.strip('§ ') or title.lower()}",
        number=number,
        title=title,
        case_numbers=(case,) if case else (),
        sections=(Section(Role.TEXT, "", tuple(writer.paragraph(text) for text in texts)),),
    )


def make_meeting(
    meeting_id: str,
    items: Sequence[AgendaItem],
    day: date | None = date(2024, 3, 6),
    body: str = "Sundnämnden",
) -> Meeting:
    return Meeting(
        id=meeting_id,
        body=body,
        title=body,
        start_date=day,
        date_basis=DateBasis.STATED if day else DateBasis.UNKNOWN,
        source_file=f"{meeting_id}.txt",
        items=tuple(items),
    )


def sample_meetings() -> list[Meeting]:
    """Three meetings of two bodies, one of unknown date."""
    return [
        make_meeting(
            "namnd/2024-03-06",
            [
                make_item(
                    "namnd/2024-03-06",
                    "§ 1",
                    "Serviceavgift",
                    "Serviceavgiften höjs till 14,5 mnkr.",
                    case="SN-2024-00012",
                ),
                make_item(
                    "namnd/2024-03-06",
                    "§ 2",
                    "Simhallen",
                    "Simhallen i Östervik blir dyrare.",
                    "Den öppnar hösten 2025.",
                ),
            ],
        ),
        make_meeting(
            "forum/2023-02-01",
            [
                make_item(
                    "forum/2023-02-01",
                    "3",
                    "Gemensam yta",
                    "Serviceavgiften togs upp. Utformningen ses över.",
                )
            ],
            day=date(2023, 2, 1),
            body="Sundforum",
        ),
        make_meeting(
            "forum/internat",
            [
                make_item(
                    "forum/internat", "", "Vinterväghållning", "Cykelbanorna ska plogas före klockan sju."
                )
            ],
            day=None,
            body="Sundforum",
        ),
    ]
