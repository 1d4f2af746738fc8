"""What an editor typed on /embed, read into what she chose."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import QueryParams

from qa.answer import MOST_HITS
from qa.errors import FilterError
from service.pages.embedding import Colours, Embedding, Mode, Scope, contrast
from service.pages.words import Language
from service.questions import read_day

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_COLOURS = {"accent": "accentfärgen", "background": "bakgrundsfärgen", "text": "textfärgen"}
_LONGEST_LABEL = 120
_READABLE = 4.5
"""Lowest contrast of text on its background (WCAG 2.1, 1.4.3)."""
_WHITE, _INK = "#ffffff", "#1b2126"


@dataclass(frozen=True, slots=True)
class EmbedForm:
    """The fields as typed, what they mean, and what is wrong with each (Swedish, by field name)."""

    values: Mapping[str, str]
    chosen: Embedding
    errors: Mapping[str, str]


def read_embed_form(parameters: QueryParams, own_address: str) -> EmbedForm:
    """Return what was chosen; a field that cannot be used is as if it were empty, and named.

    Args:
        parameters: those of the address.
        own_address: the address of the service as this request reached it, with a slash at its end.
    """
    names = (
        *("api_url", "mode", "label", "language", "limit", "lock", "body", "date_from", "date_to"),
        *_COLOURS,
    )
    values = {name: " ".join(parameters.get(name, "").split()) for name in names}
    values["api_url"] = values["api_url"] or own_address
    errors = dict(_errors(values))
    usable = {name: "" if name in errors else value for name, value in values.items()}
    chosen = Embedding(
        service=(usable["api_url"] or own_address).rstrip("/") + "/",
        mode=Mode(usable["mode"] or Mode.ELEMENT),
        label=usable["label"],
        language=Language(usable["language"] or Language.SWEDISH),
        limit=int(usable["limit"]) if usable["limit"] else None,
        is_locked=usable["lock"] != "nej",
        scope=Scope(usable["body"], usable["date_from"], usable["date_to"]),
        colours=Colours(*(usable[name].lower() for name in _COLOURS)),
    )
    return EmbedForm(values, chosen, errors | dict(_poor_contrasts(chosen.colours)))


def is_page_address(text: str) -> bool:
    """Say whether a text is an address of a web page, with scheme and host."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _errors(values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if not is_page_address(values["api_url"]) or urlsplit(values["api_url"]).query:
        yield "api_url", "Skriv en webbadress, till exempel https://protokoll.kommunen.se/"
    if values["mode"] not in ("", *Mode):
        yield "mode", f"Välj ett av: {', '.join(Mode)}."
    if len(values["label"]) > _LONGEST_LABEL:
        yield "label", f"Etiketten är {len(values['label'])} tecken. Korta den till högst {_LONGEST_LABEL}."
    if values["language"] not in ("", *Language):
        yield "language", f"Välj ett av: {', '.join(Language)}."
    limit = values["limit"]
    if limit and not (limit.isascii() and limit.isdigit() and 1 <= int(limit[:9]) <= MOST_HITS):
        yield "limit", f"Skriv ett heltal från 1 till {MOST_HITS}, eller inget alls."
    for name in ("date_from", "date_to"):
        try:
            read_day(values[name])
        except FilterError as error:
            yield name, str(error)
    for name in _COLOURS:
        if values[name] and not _COLOUR.fullmatch(values[name].lower()):
            yield name, "Skriv färgen som # och sex siffror eller bokstäver a–f, till exempel #17486b."


def _poor_contrasts(colours: Colours) -> Iterator[tuple[str, str]]:
    """Name colours that cannot be read on the background (the box's own ones stand in)."""
    background = colours.background or _WHITE
    for name, colour in (("accent", colours.accent), ("text", colours.text or _INK)):
        ratio = contrast(colour or _INK, background)
        if ratio < _READABLE:
            field = name if getattr(colours, name) else "background"
            figure = f"{ratio:.1f}".replace(".", ",")
            yield (
                field,
                f"Kontrasten mellan {_COLOURS[name]} och bakgrunden är {figure}:1. "
                "Minst 4,5:1 krävs för att texten ska gå att läsa (WCAG 1.4.3).",
            )
