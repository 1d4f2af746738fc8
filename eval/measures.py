"""Measures of a ranking, by the names of ir_measures.

Each function takes a ranking (document ids, best first, each once) and the grades of one question (document
id to grade; 0 and below, or absent, is not relevant). It returns a number in [0, 1], where
higher is better; a question without relevant documents, and an empty ranking, score 0. Gain is the grade
itself, as in trec_eval. ``cutoff`` None means the whole ranking.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from eval.relevance import Judgement
from qa.errors import EvaluationError

Grades = Mapping[str, int]
_Function = Callable[[Sequence[str], Grades, int | None], float]


def ndcg(ranking: Sequence[str], grades: Grades, cutoff: int | None = None) -> float:
    """Normalised discounted cumulative gain: sum of grade / log2(1 + rank), over that of the ideal ranking.

    Järvelin and Kekäläinen (2002), "Cumulated gain-based evaluation of IR techniques", TOIS 20(4).
    """
    ideal = _dcg(sorted((max(grade, 0) for grade in grades.values()), reverse=True)[:cutoff])
    return _dcg([max(grades.get(document, 0), 0) for document in ranking[:cutoff]]) / ideal if ideal else 0.0


def reciprocal_rank(ranking: Sequence[str], grades: Grades, cutoff: int | None = None) -> float:
    """Return 1 / rank of the first relevant document, 0 where there is none.

    Kantor and Voorhees (2000), "The TREC-5 confusion track", Information Retrieval 2.
    """
    for rank, document in enumerate(ranking[:cutoff], 1):
        if grades.get(document, 0) > 0:
            return 1 / rank
    return 0.0


def average_precision(ranking: Sequence[str], grades: Grades, cutoff: int | None = None) -> float:
    """Mean over all relevant documents of the precision at their rank, 0 for those not found.

    Buckley and Voorhees (2000), "Evaluating evaluation measure stability", SIGIR.
    """
    found = 0
    total = 0.0
    for rank, document in enumerate(ranking[:cutoff], 1):
        if grades.get(document, 0) > 0:
            found += 1
            total += found / rank
    relevant = _relevant(grades)
    return total / relevant if relevant else 0.0


def precision(ranking: Sequence[str], grades: Grades, cutoff: int | None = None) -> float:
    """Return the share of the first ``cutoff`` ranks with a relevant document; ranks left empty count.

    van Rijsbergen (1979), "Information Retrieval", chapter 7.
    """
    depth = len(ranking) if cutoff is None else cutoff
    return _found(ranking, grades, cutoff) / depth if depth else 0.0


def recall(ranking: Sequence[str], grades: Grades, cutoff: int | None = None) -> float:
    """Return the share of the relevant documents that are ranked.

    van Rijsbergen (1979), "Information Retrieval", chapter 7.
    """
    relevant = _relevant(grades)
    return _found(ranking, grades, cutoff) / relevant if relevant else 0.0


def success(ranking: Sequence[str], grades: Grades, cutoff: int | None = None) -> float:
    """Return 1 when at least one relevant document is ranked, else 0.

    Craswell and Hawking (2004), "Overview of the TREC 2004 Web track".
    """
    return 1.0 if _found(ranking, grades, cutoff) else 0.0


def judged(ranking: Sequence[str], grades: Grades, cutoff: int | None = None) -> float:
    """Return the share of the ranked documents that were judged at all, grade 0 included.

    Low values warn that good passages nobody has judged may count as wrong.
    """
    top = ranking[:cutoff]
    return sum(document in grades for document in top) / len(top) if top else 0.0


def _dcg(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(1 + rank) for rank, gain in enumerate(gains, 1))


def _found(ranking: Sequence[str], grades: Grades, cutoff: int | None) -> int:
    return sum(grades.get(document, 0) > 0 for document in ranking[:cutoff])


def _relevant(grades: Grades) -> int:
    return sum(grade > 0 for grade in grades.values())


_UNITS: Mapping[str, _Function] = {"nDCG": ndcg, "AP": average_precision, "R": recall}
"""Measures of how much of what answers was found: they count units."""
_PLACES: Mapping[str, _Function] = {
    "RR": reciprocal_rank,
    "P": precision,
    "Success": success,
    "Judged": judged,
}
"""Measures of how soon a right place is reached: they count places (see ``eval.relevance``)."""
_TREC_NAMES = {
    "ndcg": "nDCG",
    "ndcg_cut": "nDCG",
    "recip_rank": "RR",
    "map": "AP",
    "map_cut": "AP",
    "recall": "R",
    "p": "P",
    "success": "Success",
    "mrr": "RR",
}
_WITHOUT_CUTOFF = ("nDCG", "RR", "AP")
_FORM = re.compile(r"(?P<name>[A-Za-z_]+?)(?:[@_](?P<cutoff>[1-9]\d*))?")


@dataclass(frozen=True, slots=True, order=True)
class Measure:
    """A measure with its cutoff; its text form is ``nDCG@10``, ``AP``."""

    name: str
    cutoff: int | None = None

    def __str__(self) -> str:
        return self.name if self.cutoff is None else f"{self.name}@{self.cutoff}"

    def of(self, ranking: Sequence[str], judgement: Judgement) -> float:
        """Measure one ranking of passage or document ids, in [0, 1]."""
        labels = judgement.label(ranking)
        if self.name in _UNITS:
            return _UNITS[self.name](labels, judgement.grades, self.cutoff)
        return _PLACES[self.name](labels, judgement.places, self.cutoff)


def parse_measure(text: str) -> Measure:
    """Read ``nDCG@10`` (ir_measures) or ``ndcg_cut_10`` (trec_eval), without regard to case.

    Raises:
        EvaluationError: there is no such measure, or it needs a cutoff.
    """
    match = _FORM.fullmatch(text.strip())
    names = {name.lower(): name for name in (*_UNITS, *_PLACES)} | _TREC_NAMES
    if match is None or match["name"].lower() not in names:
        known = ", ".join(f"{name}@k" for name in (*_UNITS, *_PLACES))
        raise EvaluationError(f"Okänt mått {text!r}. Välj bland {known}, där k är ett heltal från 1.")
    name = names[match["name"].lower()]
    if match["cutoff"] is None and name not in _WITHOUT_CUTOFF:
        raise EvaluationError(f"Måttet {text!r} behöver ett djup, till exempel {name}@10.")
    return Measure(name, None if match["cutoff"] is None else int(match["cutoff"]))


def parse_measures(texts: Sequence[str]) -> tuple[Measure, ...]:
    """Read measures, each once; all that cannot be read are named together.

    Raises:
        EvaluationError: some cannot be read, or there are none.
    """
    measures: dict[Measure, None] = {}
    problems = []
    for text in texts:
        try:
            measures[parse_measure(text)] = None
        except EvaluationError as error:
            problems.append(str(error))
    if problems:
        raise EvaluationError(" ".join(problems))
    if not measures:
        raise EvaluationError("Inget mått är angivet. Välj till exempel nDCG@10,Success@5.")
    return tuple(measures)


DEFAULT_MEASURES = (
    Measure("nDCG", 10),
    Measure("RR", 10),
    Measure("Success", 1),
    Measure("Success", 5),
    Measure("R", 5),
    Measure("R", 100),
)
"""The first is the one that systems are compared by."""
