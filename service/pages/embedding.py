"""The code that an editor copies to another site, made from what she chose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from html import escape
from urllib.parse import urlencode, urlsplit

from service.assets import Asset
from service.pages.view import EMBEDDED
from service.pages.words import Language, words_in

IFRAME_HEIGHT = 700
"""Pixels: room for the form and two hits; the frame scrolls by itself."""


class Mode(StrEnum):
    """How the search stands on the other site."""

    ELEMENT = "element"
    """The search box, with its hits below it."""
    FORM = "formular"
    """A form that works without script; the hits are shown on the service's own page."""
    IFRAME = "iframe"
    """The search page in a frame, for places that allow no script."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What every search of the box is restricted to, as the parameters of ``/v1/ask``."""

    body: str = ""
    date_from: str = ""
    date_to: str = ""

    @property
    def parameters(self) -> Mapping[str, str]:
        """The restrictions that are set."""
        given = {"body": self.body, "date_from": self.date_from, "date_to": self.date_to}
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as ``#rrggbb``; an empty one is left to the box, which follows light and dark pages."""

    accent: str = ""
    background: str = ""
    text: str = ""

    @property
    def on_accent(self) -> str:
        """The colour of text on the accent: black or white."""
        return readable_on(self.accent) if self.accent else ""


@dataclass(frozen=True, slots=True)
class Embedding:
    """What an editor chose. ``service`` is the address of the service, with a slash at its end."""

    service: str
    mode: Mode = Mode.ELEMENT
    label: str = ""
    language: Language = Language.SWEDISH
    limit: int | None = None
    is_locked: bool = True
    scope: Scope = field(default_factory=Scope)
    colours: Colours = field(default_factory=Colours)

    @property
    def origin(self) -> str:
        """Scheme, host and port of the service: what the rules of the other site must name."""
        parts = urlsplit(self.service)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def title(self) -> str:
        """The label, or the one that the box has by itself."""
        return self.label or words_in(self.language)["tagline"]


def snippet(chosen: Embedding, script: Asset) -> str:
    """Return the HTML to paste. Every value is escaped."""
    if chosen.mode is Mode.IFRAME:
        return _iframe(chosen)
    loading = {"type": "module", "src": chosen.service.rstrip("/") + script.path}
    if chosen.is_locked:
        loading["integrity"] = script.integrity
    else:
        loading["src"] = loading["src"].partition("?")[0]
    first = f"<script{_attributes(loading | {'crossorigin': 'anonymous'})}></script>"
    return f"{first}\n{_box(chosen)}"


def style(colours: Colours) -> str:
    """Return the CSS to put into the site's own style sheet, empty where no colour is chosen."""
    rules = {
        "accent": colours.accent,
        "on-accent": colours.on_accent,
        "background": colours.background,
        "text": colours.text,
    }
    lines = [f"  --protokoll-{name}: {colour};" for name, colour in rules.items() if colour]
    if not lines:
        return ""
    # a fixed colour and a background that turns dark would not go together
    return "\n".join(["protokoll-fraga {", "  color-scheme: light;", *lines, "}"])


def needed_directives(mode: Mode) -> tuple[str, ...]:
    """Return the directives of the other site's Content Security Policy that must name the service."""
    return {
        Mode.ELEMENT: ("script-src", "connect-src"),
        Mode.FORM: ("script-src", "connect-src", "form-action"),
        Mode.IFRAME: ("frame-src",),
    }[mode]


def readable_on(background: str) -> str:
    """Return black or white, whichever stands out more on a colour."""
    return max("#ffffff", "#000000", key=lambda colour: contrast(colour, background))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours ``#rrggbb``, from 1 to 21 (WCAG 2.1, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _box(chosen: Embedding) -> str:
    scope = chosen.scope
    attributes = {
        "api-url": chosen.service,
        "mode": "enhance" if chosen.mode is Mode.FORM else "",
        "lang": str(chosen.language) if chosen.language is not Language.SWEDISH else "",
        "label": chosen.label,
        "limit": str(chosen.limit or ""),
        "body": scope.body,
        "date-from": scope.date_from,
        "date-to": scope.date_to,
    }
    inside = _form(chosen) if chosen.mode is Mode.FORM else [_link(chosen)]
    lines = "\n".join(f"  {line}" for line in inside)
    return f"<protokoll-fraga{_attributes(attributes)}>\n{lines}\n</protokoll-fraga>"


def _link(chosen: Embedding) -> str:
    """Return what stands there as long as, or where, no script runs."""
    address = f"{chosen.service}?{urlencode({'lang': str(chosen.language), **chosen.scope.parameters})}"
    return f'<a href="{escape(address)}">{escape(chosen.title)}</a>'


def _form(chosen: Embedding) -> list[str]:
    hidden = {"lang": str(chosen.language), **chosen.scope.parameters}
    words = words_in(chosen.language)
    return [
        f'<form action="{escape(chosen.service)}" method="get" role="search">',
        *(f"  <input{_attributes({'type': 'hidden', 'name': n, 'value': v})}>" for n, v in hidden.items()),
        f'  <label for="protokoll-q">{escape(chosen.title)}</label>',
        '  <input id="protokoll-q" name="q" type="search" required>',
        f'  <button type="submit">{escape(words["search"])}</button>',
        "</form>",
    ]


def _iframe(chosen: Embedding) -> str:
    query = {EMBEDDED: "1", "lang": str(chosen.language), **chosen.scope.parameters}
    if chosen.limit:
        query["limit"] = str(chosen.limit)
    attributes = {
        "src": f"{chosen.service}?{urlencode(query)}",
        "title": chosen.title,
        "width": "100%",
        "height": str(IFRAME_HEIGHT),
        "loading": "lazy",
        "allow": "clipboard-write",
    }
    return f"<iframe{_attributes(attributes)}></iframe>"


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)
