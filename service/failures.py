"""Every failure of the HTTP service, answered as problem details or, on a page, as a page."""

from typing import cast

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from qa.errors import QaError
from service.api.problems import (
    MEDIA_TYPE,
    METHOD_NOT_ALLOWED,
    NO_SUCH_ADDRESS,
    TOO_LARGE,
    Problem,
    ProblemType,
    ValueProblem,
    type_of,
    type_of_status,
)
from service.api.validation import Finding, describe_findings, type_of_findings
from service.pages.templating import render
from service.pages.view import root_of

RETRY_AFTER_SECONDS = 5
_UNAVAILABLE = 503


def add_handlers(app: FastAPI) -> None:
    """Make every error leave the application in one shape."""
    app.add_exception_handler(QaError, _on_our_error)
    app.add_exception_handler(RequestValidationError, _on_invalid_request)
    app.add_exception_handler(HTTPException, _on_http_error)


def respond_with_problem(
    request: Request, problem_type: ProblemType, detail: str, errors: list[ValueProblem] | None = None
) -> Response:
    """Answer a request with a failure.

    A reader who came with a browser to something that is not the API gets a page; everybody else
    gets problem details.
    """
    headers = {"Retry-After": str(RETRY_AFTER_SECONDS)} if problem_type.status == _UNAVAILABLE else {}
    if _wants_page(request):
        context = {"problem": problem_type, "detail": detail, "errors": errors or []}
        return render(request, "failure.html", context, problem_type.status, headers)
    problem = Problem(
        type=root_of(request) + problem_type.uri,
        title=problem_type.title,
        status=problem_type.status,
        detail=detail,
        request_id=request.state.request_id,
        errors=errors or [],
    )
    return JSONResponse(problem.model_dump(), problem_type.status, headers, media_type=MEDIA_TYPE)


def _wants_page(request: Request) -> bool:
    is_api = request.url.path.removeprefix(root_of(request)).startswith("/v1/")
    return not is_api and "text/html" in request.headers.get("accept", "")


async def _on_our_error(request: Request, error: Exception) -> Response:
    return respond_with_problem(request, type_of(cast(QaError, error)), str(error))


async def _on_invalid_request(request: Request, error: Exception) -> Response:
    findings = cast("list[Finding]", cast(RequestValidationError, error).errors())
    errors = describe_findings(findings)
    detail = " ".join(problem.detail for problem in errors)
    return respond_with_problem(request, type_of_findings(findings), detail, errors)


async def _on_http_error(request: Request, error: Exception) -> Response:
    error = cast(HTTPException, error)
    problem_type = type_of_status(error.status_code)
    path, method = request.url.path, request.method
    details = {
        NO_SUCH_ADDRESS: f"Det finns inget på {path}.",
        METHOD_NOT_ALLOWED: f"{path} kan inte användas med {method}.",
        TOO_LARGE: TOO_LARGE.help,
    }
    response = respond_with_problem(request, problem_type, details.get(problem_type, problem_type.help))
    for name, value in (error.headers or {}).items():
        response.headers[name] = value
    return response
