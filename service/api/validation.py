"""What pydantic found wrong with a request, said in Swedish."""

from collections.abc import Mapping, Sequence
from typing import Literal, TypedDict

from service.api.problems import (
    INVALID_FILTER,
    INVALID_JSON,
    INVALID_QUESTION,
    INVALID_REQUEST,
    ProblemType,
    ValueProblem,
)
from service.api.requests import FILTER_RULE, QUESTION_RULE

JSON_INVALID = "json_invalid"

_MESSAGES: dict[str, str] = {
    "missing": "”{name}” saknas.",
    "extra_forbidden": "”{name}” är ingen känd parameter. Kontrollera stavningen eller ta bort den.",
    "string_type": "”{name}” ska vara text.",
    "string_too_long": "”{name}” är för långt.",
    "string_unicode": "”{name}” innehåller tecken som inte är giltig Unicode.",
    "int_parsing": "”{name}” ska vara ett heltal, men är ”{value}”.",
    "int_type": "”{name}” ska vara ett heltal, men är ”{value}”.",
    "int_from_float": "”{name}” ska vara ett heltal, men är ”{value}”.",
    "int_parsing_size": "”{name}” är ett för stort tal.",
    "greater_than_equal": "”{name}” ska vara minst {ge}, men är {value}.",
    "less_than_equal": "”{name}” ska vara högst {le}, men är {value}.",
    "model_attributes_type": "Innehållet ska vara ett JSON-objekt, skickat som ”application/json”.",
    JSON_INVALID: "Innehållet är inte läsbar JSON.",
}
_OWN_TYPES = {
    QUESTION_RULE: INVALID_QUESTION,
    FILTER_RULE: INVALID_FILTER,
    JSON_INVALID: INVALID_JSON,
}
_OTHER = "”{name}” har ett värde som inte kan användas."
_LONGEST_VALUE_SHOWN = 60


class Finding(TypedDict, total=False):
    """One finding of pydantic, as much of it as is used."""

    type: str
    loc: Sequence[str | int]
    msg: str
    input: object
    ctx: Mapping[str, object]


def describe_findings(findings: Sequence[Finding]) -> list[ValueProblem]:
    """Return one entry per finding, in order."""
    return [
        ValueProblem(pointer=_pointer(finding), location=_location(finding), detail=_detail(finding))
        for finding in findings
    ]


def type_of_findings(findings: Sequence[Finding]) -> ProblemType:
    """Return the kind of failure: the particular one where all findings are of one kind."""
    kinds = {_OWN_TYPES.get(finding["type"], INVALID_REQUEST).slug: finding["type"] for finding in findings}
    if len(kinds) != 1:
        return INVALID_REQUEST
    return _OWN_TYPES.get(next(iter(kinds.values())), INVALID_REQUEST)


def _detail(finding: Finding) -> str:
    kind = finding["type"]
    context = finding.get("ctx", {})
    if kind in (QUESTION_RULE, FILTER_RULE):
        return str(context["message"])
    names = _names(finding)
    return _MESSAGES.get(kind, _OTHER).format(
        name=names[-1] if names else "innehållet",
        value=_shorten(finding.get("input")),
        ge=context.get("ge"),
        le=context.get("le"),
    )


def _names(finding: Finding) -> list[str]:
    """Return the path to the value, without the place it was found in.

    The place of a JSON syntax error is a byte offset, which is no path.
    """
    return [] if finding["type"] == JSON_INVALID else [str(part) for part in finding["loc"][1:]]


def _pointer(finding: Finding) -> str:
    """Return a JSON pointer in its URI fragment form (RFC 6901, part 6)."""
    escaped = (name.replace("~", "~0").replace("/", "~1") for name in _names(finding))
    return "#" + "".join(f"/{name}" for name in escaped)


def _location(finding: Finding) -> Literal["query", "body", "path"]:
    place = finding["loc"][0] if finding["loc"] else "body"
    if place == "query":
        return "query"
    return "path" if place == "path" else "body"


def _shorten(value: object) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST_VALUE_SHOWN else text[:_LONGEST_VALUE_SHOWN] + "…"
