"""Ten questions with what they got, small enough to be counted by hand."""

from eval.answering import AnswerResult
from eval.judgements import Answerability
from qa.answer import POSSIBLE_FROM, SURE_FROM, Certainty

HAS, FAR, NEAR = Answerability.ANSWERABLE, Answerability.OFF_CORPUS, Answerability.NEAR_MISS


def result(identifier, group, confidence, *, holds=False, kind="who"):
    certainty = None
    if confidence >= POSSIBLE_FROM:
        certainty = Certainty.SURE if confidence >= SURE_FROM else Certainty.POSSIBLE
    return AnswerResult(
        id=identifier,
        question="?",
        kind=kind,
        answerability=group,
        certainty=certainty,
        confidence=confidence,
        holds=holds,
        overlap=0.5 if group is HAS and certainty else None,
        shown="ord" if certainty else "",
        sources=(),
        seconds=0.01,
    )


RESULTS = [
    result("a", HAS, 0.95, holds=True),
    result("b", HAS, 0.85, holds=True),
    result("c", HAS, 0.8, kind="when"),
    result("d", HAS, 0.5, holds=True, kind="when"),
    result("e", HAS, 0.2),
    result("f", FAR, 0.4),
    result("g", FAR, 0.1),
    result("h", NEAR, 0.9),
    result("i", NEAR, 0.6),
    result("j", NEAR, 0.25),
]
