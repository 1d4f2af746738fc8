"""The page ``/kvalitet``: how well each file was read, the worst first.

It is for the archivist, so in Swedish alone. Where personal data was found it does not tell, since
anybody may open it; ``qa index`` and ``qa inspect --all`` do.
"""

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from qa.index.generation import Index
from qa.quality import Quality, quality_of, quality_of_unread, worst_first
from service.api.routes import Now
from service.pages.templating import render
from service.pages.words import Language

quality_pages = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class QualityReport:
    """The files of an index: those to look at, the worst first, and the others by name."""

    doubtful: tuple[Quality, ...]
    good: tuple[Quality, ...]


@quality_pages.get("/kvalitet")
def quality_page(request: Request, serving: Now) -> Response:
    """Show how well each file was read."""
    report = quality_report(serving.index)
    return render(request, "quality.html", {"report": report}, language=Language.SWEDISH)


def quality_report(index: Index) -> QualityReport:
    """Return how well the files of an index were read, and which could not be."""
    unread = [quality_of_unread(file.file, file.message) for file in index.manifest.unread]
    qualities = worst_first([*unread, *(quality_of(meeting) for meeting in index.meetings)])
    return QualityReport(
        doubtful=tuple(quality for quality in qualities if quality.reasons),
        good=tuple(sorted((each for each in qualities if not each.reasons), key=lambda each: each.file)),
    )
