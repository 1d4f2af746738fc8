"""The quality gate: what a question set is expected to score (``eval/expected/``), and what left it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.report import Report
from qa.errors import EvaluationError

TOLERANCE = 0.02
"""How far a mean may fall: two or three questions of a hundred, as another machine's rounding may move."""
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class ExpectedScores:
    """Means by system and measure, for one version of a question set."""

    set_name: str
    set_digest: str
    tolerance: float
    systems: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Deviation:
    """A mean that is further from its expected value than the tolerance."""

    system: str
    measure: str
    expected: float
    found: float

    @property
    def is_worse(self) -> bool:
        """Whether it fell; a mean that rose only asks for the file to be written anew."""
        return self.found < self.expected


_EXPECTED = TypeAdapter(ExpectedScores)


def expected_from(report: Report, tolerance: float = TOLERANCE) -> ExpectedScores:
    """Take the means of a report as what to expect from now on."""
    systems = {
        system.name: {measure: round(system.overall[measure].mean, _DIGITS) for measure in report.measures}
        for system in report.systems
    }
    return ExpectedScores(report.manifest.set_name, report.manifest.set_digest, tolerance, systems)


def write_expected(path: Path, expected: ExpectedScores) -> None:
    """Write expected scores as JSON."""
    path.write_bytes(_EXPECTED.dump_json(expected, indent=1) + b"\n")


def read_expected(path: Path) -> ExpectedScores:
    """Read expected scores.

    Raises:
        EvaluationError: the file is missing or not of this form.
    """
    try:
        return _EXPECTED.validate_json(path.read_bytes())
    except OSError as error:
        raise EvaluationError(f"Filen {path} kan inte läsas: {error.strerror}.") from error
    except ValidationError as error:
        raise EvaluationError(
            f"{path.name} har inte formen för förväntade värden ({error.error_count()} fel). "
            "Skriv den på nytt med --write-expected."
        ) from error


def deviations(report: Report, expected: ExpectedScores) -> tuple[Deviation, ...]:
    """Return the means that deviate by more than the tolerance, in the order of the file.

    Raises:
        EvaluationError: the scores are for another set or version of it, or the report lacks some of them.
    """
    manifest = report.manifest
    if expected.set_digest != manifest.set_digest:
        raise EvaluationError(
            f"Förväntade värden gäller {expected.set_name} {expected.set_digest[:12]}, men frågesamlingen är "
            f"{manifest.set_name} {manifest.set_digest[:12]}. Skriv nya med --write-expected."
        )
    found = {system.name: system.overall for system in report.systems}
    deviating = []
    for system, means in expected.systems.items():
        for measure, mean in means.items():
            if measure not in found.get(system, {}):
                raise EvaluationError(
                    f"Förväntade värden nämner {measure} för {system}, men det har inte mätts. "
                    "Lägg till det med --compare eller --measures."
                )
            value = found[system][measure].mean
            if abs(value - mean) > expected.tolerance:
                deviating.append(Deviation(system, measure, mean, value))
    return tuple(deviating)
