"""Text of scanned pages, by the program tesseract where it is installed and can read Swedish."""

import csv
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.readers.pdf_words import Word

HOW_TO_INSTALL = (
    "installera tesseract med svenska (i Debian och Ubuntu: tesseract-ocr, tesseract-ocr-swe och "
    "tesseract-ocr-script-latn)"
)
_PROGRAM = "tesseract"
_MODELS = (("Latin",), ("script/Latin",), ("swe", "eng"), ("swe",))
"""Sets of models, the best first: the Swedish one does not know the paragraph sign, the others do."""
_SECONDS_TO_ASK, _SECONDS_PER_PAGE = 20, 120
_LINE_LEVEL, _WORD_LEVEL = "4", "5"
_LEAST_CONFIDENCE = 20.0
"""Per cent; below it are specks and signatures."""


def is_installed() -> bool:
    """Tell whether tesseract is there and can read Swedish."""
    return _model() is not None


@cache
def _model() -> str | None:
    """Return the name of the best model that is installed, None for none that reads Swedish."""
    listed = (_run(["--list-langs"], b"", _SECONDS_TO_ASK) or "").split()
    return next(("+".join(models) for models in _MODELS if set(models) <= set(listed)), None)


def recognised_words(image: bytes, dots_per_point: float) -> list[Word] | None:
    """Return the words of a page image.

    Args:
        image: the page as PGM, grey.
        dots_per_point: how large it is drawn.

    Returns:
        The words with places in points; None where tesseract failed or took too long.
    """
    model = _model()
    if model is None:
        return None
    table = _run(["stdin", "stdout", "-l", model, "tsv"], image, _SECONDS_PER_PAGE)
    return None if table is None else list(_words(table, dots_per_point))


def _run(arguments: Sequence[str], image: bytes, seconds: int) -> str | None:
    """Return what tesseract prints, None where it is not installed, fails or takes too long."""
    program = shutil.which(_PROGRAM)
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments, no shell; the image goes through a pipe
            [program, *arguments],
            input=image,
            capture_output=True,
            timeout=seconds,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")


def _words(table: str, dots_per_point: float) -> Iterator[Word]:
    """Read the table that tesseract writes: a line of print, then its words."""
    bottom = height = 0.0
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] == _LINE_LEVEL:
            height = int(row["height"]) / dots_per_point
            bottom = int(row["top"]) / dots_per_point + height
        elif row["level"] == _WORD_LEVEL and float(row["conf"]) >= _LEAST_CONFIDENCE and row["text"].strip():
            left = int(row["left"]) / dots_per_point
            right = left + int(row["width"]) / dots_per_point
            yield Word(row["text"].strip(), left, right, bottom, max(height, 1.0), bold=False)
