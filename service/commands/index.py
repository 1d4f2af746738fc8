"""``qa index``: read minutes and build or update the index."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.commands.exit_codes import OK, PARTIAL
from service.commands.options import OFF, IndexOption, JsonOption, ModelOption
from service.commands.resuming import say_resumed, told_what_is_kept
from service.commands.terminal import out, plain, write_json
from service.commands.terminal_progress import shown_progress
from service.wiring import encoder_of, settings_with
from service.wording import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.commands.building import Account

EXAMPLES = """\
qa index protokoll
qa index namnden fullmaktige --index /srv/qa/index
qa index protokoll --json > rapport.json
"""
MOST_NAMES_SHOWN = 20
"""Files named in each group of the summary; ``--json`` names them all."""


def index(
    folders: Annotated[
        list[Path], typer.Argument(metavar="MAPP...", help="Mappar med protokoll, eller enstaka filer.")
    ],
    index_folder: IndexOption = None,
    model: ModelOption = None,
    as_json: JsonOption = OFF,
) -> int:
    """Läs protokoll och bygg sökindexet. Körs det igen läses bara det som är nytt eller ändrat.

    Det som hinner läsas och beräknas sparas. Avbryts kommandot kan det köras igen, och fortsätter då
    därifrån.
    """
    from service.commands.building import build, sources_in

    settings = settings_with(index_folder, model)
    with told_what_is_kept(settings.index), shown_progress() as progress:
        sources = sources_in(folders, settings.index, settings.privacy)
        account = build(sources, settings.index, encoder_of(settings, progress), progress, say_resumed)
    if as_json:
        from service.commands.index_report import report_of

        write_json(report_of(account, settings.index))
    else:
        out().print(plain(summary(account, settings.index)), soft_wrap=True)
    return PARTIAL if account.is_partial else OK


def summary(account: "Account", folder: Path) -> str:
    """Say in Swedish what was read, what was not and why, and what the index now holds."""
    report = account.report
    changes = [
        ("Nya", report.added),
        ("Ändrade", report.changed),
        ("Borttagna", report.removed),
    ]
    lines = [line for title, names in changes for line in _group(title, names)]
    if report.unchanged:
        lines.append(f"Oförändrade: {plural(len(report.unchanged), 'fil', 'filer')}")
    troubles = [
        ("Kunde inte läsas", [f"{failure.file}: {failure.message}" for failure in account.failed]),
        ("Läses inte", [f"{failure.file}: {failure.message}" for failure in account.ignored]),
        ("Lästes, men med förbehåll", account.warnings),
    ]
    lines += [line for title, names in troubles for line in _group(title, names)]
    lines += [*_personal_data(account), *_withheld(account)]
    meetings = plural(report.meetings, "sammanträde", "sammanträden")
    items = plural(report.items, "ärende", "ärenden")
    passages = plural(report.passages, "stycke", "stycken")
    lines.append(f"Indexet i {folder} har {meetings}, {items} och {passages} (utgåva {report.version}).")
    return "\n".join(lines)


def _personal_data(account: "Account") -> list[str]:
    """Say how much personal data of each kind there is in the index; the warnings say where."""
    counts = Counter(data.kind for data in account.report.personal_data)
    found = ", ".join(f"{kind.value} ({count})" for kind, count in sorted(counts.items()))
    return [f"Personuppgifter som hittades: {found}."] if found else []


def _withheld(account: "Account") -> list[str]:
    """Say what would have come back if it were not purged."""
    names = ", ".join(account.report.withheld[:MOST_NAMES_SHOWN])
    return [f"Raderat, och därför inte med: {names} (qa purge --list visar allt)."] if names else []


def _group(title: str, names: "Sequence[str]") -> list[str]:
    if not names:
        return []
    hidden = len(names) - MOST_NAMES_SHOWN
    rest = [f"  … och {hidden} till; --json visar alla"] if hidden > 0 else []
    return [f"{title} ({len(names)}):", *(f"  {name}" for name in names[:MOST_NAMES_SHOWN]), *rest]
