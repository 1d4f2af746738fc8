"""``qa inspect --all``: how every file of some folders was understood, the worst first."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from service.commands.exit_codes import OK, PARTIAL
from service.commands.terminal import out, plain, write_json
from service.commands.terminal_progress import shown_progress
from service.quality_wording import facts_of
from service.wording import plural

if TYPE_CHECKING:
    from qa.progress import Progress
    from qa.quality import Quality

MOST_REASONS_SHOWN = 6
"""Reasons named for each file in the terminal; ``--json`` names them all."""


def inspect_all(folders: Sequence[Path], *, as_json: bool) -> int:
    """Show how well each file was read, those that want a look first.

    Raises:
        DocumentError: a folder does not exist or holds nothing that can be read.
        SettingError: a variable of the environment cannot be used.
    """
    with shown_progress() as progress:
        qualities = judge(folders, progress)
    if as_json:
        from service.commands.quality_report import report_of

        write_json(report_of(qualities))
    else:
        out().print(plain(describe(qualities)), soft_wrap=True)
    return PARTIAL if any(quality.meeting is None for quality in qualities) else OK


def judge(folders: Sequence[Path], progress: "Progress") -> "list[Quality]":
    """Read every file as it would be read for the index, and say how well that went."""
    from qa.errors import DocumentError
    from qa.quality import quality_of, quality_of_unread, worst_first
    from qa.settings import read_settings
    from service.commands.building import sources_in, unreadable

    settings = read_settings()
    sources = sources_in(folders, settings.index, settings.privacy)
    qualities = [quality_of_unread(failure.file, failure.message) for failure in unreadable(sources)]
    progress.stage("Läser protokoll", len(sources.to_read))
    for source in sources.to_read:
        try:
            qualities.append(quality_of(source.load()))
        except DocumentError as error:
            qualities.append(quality_of_unread(source.file, str(error)))
        progress.advance()
    return worst_first(qualities)


def describe(qualities: "Sequence[Quality]") -> str:
    """Say in Swedish what was recognised in each file and what is doubtful."""
    doubtful = [quality for quality in qualities if _all_reasons(quality)]
    lines = [line for quality in doubtful for line in _lines(quality)]
    good = [quality for quality in qualities if not _all_reasons(quality)]
    if good:
        lines += ["", f"Utan anmärkning ({len(good)}):"]
        lines += [f"  {quality.file}: {facts_of(quality)}" for quality in good]
    files = plural(len(qualities), "fil", "filer")
    return "\n".join([*lines, "", f"{files}, varav {len(doubtful)} att se över (de viktigaste först)."])


def _lines(quality: "Quality") -> list[str]:
    all_reasons = _all_reasons(quality)
    hidden = len(all_reasons) - MOST_REASONS_SHOWN
    rest = [f"    … och {hidden} till; --json visar alla"] if hidden > 0 else []
    reasons = [f"    {reason}" for reason in all_reasons[:MOST_REASONS_SHOWN]]
    return [quality.file, f"  {facts_of(quality)}", *reasons, *rest]


def _all_reasons(quality: "Quality") -> tuple[str, ...]:
    return (*quality.privacy_notes, *quality.reasons)
