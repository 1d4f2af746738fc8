"""The JSON API: take a request, ask, give the answer."""

import time
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from qa.errors import QaError
from qa.types import Filter, Meeting
from service.api.caching import etag_of, etag_of_answer, is_known
from service.api.openapi import describe_failure
from service.api.paging import Part, ask_part
from service.api.present import present_answer, present_item, present_meeting, present_meeting_summary
from service.api.requests import AskRequest, MeetingsRequest, SuggestRequest
from service.api.schemas import (
    AskResponse,
    Health,
    ItemDetail,
    MeetingList,
    MeetingWithItems,
    SuggestionOut,
    SuggestResponse,
    Version,
)
from service.live_index import LiveIndex, Serving
from service.version import program_version

_BAD_REQUEST = describe_failure(422, "Ett värde kan inte användas")
_NOT_FOUND = describe_failure(404, "Det finns inget med det namnet")
_NOT_READY = describe_failure(503, "Tjänsten läser in; se rubriken Retry-After")

api = APIRouter(prefix="/v1", responses=_BAD_REQUEST | _NOT_READY)
probes = APIRouter(tags=["Drift"])


def live_index_of(request: Request) -> LiveIndex:
    """Return the index that the application answers from."""
    live: LiveIndex = request.app.state.live
    return live


async def serving_now(request: Request) -> Serving:
    """Return the present generation, which the request keeps to its end."""
    return live_index_of(request).current()


Now = Annotated[Serving, Depends(serving_now)]


@api.get("/ask", operation_id="ask", tags=["Fråga"], summary="Ställ en fråga", response_model=AskResponse)
def ask(
    request: Request, response: Response, wanted: Annotated[AskRequest, Query()], serving: Now
) -> AskResponse | Response:
    """Sök upp de stycken som svarar på frågan, bäst först, vart och ett med sin källhänvisning.

    Svaret bär en ETag: samma fråga till samma index kan bekräftas med If-None-Match och ger då 304.
    Länkarna ”next” och ”prev” leder till de följande och de föregående träffarna.

    Med ”sort=date” kommer det nyaste sammanträdet först. Ordnade efter datum visas bara träffar som hör
    till frågan: de av de 50 bästa som har minst 0,1 i ”confidence”, annars de tio närmaste. Med ”group”
    samlas de 50 bästa träffarna ärende för ärende eller sammanträde för sammanträde, i samma ordning; då
    räknar ”limit” och ”offset” grupper. Varje träff har kvar sin ”rank”.
    """
    question, arrangement = wanted.question(), wanted.arrangement()
    etag = etag_of_answer(question, serving.index.version, program_version(), wanted.offset, arrangement)
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}
    if is_known(etag, request.headers.get("if-none-match")):
        return Response(status_code=304, headers=headers)
    found, part = answer(wanted, serving)
    response.headers.update(headers)
    link_parts(request, response, part)
    return found


@api.post("/ask", operation_id="ask_with_body", tags=["Fråga"], summary="Ställ en fråga med JSON-innehåll")
def ask_with_body(wanted: AskRequest, serving: Now) -> AskResponse:
    """Som GET, för långa frågor och för den som inte vill ha frågan i adressen."""
    return answer(wanted, serving)[0]


def answer(wanted: AskRequest, serving: Serving) -> tuple[AskResponse, Part]:
    """Ask, and say how long it took and which part of the whole it is."""
    began = time.perf_counter()
    found = ask_part(serving.answerer, wanted.question(), wanted.offset, wanted.arrangement())
    took_ms = (time.perf_counter() - began) * 1000
    return present_answer(found, took_ms, serving.index.version, serving.index.model), found.part


def link_parts(request: Request, response: Response, part: Part) -> None:
    """Name the neighbouring parts of a list in the header ``Link`` (RFC 8288)."""
    links = []
    for relation, offset in (("next", part.following), ("prev", part.preceding)):
        if offset is not None:
            address = request.url.include_query_params(offset=offset)
            links.append(f'<{address.path}?{address.query}>; rel="{relation}"')
    if links:
        response.headers["Link"] = ", ".join(links)


