"""A page as a test asks about it."""

from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import unquote

Attributes = dict[str, str | None]

VOID = {"meta", "link", "input", "br", "img", "hr"}
LABELLED = {"input", "select", "textarea"}
URL_ATTRIBUTES = {"href", "src", "action"}


class Page(HTMLParser):
    """The parts of a page that are asked about."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, Attributes]] = []
        self.words: list[str] = []
        self.open: list[tuple[str, Attributes]] = []
        self.options_of: dict[str, list[str]] = {}
        self.inline_code: list[str] = []
        self.empty: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if tag == "option":
            select = next(inner for name, inner in reversed(self.open) if name == "select")
            self.options_of.setdefault(select["id"] or "", []).append(attributes["value"] or "")
        if tag not in VOID:
            self.open.append((tag, attributes))
            self.words.append(f"\x00{tag}")

    def handle_endtag(self, tag: str) -> None:
        last, _ = self.open.pop()
        assert last == tag, f"<{last}> is closed by </{tag}>"
        if tag in {"a", "button", "h1", "h2", "h3", "label", "li", "legend"}:
            inside = self.words[len(self.words) - 1 - self.words[::-1].index(f"\x00{tag}") :]
            if not "".join(word for word in inside if not word.startswith("\x00")).strip():
                self.empty.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] in {"script", "style"}:
            self.inline_code.append(data)
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(word for word in self.words if not word.startswith("\x00")).split())

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] or "" for _, attributes in self.tags if "id" in attributes]

    def all(self, tag: str) -> list[Attributes]:
        return [attributes for name, attributes in self.tags if name == tag]

    def links(self, start: str) -> list[str]:
        """The links that begin so, but for that to the page in the other language."""
        links = [link["href"] or "" for link in self.all("a") if "hreflang" not in link]
        return [link for link in links if link.startswith(start)]

    def other_language(self) -> str | None:
        return next((link["href"] for link in self.all("a") if "hreflang" in link), None)

    def options(self, select: str) -> list[str]:
        return self.options_of[select]

    def hidden(self) -> dict[str, str]:
        hidden = [field for field in self.all("input") if field.get("type") == "hidden"]
        return {field["name"] or "": field["value"] or "" for field in hidden}

    def faults(self) -> list[str]:
        """What breaks the rules that every page keeps, for readers with a screen reader and for the CSP."""
        return [
            *self._structure_faults(),
            *self._name_faults(),
            *(f"inline code: {code[:40]}" for code in self.inline_code if code.strip()),
            *(
                f"inline {name} on <{tag}>"
                for tag, attributes in self.tags
                for name in attributes
                if name == "style" or name.startswith("on")
            ),
            *(
                f"address {attributes[name]!r} on <{tag}>"
                for tag, attributes in self.tags
                for name in URL_ATTRIBUTES & attributes.keys()
                if not (attributes[name] or "").startswith(("/", "#", "http://", "https://"))
            ),
        ]

    def _structure_faults(self) -> list[str]:
        levels = [int(tag[1]) for tag, _ in self.tags if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
        faults = [
            f"{len(self.all(tag))} <{tag}>"
            for tag in ("html", "title", "main", "h1")
            if len(self.all(tag)) != 1
        ]
        faults += [f"h{low} is followed by h{high}" for low, high in pairwise([0, *levels]) if high > low + 1]
        faults += [f"id {each!r} twice" for each in set(self.ids) if self.ids.count(each) > 1]
        faults += [f"<{tag}> left open" for tag, _ in self.open]
        faults += [f"<{tag}> without text" for tag in self.empty]
        if not any("lang" in attributes for attributes in self.all("html")):
            faults.append("no language")
        return faults

    def _name_faults(self) -> list[str]:
        labels = {label.get("for") for label in self.all("label")}
        faults = [
            f"<{tag} name={attributes.get('name')!r}> without label"
            for tag, attributes in self.tags
            if tag in LABELLED and attributes.get("type") != "hidden" and attributes.get("id") not in labels
        ]
        referring = ("aria-labelledby", "aria-describedby", "for")
        targets = [
            target
            for _, attributes in self.tags
            for name in referring
            for target in (attributes.get(name) or "").split()
        ]
        targets += [unquote(link["href"] or "")[1:] for link in self.all("a") if link["href"][:1] == "#"]
        faults += [f"nothing has the id {target!r}" for target in targets if target not in self.ids]
        for tag, attributes in self.tags:
            is_landmark = tag == "nav" or attributes.get("role") in {"search", "region"}
            if is_landmark and not attributes.keys() & {"aria-label", "aria-labelledby"}:
                faults.append(f"landmark <{tag}> without a name")
            if tag == "iframe" and not attributes.get("title"):
                faults.append("frame without title")
        return faults
