"""The JSON API of cases."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from service.api.caching import etag_of, is_known
from service.api.case_schemas import CaseResponse
from service.api.openapi import describe_failure
from service.api.present_case import present_case
from service.api.routes import Now
from service.version import program_version

case_api = APIRouter(
    prefix="/v1",
    tags=["Protokoll"],
    responses=describe_failure(422, "Ett värde kan inte användas")
    | describe_failure(404, "Inget ärende har det diarienumret; ”detail” nämner de närmaste")
    | describe_failure(503, "Tjänsten läser in; se rubriken Retry-After"),
)

CaseNumber = Annotated[
    str,
    Path(
        description="Diarienumret. Stora och små bokstäver är lika, och mellanslag, tecken och inledande "
        "nollor får skilja så länge bara ett ärende stämmer: ”rs 2023 188” är RS-2023-00188.",
        examples=["RS-2023-00123"],
    ),
]


@case_api.get(
    "/cases/{case_number:path}",
    operation_id="get_case",
    summary="Följ ett ärendes gång",
    response_model=CaseResponse,
)
def get_case(
    request: Request, response: Response, case_number: CaseNumber, serving: Now
) -> CaseResponse | Response:
    """Allt som protokollen har om ett diarienummer, i tidsordning, med utfallet varje gång.

    Med är de punkter som bär numret och de som hänvisas till eller hänvisar hit (”den 7 december 2023,
    § 105”, ”bordlagt”, ”återremitterat”, numret i löpande text). En hänvisning följs bara till en punkt som
    säkert är den som menas; annars står den kvar som text utan ”item_id”.
    """
    etag = etag_of("case", program_version(), serving.index.version, case_number)
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}
    case = serving.cases.journey(case_number)
    if is_known(etag, request.headers.get("if-none-match")):
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return present_case(case, serving.index.version)
