"""What was found about the program's answers, as tables of Swedish text."""

from collections.abc import Mapping, Sequence

from eval.answer_measures import OF_A_KIND, Figure
from eval.answer_report import AnswerReport
from eval.answering import AnswerResult
from eval.judgements import Answerability
from eval.table import MISSING, Table, decimal, interval_text
from qa.answer import Certainty

MOST_WRONG = 20
"""Answers listed that do not hold."""
LONGEST_SHOWN = 160
"""Characters of such an answer; the JSON has all of it."""
GROUP_NAMES: Mapping[Answerability, str] = {
    Answerability.ANSWERABLE: "svar finns i protokollen",
    Answerability.OFF_CORPUS: "saken finns inte där",
    Answerability.NEAR_MISS: "saken finns, men inte uppgiften",
}
_LABELS: Mapping[str, str] = {
    "answered": "Svar finns: får ett svar",
    "holds": "– svaret håller, av dem",
    "sure": "Svar finns: får ett säkert svar",
    "holds_of_sure": "– svaret håller, av dem",
    "answered_unanswerable": "Svar saknas: får ändå ett svar",
    "answered_off_corpus": "– när saken inte finns",
    "answered_near_miss": "– när bara uppgiften saknas",
    "sure_unanswerable": "Svar saknas: får ändå ett säkert svar",
    "sure_off_corpus": "– när saken inte finns",
    "sure_near_miss": "– när bara uppgiften saknas",
    "right_of_shown": "Svaret håller, av alla svar som visas",
    "auroc_unanswerable": "AUROC: frågor med svar mot utan",
    "auroc_off_corpus": "– mot dem där saken inte finns",
    "auroc_near_miss": "– mot dem där bara uppgiften saknas",
    "auroc_holds": "AUROC: svar som håller mot allt annat",
    "aurc": "AURC, risk i medel (lägre är bättre)",
    "calibration_error": "Kalibreringsfel, ECE (lägre är bättre)",
    "token_f1": "Ordöverlapp med närmaste citat (F1)",
}
"""The figures in reading order."""


def answer_tables(report: AnswerReport | None) -> Sequence[Table]:
    """Return every table on answers in reading order; none where answers were not measured."""
    if report is None:
        return ()
    tables = [bands_table(report), figures_table(report), kinds_table(report)]
    return [table for table in (*tables, reliability_table(report), wrong_table(report)) if table is not None]


def bands_table(report: AnswerReport) -> Table:
    """One row for each answerability: how many questions got a sure answer, a possible one, or none."""
    rows = [
        (GROUP_NAMES[group], *map(str, (bands.questions, bands.sure, bands.possible, bands.refused)))
        for group, bands in report.bands.items()
    ]
    note = f"Med programmets egna gränser. Median {decimal(report.p50, 1)} ms per fråga."
    if report.left_out:
        note += f" {report.left_out} frågor utan citat att jämföra med är inte med."
    header = ("Fråga", "antal", "säkert svar", "möjligt svar", "inget svar")
    return Table("Svar: vad frågorna fick", header, tuple(rows), note)


def figures_table(report: AnswerReport) -> Table:
    """One row a figure, with its interval and the number of questions it is of."""
    rows = [
        (label, interval_text(report.figures[name].value), str(report.figures[name].questions))
        for name, label in _LABELS.items()
        if name in report.figures
    ]
    note = (
        "Ett svar håller när det som visas innehåller ett bedömt citat eller halva av ett långt. "
        "AUROC går efter säkerheten, också där inget svar visas. "
        "Inom hakar 95 % bootstrapintervall; sist hur många frågor måttet gäller."
    )
    return Table("Svar: mått", ("Mått", "värde", "frågor"), tuple(rows), note)


def kinds_table(report: AnswerReport) -> Table | None:
    """One row a kind of question with an answer, None where all are of one kind."""
    if len(report.kinds) < 2:
        return None
    rows = [
        (kind, str(figures["answered"].questions), *(_printed(figures.get(name)) for name in OF_A_KIND))
        for kind, figures in report.kinds.items()
    ]
    header = ("Slag", "frågor", "besvarade", "håller, av dem", "säkra", "håller, av dem")
    return Table("Svar: per slag av fråga", header, tuple(rows))


def reliability_table(report: AnswerReport) -> Table | None:
    """One row a bin of the reliability diagram, None where nothing was answered."""
    if not report.reliability:
        return None
    rows = [
        (
            f"{decimal(one.low, 1)}–{decimal(one.high, 1)}",
            str(one.questions),
            decimal(one.confidence, 2),
            interval_text(one.right, digits=2),
        )
        for one in report.reliability
    ]
    header = ("Säkerhet", "svar", "i medel", "håller")
    note = "Säkerheten går att tro på när de två sista kolumnerna är ungefär lika."
    return Table("Svar: går säkerheten att tro på?", header, tuple(rows), note)


def wrong_table(report: AnswerReport) -> Table | None:
    """The surest answers that do not hold, None where all do."""
    wrong = [one for one in report.questions if one.is_answered and not one.holds]
    wrong.sort(key=lambda one: (-(one.confidence or 0.0), one.id))
    rows = [_wrong_row(one) for one in wrong[:MOST_WRONG]]
    if not rows:
        return None
    note = f"De {len(rows)} säkraste av {len(wrong)}."
    return Table("Svar som inte håller", ("Fråga", "svar", "säkerhet", "det som visades"), tuple(rows), note)


def _wrong_row(one: AnswerResult) -> tuple[str, ...]:
    shown = one.shown if len(one.shown) <= LONGEST_SHOWN else f"{one.shown[:LONGEST_SHOWN]}…"
    group = "" if one.answerability is Answerability.ANSWERABLE else f" ({GROUP_NAMES[one.answerability]})"
    return (
        f"{one.id}: {one.question}{group}",
        "säkert" if one.certainty is Certainty.SURE else "möjligt",
        decimal(one.confidence or 0.0, 2),
        shown,
    )


def _printed(figure: Figure | None) -> str:
    return MISSING if figure is None else interval_text(figure.value, digits=2)
