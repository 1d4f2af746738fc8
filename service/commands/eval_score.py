"""``qa eval score``: measure TREC runs against TREC qrels, without an index."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from service.commands.eval_options import FolderOption, MissingOption, SeedOption, options_from
from service.commands.eval_output import print_report
from service.commands.exit_codes import OK
from service.commands.options import OFF, JsonOption
from service.commands.terminal import out
from service.wording import plural

DEFAULT_MEASURES = "nDCG@10,AP,RR,P@10,R@100"
EXAMPLES = """\
qa eval score qrels.txt bm25.run
qa eval score qrels.txt bm25.run dense.run --measures nDCG@10,AP --missing zero
qa eval score qrels.txt a.run b.run c.run --out rapport --json > jamforelse.json
"""


def score(  # noqa: PLR0913 - one parameter an option
    qrels: Annotated[
        Path,
        typer.Argument(
            metavar="QRELS", help="Bedömningar: fråga, 0, dokument, grad (TREC), eller BEIR:s tre kolumner."
        ),
    ],
    runs: Annotated[
        list[Path],
        typer.Argument(
            metavar="KÖRNING…",
            help="Körningar i TREC-format: fråga, Q0, dokument, rang, poäng, namn. Flera jämförs parvis.",
        ),
    ],
    measures: Annotated[
        str,
        typer.Option(
            "--measures",
            metavar="MÅTT,…",
            help=f"Mått, som ir_measures eller trec_eval kallar dem (annars {DEFAULT_MEASURES}).",
        ),
    ] = DEFAULT_MEASURES,
    missing: MissingOption = "refuse",
    seed: SeedOption = None,
    folder: FolderOption = None,
    as_json: JsonOption = OFF,
) -> int:
    """Mät körningar i TREC-format mot bedömningar (qrels), utan index. Argumenten står som för trec_eval.

    Måtten är de som trec_eval -c ger, med 95 % bootstrapintervall. Två körningar eller fler jämförs parvis
    med randomiseringstest, rättat för antalet jämförelser. Inom en fråga gäller poängen, och vid lika poäng
    dokumentens id baklänges, som i trec_eval.
    """
    from eval.files import write_outcome
    from eval.report import report_as_json
    from eval.trec_scoring import score_runs

    outcome = score_runs(qrels, runs, options_from(measures, missing, 0, seed))
    if folder is not None:
        write_outcome(folder, outcome)
    if as_json:
        sys.stdout.buffer.write(report_as_json(outcome.report) + b"\n")
        return OK
    print_report(outcome.report)
    judgements = outcome.relevance.judgements.values()
    barren = sum(not any(grade > 0 for grade in judgement.grades.values()) for judgement in judgements)
    if barren:
        topics = plural(barren, "fråga har inget relevant dokument", "frågor har inga relevanta dokument")
        out().print(f"{topics} i {qrels.name} och räknas som 0.", soft_wrap=True)
    return OK
