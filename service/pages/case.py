"""The page of a case: its journey through the meetings, without any script."""

from fastapi import APIRouter, Request, Response

from service.api.routes import Now
from service.pages.templating import render

case_pages = APIRouter(include_in_schema=False)


@case_pages.get("/diarienummer/{case_number:path}")
def case_page(request: Request, case_number: str, serving: Now) -> Response:
    """Show the agenda items of a case in order of time, and what became of each."""
    return render(request, "case.html", {"case": serving.cases.journey(case_number)})
