"""Pages from templates; every value is escaped."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlsplit

from fastapi.templating import Jinja2Templates
from starlette.requests import Request
from starlette.responses import Response

from service.wording import CONFIDENCE_MEANINGS, confidence_word, dates_of, plural, thousands

_FOLDER = Path(__file__).parent / "templates"


def render(
    request: Request,
    template: str,
    context: Mapping[str, object],
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return a page."""
    settings = request.app.state.settings
    whole = {"root": root_of(request), "is_example": settings.example, **context}
    return _templates().TemplateResponse(request, template, whole, status_code=status, headers=headers)


def root_of(request: Request) -> str:
    """Return the path that a proxy puts before every address of the service, mostly none."""
    scope = request.scope
    # inside a mounted application, such as the static files, "root_path" is that of the mount
    root: str = scope.get("app_root_path", scope.get("root_path", ""))
    return root


@cache
def _templates() -> Jinja2Templates:
    templates = Jinja2Templates(_FOLDER)
    templates.env.trim_blocks = templates.env.lstrip_blocks = True
    templates.env.filters |= {
        "as_path": lambda value: quote(value, safe="/"),
        "as_value": lambda value: quote(value, safe=""),
        "dates_of": dates_of,
        "confidence_word": confidence_word,
        "thousands": thousands,
        "plural": plural,
    }
    templates.env.tests["web_address"] = is_web_address
    templates.env.globals["confidence_meanings"] = CONFIDENCE_MEANINGS
    return templates


def is_web_address(text: str) -> bool:
    """Say whether a link may be made of a text: a source may hold anything, ``javascript:`` too."""
    return urlsplit(text).scheme in ("http", "https")
