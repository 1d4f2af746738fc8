"""What is wrong with a file of judgements, line by line, told all at once."""

import gzip
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from qa.errors import EvaluationError

MOST_SHOWN = 20
"""Problems spelled out in one message."""


@dataclass(slots=True)
class Problems:
    """Collects the problems of one file, so that they can be mended in one go."""

    file: Path
    found: list[str] = field(default_factory=list)

    def add(self, line: int, problem: str) -> None:
        """Note a problem, in Swedish: what is wrong and what to do."""
        self.found.append(f"rad {line}: {problem}")

    def check(self) -> None:
        """Raise all that was noted.

        Raises:
            EvaluationError: at least one problem was noted.
        """
        if not self.found:
            return
        lines = "\n".join(f"  {problem}" for problem in self.found[:MOST_SHOWN])
        rest = len(self.found) - MOST_SHOWN
        more = f"\n  … och {rest} till" if rest > 0 else ""
        raise EvaluationError(f"{self.file.name} kan inte användas, {len(self.found)} fel:\n{lines}{more}")


def read_lines(path: Path) -> list[tuple[int, str]]:
    """Return number and text of the lines of a UTF-8 file, also a ``.gz``, that are not blank.

    Raises:
        EvaluationError: the file is missing, unreadable or not UTF-8.
    """
    try:
        content = path.read_bytes()
        text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8-sig")
    except FileNotFoundError as error:
        raise EvaluationError(f"Filen {path} finns inte. Kontrollera sökvägen.") from error
    except UnicodeDecodeError as error:
        raise EvaluationError(f"{path.name} är inte UTF-8 ({error}). Spara filen som UTF-8.") from error
    except (OSError, EOFError, zlib.error) as error:
        raise EvaluationError(f"{path.name} kan inte läsas: {error}.") from error
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
