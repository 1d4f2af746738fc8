"""Conditional requests (RFC 9110, part 13): the same question to the same index has the same answer."""

import hashlib
import json

from qa.arrangement import AS_RANKED, Arrangement
from qa.types import Question


def etag_of_answer(
    question: Question,
    index_version: str,
    program_version: str,
    offset: int = 0,
    arrangement: Arrangement = AS_RANKED,
) -> str:
    """Return the entity tag of an answer laid out so, or of the part of it that begins at ``offset``."""
    where = question.where
    return etag_of(
        program_version,
        index_version,
        question.text,
        question.limit,
        where.body,
        str(where.date_from),
        str(where.date_to),
        where.case_number,
        where.file,
        where.section,
        str(question.understand),
        offset,
        arrangement.order,
        arrangement.grouping,
    )


def etag_of(*parts: str | int | None) -> str:
    """Return the entity tag of what these parts determine.

    It is weak: two answers of one tag mean the same, but may differ in the time they took.
    """
    return f'W/"{hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]}"'


def is_known(etag: str, if_none_match: str | None) -> bool:
    """Say whether the caller has the answer already, by the header ``If-None-Match``."""
    known = [candidate.strip().removeprefix("W/") for candidate in (if_none_match or "").split(",")]
    return "*" in known or etag.removeprefix("W/") in known
