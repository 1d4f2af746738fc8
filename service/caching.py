"""Conditional requests (RFC 9110, part 13): the same question to the same index has the same answer."""

import hashlib
import json

from qa.types import Question


def etag_of_answer(question: Question, index_version: str, program_version: str) -> str:
    """Return the entity tag of an answer.

    It is weak: two answers of one tag mean the same, but differ in the time they took.
    """
    where = question.where
    parts = (
        program_version,
        index_version,
        question.text,
        question.limit,
        where.body,
        str(where.date_from),
        str(where.date_to),
        where.case_number,
        where.file,
    )
    return f'W/"{hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]}"'


def is_known(etag: str, if_none_match: str | None) -> bool:
    """Say whether the caller has the answer already, by the header ``If-None-Match``."""
    known = [candidate.strip().removeprefix("W/") for candidate in (if_none_match or "").split(",")]
    return "*" in known or etag.removeprefix("W/") in known
