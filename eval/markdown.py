"""A report as a Markdown file."""

from eval.report import Manifest, Report
from eval.table import Table
from eval.tables import tables_of


def report_as_markdown(report: Report) -> str:
    """Return the whole report: tables, then what is needed to have the same figures again."""
    parts = [f"# Utvärdering av {report.manifest.set_name}"]
    parts += [_table(table) for table in tables_of(report)]
    if report.no_answers:
        parts.append(report.no_answers)
    parts.append(_manifest(report.manifest))
    return "\n\n".join(parts) + "\n"


def _table(table: Table) -> str:
    lines = [f"## {table.title}", ""]
    if table.note:
        lines += [table.note, ""]
    lines += [_row(table.header), "|" + " --- |" + " ---: |" * (len(table.header) - 1)]
    return "\n".join([*lines, *(_row(row) for row in table.rows)])


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |"


def _manifest(manifest: Manifest) -> str:
    facts = [
        ("Frågesamling", f"{manifest.set_name}, SHA-256 {manifest.set_digest}"),
        ("Frågor", f"{manifest.answerable} med svar, {manifest.unanswerable} utan svar"),
        ("Djup", f"{manifest.depth} träffar per fråga"),
        (
            "Slump",
            f"frö {manifest.seed}, {manifest.resamples} bootstrapurval, {manifest.permutations} omkastningar",
        ),
        ("Program", f"protokollfraga {manifest.program_version}, Python {manifest.python_version}"),
        ("Dator", manifest.machine),
        ("Tid", manifest.created),
    ]
    if manifest.index is not None:
        index = manifest.index
        facts[2:2] = [
            ("Index", f"{index.version}, {index.passages} stycken, dokument {index.corpus_digest}"),
            ("Modell", f"{index.model}, {index.model_fingerprint}"),
        ]
    return "\n".join(["## Så kördes det", "", *(f"- {name}: {fact}" for name, fact in facts)])
