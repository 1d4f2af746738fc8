"""Pages with the box on them, and what a reader does with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.browser.stub import Reply, Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page

SCRIPT = "/static/protokoll-fraga.js"
BOX = "<protokoll-fraga></protokoll-fraga>"

PAGE = """<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Intranätet</title>
{script}
</head>
<body><main><h1>Intranätet</h1>
{body}
</main></body>
</html>
"""

LISTEN = """element => {
  window.said = [];
  for (const region of element.shadowRoot.querySelectorAll("[role=status], [role=alert]")) {
    new MutationObserver(() => {
      const text = region.textContent;
      if (text) window.said.push([region.getAttribute("role"), text]);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  }
}"""


@dataclass
class Stage:
    """A browser before two web sites.

    Tests share one page, since a new one takes longer than most tests; each begins with a new
    document. A test with wishes of its own (another screen, colours, network) gets a browser context.
    """

    browser: Browser
    shared: Page
    service: Site
    host: Site
    errors: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)
    at_end: list[Callable[[], None]] = field(default_factory=list)
    """What must be done before the servers can stop."""

    def __post_init__(self) -> None:
        self.shared.on("pageerror", self._note)

    def open(
        self,
        body: str = BOX,
        address: str = "/",
        headers: Mapping[str, str] | None = None,
        scripts: str = "",
        **context: object,
    ) -> Box:
        """Show a page of the other site with the box on it; options are those of a browser context."""
        script = f'<script type="module" src="{self.service.origin}{SCRIPT}"></script>{scripts}'
        html = PAGE.format(script=script, body=body)
        path = address.partition("?")[0]
        self.host.routes[path] = Reply(html, kind="text/html", headers=tuple((headers or {}).items()))
        return self.visit(self.host.origin + address, **context)

    def visit(self, url: str, **context: object) -> Box:
        """Show any page; options are those of a browser context."""
        page = self._page_of_its_own(context) if context else self.shared
        page.goto(url)
        return Box(page)

    def _page_of_its_own(self, context: Mapping[str, object]) -> Page:
        opened = new_context(self.browser, context)
        self.contexts.append(opened)
        page = opened.new_page()
        page.on("pageerror", self._note)
        return page

    def _note(self, error: Error) -> None:
        self.errors.append(str(error))

    def close(self) -> None:
        """Leave nothing under way, and the shared page as it was."""
        for action in self.at_end:
            action()
        for context in self.contexts:
            context.close()
        self.shared.remove_listener("pageerror", self._note)
        self.shared.emulate_media(color_scheme="light")
        self.shared.goto("about:blank")


def new_context(browser: Browser, options: Mapping[str, object]) -> BrowserContext:
    """A reader with a Swedish browser and a usual screen, unless the options say otherwise."""
    usual: dict[str, object] = {"viewport": {"width": 800, "height": 900}, "locale": "sv-SE"}
    opened = browser.new_context(**usual | dict(options))
    opened.set_default_timeout(5000)
    return opened


class Box:
    """The box on a page (the first one), by the names of its parts."""

    def __init__(self, page: Page, selector: str = "protokoll-fraga") -> None:
        self.page = page
        self.element = page.locator(selector).first
        self.field = self.element.locator("input#question")
        self.options = self.element.get_by_role("option")
        self.items = self.element.locator(".item")
        self.answer = self.element.locator(".answer")
        self.message = self.element.get_by_role("alert")
        self.button = self.element.locator(".button")
        self.retry = self.element.locator(".retry")

    def ask(self, question: str = "Vad sades om serviceavgiften 2024?") -> Box:
        """Type a question and press Enter; returns when something is shown."""
        self.field.fill(question)
        self.field.press("Enter")
        self.element.locator(".item, .message:not(:empty)").first.wait_for()
        return self

    def type(self, text: str) -> Box:
        """Type key by key, and wait for suggestions."""
        self.field.press_sequentially(text)
        self.options.first.wait_for()
        return self

    def listen(self) -> Box:
        """Note what the live regions say from now on."""
        self.element.evaluate(LISTEN)
        return self

    def said(self) -> list[list[str]]:
        said: list[list[str]] = self.page.evaluate("window.said")
        return said

    def has_focus(self, part: Locator) -> bool:
        return bool(part.evaluate("node => node.getRootNode().activeElement === node"))

    def tab(self) -> str:
        """Press Tab and say what has the focus now: its role-like name and text."""
        self.page.keyboard.press("Tab")
        return str(
            self.page.evaluate(
                """() => {
                  let node = document.activeElement;
                  while (node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
                  return `${node.localName} ${node.textContent.trim()}`.trim();
                }"""
            )
        )
