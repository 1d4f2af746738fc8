"""The quality gate: what a question set is expected to score (``eval/expected/``), and what left it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.answer_measures import LOWER_IS_BETTER
from eval.report import Report
from qa.errors import EvaluationError

TOLERANCE = 0.02
"""How far a mean may fall: two or three questions of a hundred, as another machine's rounding may move."""
ANSWERS = "svar"
"""What the answers go by where retrieval systems go by their names."""
_DIGITS = 4
_ROUNDING = 10**-_DIGITS
"""What rounding may add to a difference."""


@dataclass(frozen=True, slots=True)
class ExpectedFigure:
    """A figure of the answers, and how far it may be from it: by one question of its group at least."""

    value: float
    tolerance: float


@dataclass(frozen=True, slots=True)
class ExpectedScores:
    """Means by system and measure, and figures of the answers, for one version of a question set."""

    set_name: str
    set_digest: str
    tolerance: float
    systems: Mapping[str, Mapping[str, float]]
    answers: Mapping[str, ExpectedFigure] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Deviation:
    """A figure that is further from its expected value than the tolerance."""

    system: str
    measure: str
    expected: float
    found: float

    @property
    def is_worse(self) -> bool:
        """Whether it went the wrong way; one that became better only asks for the file to be written anew."""
        if self.system == ANSWERS and self.measure in LOWER_IS_BETTER:
            return self.found > self.expected
        return self.found < self.expected


_EXPECTED = TypeAdapter(ExpectedScores)


def expected_from(report: Report, tolerance: float = TOLERANCE) -> ExpectedScores:
    """Take the figures of a report as what to expect from now on."""
    systems = {
        system.name: {measure: round(system.overall[measure].mean, _DIGITS) for measure in report.measures}
        for system in report.systems
    }
    figures = report.answers.figures if report.answers else {}
    answers = {
        name: ExpectedFigure(
            round(figure.value.mean, _DIGITS), round(max(tolerance, 1 / figure.questions), _DIGITS)
        )
        for name, figure in figures.items()
    }
    return ExpectedScores(report.manifest.set_name, report.manifest.set_digest, tolerance, systems, answers)


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
    """Return the figures that deviate by more than their tolerance, in the order of the file.

    Raises:
        EvaluationError: the scores are for another set or version of it, or the report lacks some of them.
    """
    manifest = report.manifest
    if expected.set_digest != manifest.set_digest:
        raise EvaluationError(
            f"Förväntade värden gäller {expected.set_name} {expected.set_digest[:12]}, men frågesamlingen är "
            f"{manifest.set_name} {manifest.set_digest[:12]}. Skriv nya med --write-expected."
        )
    found = _found(report)
    deviating = []
    for system, measure, figure in _expected(expected):
        if (system, measure) not in found:
            raise EvaluationError(
                f"Förväntade värden nämner {measure} för {system}, men det har inte mätts. "
                "Lägg till det med --compare eller --measures."
            )
        value = found[system, measure]
        if abs(value - figure.value) > figure.tolerance + _ROUNDING:
            deviating.append(Deviation(system, measure, figure.value, value))
    return tuple(deviating)


def _expected(expected: ExpectedScores) -> Iterator[tuple[str, str, ExpectedFigure]]:
    """Yield system, measure and what is expected, the answers last."""
    for system, means in expected.systems.items():
        for measure, mean in means.items():
            yield system, measure, ExpectedFigure(mean, expected.tolerance)
    for name, figure in expected.answers.items():
        yield ANSWERS, name, figure


def _found(report: Report) -> dict[tuple[str, str], float]:
    figures = {
        (system.name, measure): interval.mean
        for system in report.systems
        for measure, interval in system.overall.items()
    }
    if report.answers:
        figures |= {(ANSWERS, name): figure.value.mean for name, figure in report.answers.figures.items()}
    return figures
