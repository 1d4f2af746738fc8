"""The description of the API, where it differs from what FastAPI writes by itself."""

from typing import Any

from fastapi import FastAPI

from service.api.problems import MEDIA_TYPE, Problem

DESCRIPTION = """\
Frågor och svar ur mötesprotokoll, med källhänvisning till varje stycke.

Alla namn är engelska, alla värden för läsare svenska. Datum skrivs ÅÅÅÅ-MM-DD. Okända parametrar är
fel, aldrig tysta. Varje svar bär `X-Request-ID`; skickas en sådan rubrik med kommer den tillbaka.

Fel är `application/problem+json` (RFC 9457); adressen i `type` leder till en förklaring.
"""
_FIRST_ERROR = 400

Responses = dict[int | str, dict[str, Any]]
"""What FastAPI takes as the further responses of a route."""


def describe_failure(status: int, description: str) -> Responses:
    """Return the entry of a failure in the description of a route."""
    return {status: {"model": Problem, "description": description}}


def correct_description(app: FastAPI) -> None:
    """Give errors the media type that they really have, and say in Swedish what FastAPI says itself."""
    for operations in app.openapi()["paths"].values():
        for operation in operations.values():
            for status, response in operation["responses"].items():
                content = response.get("content", {})
                if int(status) < _FIRST_ERROR:
                    response["description"] = "Svaret"
                elif "application/json" in content:
                    content[MEDIA_TYPE] = content.pop("application/json")
