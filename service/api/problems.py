"""Errors as the outside sees them: problem details (RFC 9457) in Swedish.

Every failure of the API has one of the types below. A type's URI is the address of a page on
this server that explains it.
"""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, Field

from qa.errors import (
    FilterError,
    IndexFormatError,
    IndexMissingError,
    ModelError,
    NotFoundError,
    QaError,
    QuestionError,
    UsageError,
)

MEDIA_TYPE = "application/problem+json"


class NotReadyError(QaError):
    """The index and the model are still being read."""


@dataclass(frozen=True, slots=True)
class ProblemType:
    """A kind of failure: the last part of its URI, HTTP status, title and what to do about it."""

    slug: str
    status: int
    title: str
    help: str

    @property
    def uri(self) -> str:
        """Where this kind of failure is explained, relative to the root of the service."""
        return f"/problem/{self.slug}"


INVALID_REQUEST = ProblemType(
    "ogiltig-begaran",
    422,
    "Begäran kan inte användas",
    "Ett eller flera värden saknas, är okända eller har fel form. ”errors” säger vilka och varför. "
    "Alla parametrar står i API-beskrivningen på /docs.",
)
INVALID_QUESTION = ProblemType(
    "ogiltig-fraga",
    422,
    "Frågan kan inte användas",
    "Frågan är tom eller för lång. Skriv en fråga eller några sökord, högst 2 000 tecken.",
)
INVALID_FILTER = ProblemType(
    "ogiltigt-filter",
    422,
    "Filtret kan inte användas",
    "Ett filter motsäger sig självt eller kan inte läsas, till exempel ett från-datum efter till-datumet.",
)
INVALID_JSON = ProblemType(
    "ogiltig-json",
    400,
    "Innehållet är inte läsbar JSON",
    "Skicka ett JSON-objekt i UTF-8 med rubriken ”Content-Type: application/json”, "
    'till exempel {"q": "Vad sades om serviceavgiften?"}.',
)
NOT_FOUND = ProblemType(
    "finns-inte",
    404,
    "Det finns inget med det namnet",
    "Sammanträdet eller ärendet finns inte i indexet som används nu. Det kan ha tagits bort eller "
    "bytt namn när protokollen lästes om. Sök på nytt, eller hämta listan från /v1/meetings.",
)
NO_SUCH_ADDRESS = ProblemType(
    "okand-adress",
    404,
    "Adressen finns inte",
    "Kontrollera stavningen. Sökningen finns på /, API:et under /v1 och dess beskrivning på /docs.",
)
METHOD_NOT_ALLOWED = ProblemType(
    "fel-metod",
    405,
    "Metoden stöds inte på denna adress",
    "Rubriken ”Allow” i svaret säger vilka metoder som går att använda.",
)
TOO_LARGE = ProblemType(
    "for-stor",
    413,
    "Begäran är för stor",
    "Innehållet får vara högst 64 KiB. En fråga får vara högst 2 000 tecken.",
)
NOT_READY = ProblemType(
    "laser-in",
    503,
    "Tjänsten läser in",
    "Indexet och modellen läses in efter start. Det tar oftast några sekunder; rubriken "
    "”Retry-After” säger när det är dags att försöka igen.",
)
NO_INDEX = ProblemType(
    "inget-index",
    503,
    "Det finns inget index att söka i",
    "Den som sköter servern behöver bygga indexet med ”qa index”. Tjänsten börjar svara av sig själv "
    "när det är klart.",
)
NO_MODEL = ProblemType(
    "ingen-modell",
    503,
    "Modellen kan inte användas",
    "Den som sköter servern behöver rätta inställningen för modellen och starta om tjänsten.",
)
INTERNAL = ProblemType(
    "internt-fel",
    500,
    "Något gick fel i tjänsten",
    "Felet är inte ditt. Det står i serverns logg under begärans id (X-Request-ID); "
    "uppge det när du kontaktar den som sköter servern.",
)
OTHER = ProblemType(
    "annat-fel",
    400,
    "Begäran kunde inte besvaras",
    "Servern kunde inte besvara begäran. ”detail” säger vad som hände.",
)

PROBLEM_TYPES = (
    INVALID_REQUEST,
    INVALID_QUESTION,
    INVALID_FILTER,
    INVALID_JSON,
    NOT_FOUND,
    NO_SUCH_ADDRESS,
    METHOD_NOT_ALLOWED,
    TOO_LARGE,
    NOT_READY,
    NO_INDEX,
    NO_MODEL,
    INTERNAL,
    OTHER,
)

_BY_ERROR: tuple[tuple[type[QaError], ProblemType], ...] = (
    (QuestionError, INVALID_QUESTION),
    (FilterError, INVALID_FILTER),
    (UsageError, INVALID_REQUEST),
    (NotFoundError, NOT_FOUND),
    (NotReadyError, NOT_READY),
    (IndexMissingError, NO_INDEX),
    (IndexFormatError, NO_INDEX),
    (ModelError, NO_MODEL),
)


class ValueProblem(BaseModel):
    """One value that could not be used."""

    pointer: str = Field(
        description="JSON-pekare till värdet, i adressens parametrar eller i innehållet.",
        examples=["#/limit"],
    )
    location: Literal["query", "body", "path"] = Field(description="Var värdet stod.")
    detail: str = Field(description="Vad som är fel och vad som går att skriva i stället.")


class Problem(BaseModel):
    """Why a request could not be answered (RFC 9457)."""

    type: str = Field(description="Adressen till en förklaring.", examples=[INVALID_REQUEST.uri])
    title: str = Field(description="Vilket slags fel det är.", examples=[INVALID_REQUEST.title])
    status: int = Field(description="HTTP-status.", examples=[INVALID_REQUEST.status])
    detail: str = Field(description="Vad som hände just denna gång.")
    request_id: str = Field(description="Samma som rubriken X-Request-ID; står i serverns logg.")
    errors: list[ValueProblem] = Field(description="Ett inslag per värde som inte kan användas; oftast tom.")


def type_of(error: QaError) -> ProblemType:
    """Return the kind of failure an error is; what has no kind of its own is our fault."""
    for error_class, problem_type in _BY_ERROR:
        if isinstance(error, error_class):
            return problem_type
    return INTERNAL


def type_of_status(status: int) -> ProblemType:
    """Return the kind of failure behind a status that the web framework gave by itself."""
    by_status = {404: NO_SUCH_ADDRESS, 405: METHOD_NOT_ALLOWED, 413: TOO_LARGE}
    return by_status.get(status, INTERNAL if status >= 500 else OTHER)
