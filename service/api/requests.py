"""What the HTTP API takes: parameters and bodies, checked before anything is searched."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from qa.answer import LONGEST_QUESTION, MOST_HITS, make_question
from qa.arrangement import Arrangement, Grouping, Order
from qa.errors import QuestionError, UsageError
from qa.index.selection import check_filter
from qa.types import Filter, Question, Role
from service.api.paging import MOST_SKIPPED
from service.questions import DEFAULT_LIMIT, read_day, read_grouping, read_name, read_order, read_section

QUESTION_RULE = "question"
FILTER_RULE = "filter"
"""Error types of the rules whose message is Swedish already, in ``ctx["message"]``."""

MOST_MEETINGS = 500
DEFAULT_MEETINGS = 50
MOST_SUGGESTIONS = 20
DEFAULT_SUGGESTIONS = 8


def _as_finding(error: UsageError) -> PydanticCustomError:
    """Carry an error of the house through pydantic, so that it is listed with the others."""
    rule = QUESTION_RULE if isinstance(error, QuestionError) else FILTER_RULE
    return PydanticCustomError(rule, "{message}", {"message": str(error)})


def _question_text(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return make_question(value, Filter(), limit=1).text
    except QuestionError as error:
        raise _as_finding(error) from error


def _day(value: object) -> object:
    """Take nothing but an ISO day: pydantic alone would read the number 86400 as a day in 1970."""
    if value is None:
        return None
    try:
        return read_day(str(value))
    except UsageError as error:
        raise _as_finding(error) from error


def _by(read: Callable[[str], object]) -> BeforeValidator:
    """Read a text as the other doors read it; what is no text is left to pydantic."""

    def validate(value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return read(value)
        except UsageError as error:
            raise _as_finding(error) from error

    return BeforeValidator(validate)


def _name(value: object) -> object:
    return read_name(value) if isinstance(value, str) else value


Name = Annotated[str | None, BeforeValidator(_name)]
Day = Annotated[date | None, BeforeValidator(_day)]
Body = Annotated[
    Name,
    Field(
        description="Bara organ vars namn innehåller detta; stora och små bokstäver är lika.",
        examples=["Regionstyrelsen"],
    ),
]
FirstDay = Annotated[Day, Field(description="Tidigaste mötesdag, ÅÅÅÅ-MM-DD.", examples=["2023-01-01"])]
LastDay = Annotated[Day, Field(description="Senaste mötesdag, ÅÅÅÅ-MM-DD.", examples=["2023-12-31"])]


class _Request(BaseModel):
    """A name that is not known is an error, never ignored; so is a filter that contradicts itself."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="after")
    def _filter_is_possible(self) -> Self:
        try:
            check_filter(self.where())
        except UsageError as error:
            raise _as_finding(error) from error
        return self

    def where(self) -> Filter:
        """Return the restriction alone: none, unless a request has fields for one."""
        return Filter()


class AskRequest(_Request):
    """A question and what the search is restricted to."""

    q: Annotated[str, BeforeValidator(_question_text)] = Field(
        description=f"Frågan, 1–{LONGEST_QUESTION} tecken.",
        examples=["Vad sades om serviceavgiften?"],
    )
    limit: int = Field(
        DEFAULT_LIMIT, ge=1, le=MOST_HITS, description="Högst så många träffar, med ”group” grupper."
    )
    body: Body = None
    date_from: FirstDay = None
    date_to: LastDay = None
    case_number: Name = Field(
        None,
        description="Bara detta diarienummer; det får skrivas med andra tecken och utan inledande nollor.",
        examples=["RS-2023-00123"],
    )
    file: Name = Field(
        None,
        description="Bara denna fil, med sökväg räknad från den indexerade mappen.",
        examples=["regionstyrelsen-2023-03-14.txt"],
    )
    section: Annotated[Role | None, _by(read_section)] = Field(
        None, description="Bara stycken i denna del av ärendet.", examples=["beslut"]
    )
    offset: int = Field(
        0, ge=0, le=MOST_SKIPPED, description="Hoppa över så många träffar, med ”group” grupper."
    )

    understand: bool = Field(
        default=True,
        description="Låt det frågan säger om tid, organ, ärende, person och avsnitt påverka ordningen, och "
        "läs felstavade ord som protokollen skriver dem.",
    )

    sort: Annotated[Order, _by(read_order)] = Field(
        Order.RELEVANCE,
        description="relevance = bäst först, date = nyaste sammanträdet först bland dem som hör till frågan.",
    )
    group: Annotated[Grouping | None, _by(read_grouping)] = Field(
        None,
        description="Samla träffarna: case = ärende för ärende (samma diarienummer), meeting = sammanträde "
        "för sammanträde.",
        examples=["case"],
    )

    def where(self) -> Filter:
        """Return the restriction alone."""
        return Filter(self.body, self.date_from, self.date_to, self.case_number, self.file, self.section)

    def arrangement(self) -> Arrangement:
        """Return how the hits are to be laid out."""
        return Arrangement(self.sort, self.group)

    def question(self) -> Question:
        """Return the question in the words of the house."""
        return make_question(self.q, self.where(), self.limit, understand=self.understand)


class SuggestRequest(_Request):
    """What somebody has typed so far."""

    q: str = Field(
        max_length=LONGEST_QUESTION,
        description="Det som hittills är skrivet; från två tecken ges förslag.",
        examples=["servi"],
    )
    limit: int = Field(DEFAULT_SUGGESTIONS, ge=1, le=MOST_SUGGESTIONS, description="Högst så många förslag.")


class MeetingsRequest(_Request):
    """Which meetings to list, and which part of the list."""

    body: Body = None
    date_from: FirstDay = None
    date_to: LastDay = None
    limit: int = Field(DEFAULT_MEETINGS, ge=1, le=MOST_MEETINGS, description="Högst så många sammanträden.")
    offset: int = Field(0, ge=0, description="Hoppa över så många sammanträden.")

    def where(self) -> Filter:
        """Return the restriction alone."""
        return Filter(self.body, self.date_from, self.date_to)