@api.get(
    "/suggest",
    operation_id="suggest",
    tags=["Fråga"],
    summary="Föreslå vad man kan fråga",
    response_model=SuggestResponse,
)
def suggest(
    request: Request, response: Response, wanted: Annotated[SuggestRequest, Query()], serving: Now
) -> SuggestResponse | Response:
    """Ärenderubriker, diarienummer och återkommande ämnen som börjar som det skrivna, de nyaste först.

    Förslagen kommer ur protokollen. Inga frågor sparas.
    """
    etag = etag_of("suggest", program_version(), serving.index.version, wanted.q, wanted.limit)
    headers = {"ETag": etag, "Cache-Control": "private, max-age=60"}
    if is_known(etag, request.headers.get("if-none-match")):
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    found = serving.suggester.suggest(wanted.q, wanted.limit)
    return SuggestResponse(suggestions=tuple(SuggestionOut(text=each.text, kind=each.kind) for each in found))


@api.get("/meetings", operation_id="list_meetings", tags=["Protokoll"], summary="Lista sammanträden")
def list_meetings(
    response: Response, wanted: Annotated[MeetingsRequest, Query()], serving: Now, request: Request
) -> MeetingList:
    """Alla sammanträden i tidsordning, de utan känt datum först. Länken ”next” leder till nästa del."""
    meetings = meetings_passing(serving, wanted.where())
    end = wanted.offset + wanted.limit
    link_parts(request, response, Part(wanted.offset, wanted.limit, len(meetings)))
    return MeetingList(
        meetings=tuple(present_meeting_summary(meeting) for meeting in meetings[wanted.offset : end]),
        total=len(meetings),
        limit=wanted.limit,
        offset=wanted.offset,
        index_version=serving.index.version,
    )


def meetings_passing(serving: Serving, where: Filter) -> tuple[Meeting, ...]:
    """Return the meetings with a passage that passes ``where``, in the order of the index."""
    index = serving.index
    if where == Filter():
        return index.meetings
    return index.meetings_of(index.selector.mask(where))


@api.get(
    "/meetings/{meeting_id:path}",
    operation_id="get_meeting",
    tags=["Protokoll"],
    summary="Hämta ett sammanträde",
    responses=_NOT_FOUND,
)
def get_meeting(meeting_id: str, serving: Now) -> MeetingWithItems:
    """Ett sammanträde: dag, plats, närvarande och listan över ärenden."""
    return present_meeting(serving.index.meeting(meeting_id))


@api.get(
    "/items/{item_id:path}",
    operation_id="get_item",
    tags=["Protokoll"],
    summary="Hämta ett ärende",
    responses=_NOT_FOUND,
)
def get_item(item_id: str, serving: Now) -> ItemDetail:
    """Ett ärende i sin helhet, med alla avsnitt."""
    return present_item(*serving.index.item(item_id))


@probes.get("/healthz", operation_id="healthz", summary="Lever tjänsten?")
async def healthz() -> Health:
    """Svarar så snart tjänsten har startat, också medan index och modell läses in."""
    return Health(status="ok")


@probes.get(
    "/readyz",
    operation_id="readyz",
    summary="Kan tjänsten svara på frågor?",
    responses=_NOT_READY,
    dependencies=[Depends(serving_now)],
)
async def readyz() -> Health:
    """503 med Retry-After tills index och modell är inlästa, eller om de inte kan läsas."""
    return Health(status="ok")


@probes.get("/version", operation_id="version", summary="Vilka versioner svarar?")
async def version(request: Request) -> Version:
    """Programmets, indexets och modellens versioner."""
    try:
        index = live_index_of(request).current().index
    except QaError:
        return Version(version=program_version(), index_version=None, model=None, meetings=None)
    return Version(
        version=program_version(),
        index_version=index.version,
        model=index.model,
        meetings=len(index.meetings),
    )
