"""Pages from templates; every value is escaped."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlsplit

from fastapi.templating import Jinja2Templates
from jinja2 import StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from qa.refusal_wording import reason_in
from qa.voting import votes_by_party
from service.assets import asset
from service.pages.text_fragment import text_fragment
from service.pages.view import view_of
from service.pages.words import Language, section_name
from service.quality_wording import facts_of
from service.understood_wording import absent_item_sentence
from service.why_wording import interpretation, why_sentences
from service.wording import confidence_key, dates_of, plural, thousands

_FOLDER = Path(__file__).parents[1] / "templates"


def render(
    request: Request,
    template: str,
    context: Mapping[str, object],
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    *,
    language: Language | None = None,
) -> Response:
    """Return a page in the language of who asks, or in the only one that it is written in."""
    settings, view = request.app.state.settings, view_of(request, language)
    whole = {
        "view": view,
        "root": view.root,
        "link": view.link,
        "t": view.words,
        "is_example": settings.example,
        "accessibility_url": settings.accessibility_url,
        **context,
    }
    about = {"Content-Language": str(view.language), "Vary": "Accept-Language", **(headers or {})}
    return _templates().TemplateResponse(request, template, whole, status_code=status, headers=about)


@cache
def _templates() -> Jinja2Templates:
    templates = Jinja2Templates(_FOLDER)
    environment = templates.env
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.undefined = StrictUndefined
    environment.filters |= {
        "absent_item_sentence": absent_item_sentence,
        "anchor_below": anchor_below,
        "as_fragment": lambda value: quote(value, safe=""),
        "asset": asset,
        "confidence_key": confidence_key,
        "dates_of": dates_of,
        "interpretation": interpretation,
        "pair": lambda value: (value, value),
        "plural": plural,
        "reading_facts": facts_of,
        "reason_in": reason_in,
        "section_name": section_name,
        "text_fragment": text_fragment,
        "thousands": thousands,
        "votes_by_party": votes_by_party,
        "why_sentences": why_sentences,
        "with_source": lambda directive, source: f"{directive} {source}",
    }
    environment.tests["web_address"] = is_web_address
    return templates


def anchor_below(item_id: str, meeting_id: str) -> str:
    """Return the ``id`` that an agenda item has on the page of its meeting."""
    return "arende-" + item_id.removeprefix(f"{meeting_id}/")


def is_web_address(text: str) -> bool:
    """Say whether a link may be made of a text: a source may hold anything, ``javascript:`` too."""
    return urlsplit(text).scheme in ("http", "https")
