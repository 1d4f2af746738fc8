"""The pages a reader sees: search, agenda item, meeting, and what an error means. No script needed."""

from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter, Request, Response

from qa.errors import NotFoundError, QaError, UsageError
from qa.opening import searchable_items
from qa.types import AgendaItem, Meeting, Passage
from service.api.problems import PROBLEM_TYPES, type_of
from service.api.routes import Now, live_index_of
from service.failures import RETRY_AFTER_SECONDS
from service.pages.choices import Choices
from service.pages.highlighting import highlight
from service.pages.marking import Stretch, mark
from service.pages.search_form import read_form
from service.pages.templating import render

pages = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph cut where the cited passage begins and ends."""

    stretches: tuple[Stretch, ...]
    is_table: bool
    is_list_item: bool
    is_first_marked: bool


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section of an agenda item; the role stands where no heading was printed."""

    heading: str
    paragraphs: tuple[ShownParagraph, ...]


@pages.get("/")
def search_page(request: Request) -> Response:
    """Show the search form, and the hits when something is asked."""
    form = read_form(request.query_params)
    context: dict[str, object] = {
        "form": form,
        "choices": Choices(),
        "answer": None,
        "error": None,
        "unavailable": None,
    }
    status, headers = 200, {}
    try:
        serving = live_index_of(request).current()
        context |= {"choices": serving.choices, "meetings": len(serving.index.meetings)}
        if form.is_asked:
            found = form.ask(serving)
            context |= {
                "answer": found.answer,
                "found": found,
                "cases": found.answer.understood.case_numbers,
                "words_of": highlight,
            }
    except UsageError as error:
        context["error"], status = error, type_of(error).status
    except QaError as error:
        context["unavailable"], status = error, type_of(error).status
        headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return render(request, "search.html", context, status, headers)


@pages.get("/arenden/{item_id:path}")
def item_page(request: Request, item_id: str, serving: Now, stycke: str = "") -> Response:
    """Show an agenda item in full, with the cited passage marked."""
    meeting, item = serving.index.item(item_id)
    passage = next((passage for passage in serving.index.passages if passage.id == stycke), None)
    context = {
        "meeting": meeting,
        "item": item,
        "sections": _shown_sections(item, passage),
        "citation": passage.citation if passage else None,
        "neighbours": _neighbours(meeting, item),
    }
    return render(request, "item.html", context)


@pages.get("/moten")
def meetings_page(request: Request, serving: Now) -> Response:
    """List all meetings, the latest first, those of unknown date last."""
    latest_first = serving.index.meetings[::-1]
    years = [(year, list(meetings)) for year, meetings in groupby(latest_first, key=_year)]
    return render(request, "meetings.html", {"years": years})


@pages.get("/moten/{meeting_id:path}")
def meeting_page(request: Request, meeting_id: str, serving: Now) -> Response:
    """Show a meeting: when, where, who, and its agenda items."""
    return render(request, "meeting.html", {"meeting": serving.index.meeting(meeting_id)})


@pages.get("/problem/{slug}")
def problem_page(request: Request, slug: str) -> Response:
    """Explain a kind of failure; this is where the ``type`` of problem details leads."""
    for problem in PROBLEM_TYPES:
        if problem.slug == slug:
            return render(request, "problem.html", {"problem": problem})
    raise NotFoundError(f"Det finns ingen feltyp ”{slug}”.")


@pages.get("/docs")
def docs_page(request: Request) -> Response:
    """Show the description of the API, with nothing fetched from elsewhere."""
    return render(request, "docs.html", {"openapi_url": request.app.openapi_url})


def _year(meeting: Meeting) -> int | None:
    return meeting.start_date.year if meeting.start_date else None


def _neighbours(meeting: Meeting, item: AgendaItem) -> tuple[AgendaItem | None, AgendaItem | None]:
    """Return the items before and after an item, None at the ends."""
    items = searchable_items(meeting)
    place = items.index(item)
    before = items[place - 1] if place else None
    after = items[place + 1] if place + 1 < len(items) else None
    return before, after


def _shown_sections(item: AgendaItem, passage: Passage | None) -> tuple[ShownSection, ...]:
    runs = passage.runs if passage else ()
    found = False
    sections = []
    for section in item.sections:
        shown = []
        for paragraph in section.paragraphs:
            stretches = mark(paragraph, runs)
            is_marked = any(stretch.is_marked for stretch in stretches)
            shown.append(
                ShownParagraph(
                    stretches,
                    is_table=paragraph.kind == "table",
                    is_list_item=paragraph.kind == "list_item",
                    is_first_marked=is_marked and not found,
                )
            )
            found = found or is_marked
        sections.append(ShownSection(section.heading, tuple(shown)))
    return tuple(sections)
