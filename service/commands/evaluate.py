"""``qa eval``: how well the right passages are found, on a judged question set."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from service.commands import eval_make, eval_score
from service.commands.eval_options import (
    FolderOption,
    MinutesOption,
    MissingOption,
    SeedOption,
    check_depth,
    names_in,
    options_from,
)
from service.commands.eval_output import gate, print_report
from service.commands.exit_codes import OK
from service.commands.options import OFF, IndexOption, JsonOption, ModelOption
from service.commands.terminal_progress import shown_progress

if TYPE_CHECKING:
    from typer._click import Context  # what typer types its own method by; only named, never loaded

DEFAULT_COMPARE = "bm25,dense,hybrid"
DEFAULT_MEASURES = "nDCG@10,RR@10,Success@1,Success@5,R@5,R@100"
EXAMPLES = """\
qa eval exempel
qa eval fragor.jsonl --minutes protokoll --compare dense,hybrid --out rapport
qa eval beir/scifact --measures nDCG@10,R@100 --json > scifact.json
qa eval exempel --expected eval/expected/exempel.json
"""


class SetFirst(TyperGroup):
    """Takes ``qa eval SET`` for ``qa eval run SET``."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Put ``run`` before what is not the name of a command."""
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["run", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(cls=SetFirst, add_completion=False, rich_markup_mode=None)


@app.callback(epilog=EXAMPLES + eval_make.EXAMPLES + eval_score.EXAMPLES)
def root() -> None:
    """Mät hur väl rätt stycken hittas och om svaren håller: qa eval SAMLING.

    Gör en egen samling med qa eval make; mät färdiga körningar i TREC-format med qa eval score.
    """


app.command("make", epilog=eval_make.EXAMPLES)(eval_make.make)
app.command("score", epilog=eval_score.EXAMPLES)(eval_score.score)


@app.command("run", epilog=EXAMPLES)
def run(  # noqa: PLR0913 - one parameter an option
    question_set: Annotated[
        str,
        typer.Argument(
            metavar="SAMLING",
            help="Frågesamling: en JSONL-fil, en BEIR-mapp eller en medföljande samling (exempel).",
        ),
    ],
    index_folder: IndexOption = None,
    minutes: MinutesOption = None,
    model: ModelOption = None,
    compare: Annotated[
        str,
        typer.Option(
            "--compare", metavar="NAMN,…", help=f"Sökmetoder som jämförs (annars {DEFAULT_COMPARE})."
        ),
    ] = DEFAULT_COMPARE,
    runs: Annotated[
        list[Path] | None,
        typer.Option(
            "--run", metavar="FIL", help="Körning i TREC-format att ta med; kan anges flera gånger."
        ),
    ] = None,
    measures: Annotated[
        str,
        typer.Option(
            "--measures", metavar="MÅTT,…", help=f"Mått, det första avgör (annars {DEFAULT_MEASURES})."
        ),
    ] = DEFAULT_MEASURES,
    depth: Annotated[
        int, typer.Option("--depth", metavar="ANTAL", min=1, help="Träffar som rangordnas per fråga.")
    ] = 100,
    missing: MissingOption = "refuse",
    seed: SeedOption = None,
    folder: FolderOption = None,
    expected: Annotated[
        Path | None,
        typer.Option(
            "--expected",
            metavar="FIL",
            help="Jämför med förväntade värden; slutar med kod 4 om något sjunkit.",
        ),
    ] = None,
    new_expected: Annotated[
        Path | None,
        typer.Option("--write-expected", metavar="FIL", help="Skriv de mätta värdena som förväntade."),
    ] = None,
    as_json: JsonOption = OFF,
) -> int:
    """Ställ alla frågor i en samling, jämför sökmetoder, och mät om programmets egna svar håller.

    Svaren mäts när samlingen har citat (vår JSONL) eller metadata.answers (BEIR): hur många frågor som
    besvaras, om svaren håller, om frågor utan svar avvisas, och om säkerheten går att tro på.
    """
    from eval.files import write_outcome
    from eval.gate import deviations, expected_from, read_expected, write_expected
    from eval.report import report_as_json
    from service.commands.evaluating import Plan, evaluate, find_set, place_of

    held = read_expected(expected) if expected else None
    options = options_from(measures, missing, depth, seed)
    check_depth(options)
    questions, own_minutes = find_set(question_set)
    place = place_of(index_folder, minutes or (), own_minutes, model)
    with shown_progress() as progress:
        outcome = evaluate(questions, place, Plan(names_in(compare), tuple(runs or ()), options), progress)
    if folder is not None:
        write_outcome(folder, outcome)
    if new_expected is not None:
        write_expected(new_expected, expected_from(outcome.report))
    if as_json:
        sys.stdout.buffer.write(report_as_json(outcome.report) + b"\n")
    else:
        print_report(outcome.report)
    return gate(deviations(outcome.report, held)) if held else OK
