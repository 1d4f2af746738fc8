"""The pages for editors who put the search box on another site. In Swedish, and without script."""

from fastapi import APIRouter, Request, Response

from qa.errors import QaError
from service.api.routes import live_index_of
from service.assets import ELEMENT, asset
from service.pages.choices import Choices
from service.pages.embed_form import is_page_address, read_embed_form
from service.pages.embedding import Mode, needed_directives, snippet, style
from service.pages.embedding_check import Finding, check
from service.pages.templating import render
from service.pages.words import Language

embedding = APIRouter(include_in_schema=False)

_NO_ADDRESS = "Skriv hela adressen till sidan, till exempel https://intranet.kommunen.se/sok"


@embedding.get("/embed")
def embed_page(request: Request) -> Response:
    """Let an editor choose look and scope, and give her the code to copy."""
    form = read_embed_form(request.query_params, str(request.base_url))
    script = asset(ELEMENT)
    context = {
        "form": form,
        "chosen": form.chosen,
        "script": script,
        "snippet": snippet(form.chosen, script),
        "css": "" if form.chosen.mode is Mode.IFRAME else style(form.chosen.colours),
        "directives": needed_directives(form.chosen.mode),
        "allowed_origins": request.app.state.settings.cors_origins,
        "bodies": _choices(request).bodies,
    }
    return render(request, "embed.html", context, language=Language.SWEDISH)


@embedding.get("/embed/kontroll")
def embed_check_page(request: Request, sida: str = "", csp: str = "") -> Response:
    """Say what in a page of another site would stop the search box."""
    form = read_embed_form(request.query_params, str(request.base_url))
    sida = sida.strip()
    error = _NO_ADDRESS if sida and not is_page_address(sida) else ""
    findings: list[Finding] = []
    if sida and not error:
        findings = check(form.chosen, sida, csp, request.app.state.settings.cors_origins)
    context = {
        "form": form,
        "chosen": form.chosen,
        "page": sida,
        "policy": csp,
        "error": error,
        "findings": findings,
    }
    return render(request, "embed_check.html", context, language=Language.SWEDISH)


def _choices(request: Request) -> Choices:
    """Return what the index holds, or nothing while there is none: the code does not need it."""
    try:
        return live_index_of(request).current().choices
    except QaError:
        return Choices()
