"""Answers as the service gives them, from minutes of an invented region."""

from collections.abc import Mapping, Sequence

from qa.question.matching import WordMatcher, lines_of_words
from qa.text import normalise

QUESTION = "Vad sades om serviceavgiften 2024?"


HERE: Mapping[str, object] = {}


def citation(changes: Mapping[str, object] = HERE) -> dict[str, object]:
    return {
        "text": "Regionstyrelsen Sundmark 6 mars 2024, § 31 Serviceavgift för gemensamma tjänster",
        "body": "Regionstyrelsen Sundmark",
        "meeting_id": "rs-2024-03-06",
        "meeting_date": "2024-03-06",
        "meeting_end_date": None,
        "date_basis": "stated",
        "item_id": "rs-2024-03-06/31",
        "item_number": "§ 31",
        "item_title": "Serviceavgift för gemensamma tjänster",
        "case_numbers": ["RS-2024-00117"],
        "section": "beslut",
        "page": 4,
        "source_file": "rs-2024-03-06.txt",
        "source_url": "https://example.org/protokoll/rs-2024-03-06.pdf",
    } | dict(changes)


def why(question: str, text: str) -> dict[str, object]:
    """Which words of a question the service finds in a text."""
    words = WordMatcher(normalise(question)).words_in(lines_of_words(text))
    return {
        "words": [
            {"asked": word.asked, "found": word.found, "kind": word.kind, "parts": [], "in_heading": False}
            for word in words
        ],
        "nearness": "sure",
        "section": "beslut",
        "preferred": [],
        "filters": [],
        "text": "Likhet med frågan: säker.",
    }


def hit(
    rank: int = 1, confidence: float = 0.91, text: str = "", where: Mapping[str, object] = HERE
) -> dict[str, object]:
    text = text or (
        "Regionstyrelsen beslutar att serviceavgiften för 2024 räknas upp med 2,4 procent. "
        "Avgifterna fördelas mellan kommunerna efter invånarantal."
    )
    return {
        "rank": rank,
        "passage_id": f"rs-2024-03-06/31/{rank}",
        "score": 1 / rank,
        "confidence": confidence,
        "text": text,
        "citation": citation(where),
        "why": why(QUESTION, text),
    }


FORUM = {
    "text": "Kommun- och regionforum Sundmark 1–2 februari 2023, punkt 3 Gemensam yta",
    "body": "Kommun- och regionforum Sundmark",
    "meeting_date": "2023-02-01",
    "meeting_end_date": "2023-02-02",
    "item_id": "forum-2023-02-01/3",
    "item_number": "3",
    "item_title": "Gemensam yta för utveckling",
    "case_numbers": [],
    "section": "anteckningar",
    "page": None,
    "source_url": "",
}

UNDATED = {
    "meeting_date": None,
    "date_basis": "unknown",
    "source_url": "",
    "item_number": "§ 8",
    "item_title": "Lokaler",
    "case_numbers": [],
    "section": "text",
    "page": None,
}


def three_hits() -> list[dict[str, object]]:
    """One hit of each confidence; the last has none of the question's words and no known date."""
    return [
        hit(1, 0.91),
        hit(2, 0.62, "Forumet samtalade om hur serviceavgifter bör beräknas framöver.", FORUM),
        hit(
            3,
            0.2,
            "Kostnaden för lokaler delas lika.",
            UNDATED,
        ),
    ]


def response(
    hits: Sequence[dict[str, object]] | None = None,
    answer: dict[str, object] | None = None,
    reason: str | None = None,
    **changes: object,
) -> dict[str, object]:
    hits = three_hits() if hits is None else list(hits)
    return {
        "question": QUESTION,
        "language": "sv",
        "answer": answer,
        "no_answer_reason": reason,
        "hits": hits,
        "total": len(hits),
        "took_ms": 12.5,
        "index_version": "1",
        "model": "fake",
    } | changes


def sentence(
    text: str, where: Mapping[str, object] = HERE, passage_id: str = "rs-2024-03-06/31/1"
) -> dict[str, object]:
    """One sentence of an answer."""
    return {
        "passage_id": passage_id,
        "start": 0,
        "end": len(text),
        "text": text,
        "citation": citation(where),
    }


def answer(certainty: str = "sure", *spans: dict[str, object]) -> dict[str, object]:
    spans = spans or (sentence("Serviceavgiften för 2024 räknas upp med 2,4 procent."),)
    text = " ".join(str(span["text"]) for span in spans)
    return {"text": text, "confidence": 0.9, "certainty": certainty, "spans": list(spans)}


SUGGESTIONS = {
    "suggestions": [
        {"text": "Serviceavgift för gemensamma tjänster", "kind": "title"},
        {"text": "RS-2024-00117", "kind": "case_number"},
        {"text": "serviceavgift", "kind": "topic"},
    ]
}
