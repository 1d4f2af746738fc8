"""A report as tables of Swedish text, for a terminal or Markdown alike."""

from collections.abc import Sequence

from eval.answer_tables import answer_tables
from eval.comparison import Comparison
from eval.report import Report
from eval.table import MISSING, Table, decimal, interval_text, p_text

MOST_DELTAS = 10
"""Questions listed in each direction when two systems are compared."""


def overall_table(report: Report) -> Table:
    """One row a measure, one column a system: means with intervals, and the time of a search."""
    rows = [
        (measure, *(interval_text(system.overall[measure]) for system in report.systems))
        for measure in report.measures
    ]
    is_timed = any(system.latency for system in report.systems)
    if is_timed:
        rows.append(
            (
                "ms per fråga",
                *(
                    MISSING if system.latency is None else decimal(system.latency.p50, 1)
                    for system in report.systems
                ),
            )
        )
    manifest = report.manifest
    note = (
        f"Medel över {manifest.answerable} bedömda frågor, "
        f"inom hakar 95 % bootstrapintervall (frö {manifest.seed})."
    )
    if is_timed:
        note += " Tiden är medianen."
    lacking = [f"{system.name} {system.missing}" for system in report.systems if system.missing]
    if lacking:
        note += f" Frågor som saknas och räknas som 0: {', '.join(lacking)}."
    header = ("Mått", *(system.name for system in report.systems))
    return Table(f"{manifest.set_name}: alla frågor", header, tuple(rows), note)


def kind_table(report: Report, measure: str) -> Table:
    """One row a kind of question, one column a system."""
    kinds = report.systems[0].kinds
    rows = [
        (
            kind,
            str(result.questions),
            *(decimal(system.kinds[kind].means[measure]) for system in report.systems),
        )
        for kind, result in sorted(kinds.items())
    ]
    header = ("Slag", "frågor", *(system.name for system in report.systems))
    return Table(f"{measure} per slag av fråga", header, tuple(rows))


def kind_tables(report: Report) -> Sequence[Table]:
    """One table a measure; none for a set whose questions are all of one kind."""
    if len(report.systems[0].kinds) == 1:
        return ()
    return [kind_table(report, measure) for measure in report.measures]


def comparison_table(report: Report) -> Table | None:
    """One row a pair of systems, None where there is nothing to compare."""
    if not report.comparisons:
        return None
    rows = [
        (
            f"{comparison.second} mot {comparison.first}",
            interval_text(comparison.difference, sign="+"),
            p_text(comparison.p),
            p_text(comparison.p_holm),
            f"{comparison.better} / {comparison.worse} / {comparison.equal}",
        )
        for comparison in report.comparisons
    ]
    manifest = report.manifest
    note = (
        f"p: parat randomiseringstest, {manifest.permutations} omkastningar, frö {manifest.seed}. "
        f"p (Holm) tar hänsyn till att {len(report.comparisons)} par jämförs."
    )
    header = ("Jämförelse", "skillnad", "p", "p (Holm)", "bättre / sämre / lika")
    return Table(f"Parvis skillnad i {report.measures[0]}", header, tuple(rows), note)


def separation_table(report: Report) -> Table | None:
    """One row a system, None for a set without unanswerable questions."""
    rows = [
        (system.name, interval_text(separation.auroc), decimal(separation.rejected))
        for system in report.systems
        if (separation := system.separation) is not None
    ]
    if not rows:
        return None
    manifest = report.manifest
    note = (
        f"{manifest.unanswerable} frågor utan svar mot {manifest.answerable} med svar, efter första träffens "
        "poäng. "
        "Avvisade: andelen frågor utan svar under den gräns som behåller 90 % av dem med svar."
    )
    return Table("Frågor utan svar", ("Sökmetod", "AUROC", "avvisade vid 90 %"), tuple(rows), note)


def delta_table(report: Report, comparison: Comparison) -> Table:
    """The questions on which two systems differ most."""
    questions = {question.id: question for question in report.questions}
    gained = [delta for delta in comparison.deltas if delta.value > 0][:MOST_DELTAS]
    lost = [delta for delta in comparison.deltas if delta.value < 0][-MOST_DELTAS:]
    rows = [
        (
            ": ".join(filter(None, (delta.question_id, questions[delta.question_id].question))),
            questions[delta.question_id].kind or MISSING,
            decimal(questions[delta.question_id].values[comparison.first][comparison.measure]),
            decimal(questions[delta.question_id].values[comparison.second][comparison.measure]),
            decimal(delta.value, sign="+"),
        )
        for delta in [*gained, *lost]
    ]
    title = f"{comparison.measure} per fråga, {comparison.second} mot {comparison.first}"
    return Table(title, ("Fråga", "slag", comparison.first, comparison.second, "skillnad"), tuple(rows))


def lost_table(report: Report) -> Table | None:
    """The judged quotes that the index does not hold, None where it holds all."""
    if not report.lost:
        return None
    rows = [
        (lost.question_id, lost.answer.file, lost.answer.item, lost.answer.quote, lost.reason)
        for lost in report.lost
    ]
    note = "Svaren räknas ändå: de finns inte att hitta, och sänker nDCG och R."
    return Table(
        "Bedömda citat som inte återfinns", ("Fråga", "fil", "ärende", "citat", "orsak"), tuple(rows), note
    )


def tables_of(report: Report) -> Sequence[Table]:
    """Return every table of a report, in reading order."""
    tables = [
        overall_table(report),
        comparison_table(report),
        separation_table(report),
        *kind_tables(report),
        *(delta_table(report, comparison) for comparison in report.comparisons),
        *answer_tables(report.answers),
        lost_table(report),
    ]
    return [table for table in tables if table is not None]
