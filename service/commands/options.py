"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

IndexOption = Annotated[
    Path | None,
    typer.Option("--index", metavar="MAPP", help="Var indexet ligger (annars QA_INDEX, eller ./index)."),
]
ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="MODELL",
        help="Inbäddningsmodell: en mapp eller ett namn (annars QA_MODEL, eller den medföljande).",
    ),
]
OFF = False
"""The default of a flag; typer needs one, and a bare ``False`` says less."""

JsonOption = Annotated[bool, typer.Option("--json", help="Skriv resultatet som JSON på stdout.")]
