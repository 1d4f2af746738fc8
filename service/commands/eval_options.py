"""Options that the evaluating commands share, and how to measure, read from the words of the command line."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa.errors import UsageError

if TYPE_CHECKING:
    from eval.report import Options

MinutesOption = Annotated[
    list[Path] | None,
    typer.Option("--minutes", metavar="MAPP", help="Protokoll som indexeras först; kan anges flera gånger."),
]
MissingOption = Annotated[
    str,
    typer.Option(
        "--missing",
        metavar="refuse|zero",
        help="Om en körning saknar frågor: vägra, eller räkna 0 (som trec_eval -c).",
    ),
]
SeedOption = Annotated[int | None, typer.Option("--seed", metavar="TAL", min=0, help="Frö för slumpen.")]
FolderOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="MAPP",
        help="Skriv rapport (JSON, Markdown), diagram (SVG, CSV), körningar och bedömningar hit.",
    ),
]


def options_from(measures: str, missing: str, depth: int, seed: int | None) -> "Options":
    """Read how to measure from the words of the command line.

    Raises:
        UsageError: ``missing`` is neither refuse nor zero.
        EvaluationError: a measure is unknown.
    """
    from eval.measures import parse_measures
    from eval.report import Options
    from eval.scores import Missing
    from eval.statistics import SEED

    if missing not in tuple(Missing):
        raise UsageError(f"--missing {missing!r} finns inte. Välj {' eller '.join(Missing)}.")
    return Options(
        parse_measures(names_in(measures)), Missing(missing), depth, SEED if seed is None else seed
    )


def check_depth(options: "Options") -> None:
    """Check that runs go as deep as the measures look.

    Raises:
        UsageError: a measure looks deeper.
    """
    deepest = max(measure.cutoff or 0 for measure in options.measures)
    if deepest > options.depth:
        raise UsageError(
            f"Måtten ser {deepest} träffar djupt men --depth är {options.depth}. "
            "Öka --depth eller välj andra mått."
        )


def names_in(text: str) -> tuple[str, ...]:
    """Return the names of a list with commas, each once."""
    return tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
