"""What ``qa eval`` shows: the tables of a report, and what left its expected value."""

from typing import TYPE_CHECKING

from rich.box import SIMPLE
from rich.table import Table as Grid

from service.commands.exit_codes import OK
from service.commands.terminal import err, out, plain
from service.wording import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eval.gate import Deviation
    from eval.report import Report
    from eval.table import Table

WIDEST_TABLE = 1000
"""Columns of a table that goes to a file."""
QUALITY = 4
"""Exit code when a mean fell below what ``--expected`` holds."""


def print_report(report: "Report") -> None:
    """Write the tables that matter most for a reader; ``--out`` writes them all."""
    from eval.answer_tables import bands_table, figures_table
    from eval.tables import comparison_table, kind_tables, overall_table, separation_table

    tables = (
        overall_table(report),
        comparison_table(report),
        separation_table(report),
        *kind_tables(report)[:1],
        *((bands_table(report.answers), figures_table(report.answers)) if report.answers else ()),
    )
    for table in tables:
        if table is not None:
            print_table(table)
    if report.no_answers:
        out().print(plain(report.no_answers), soft_wrap=True)
    if report.lost:
        lost = plural(len(report.lost), "bedömt citat", "bedömda citat")
        out().print(f"{lost} finns inte i indexet. Rapporten med --out säger vilka.")


def print_table(table: "Table") -> None:
    """Write one table to the terminal."""
    shown = Grid(box=SIMPLE, pad_edge=False)
    for place, name in enumerate(table.header):
        shown.add_column(plain(name), justify="left" if place == 0 else "right")
    for row in table.rows:
        shown.add_row(*map(plain, row))
    console = out()
    console.print(plain(table.title), style="bold")
    if not console.is_terminal:
        console.width = WIDEST_TABLE  # a file has no edge to wrap at
    console.print(shown)
    if table.note:
        console.print(plain(table.note), style="dim", soft_wrap=True)
    console.print()


def gate(found: "Sequence[Deviation]") -> int:
    """Say which means left their expected value, and return the exit code."""
    from eval.table import decimal

    for deviation in found:
        change = "har sjunkit" if deviation.found < deviation.expected else "har stigit"
        err().print(
            f"{deviation.system}: {deviation.measure} {change} från {decimal(deviation.expected)} "
            f"till {decimal(deviation.found)}."
        )
    if any(deviation.is_worse for deviation in found):
        return QUALITY
    if found:
        err().print("Skriv de nya värdena med --write-expected.")
    return OK
