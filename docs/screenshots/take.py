"""Takes the screenshots of this folder: ``python docs/screenshots/take.py http://127.0.0.1:8000``.

The address is that of a service that answers from the example minutes (``make serve``). Needs Playwright
and a Chromium on the path (the ``dev`` extra and Debian's package ``chromium``).
"""

import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).parent
QUESTION = "vad sades om serviceavgiften?"
ASKED = "?q=vad+sades+om+serviceavgiften%3F"
HOST_PAGE = """<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>Intranätet</title></head><body>
<h1>Intranätet</h1>
<script type="module" src="{service}/static/protokoll-fraga.js"></script>
<protokoll-fraga api-url="{service}/"></protokoll-fraga>
<script type="module" src="{service}/static/kontroll.js"></script>
</body></html>
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def host_page(service: str) -> Iterator[str]:
    """Serve a page of another origin that the service does not let in."""
    with TemporaryDirectory() as folder:
        Path(folder, "index.html").write_text(HOST_PAGE.format(service=service), encoding="utf-8")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def shoot(page: Page, name: str) -> None:
    """Keep what the window shows."""
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{name}.png", animations="disabled")


def take_search(browser: Browser, service: str) -> None:
    """Take the search page: empty, while typing, with hits, dark, narrow, without script, in English."""
    page = browser.new_page(viewport={"width": 900, "height": 620}, locale="sv-SE")
    page.goto(service + "/")
    shoot(page, "sok")
    page.get_by_role("combobox", name="Din fråga").press_sequentially("serv", delay=30)
    page.locator("[role=option]").first.wait_for()
    shoot(page, "forslag")
    page.set_viewport_size({"width": 900, "height": 1100})
    page.get_by_role("combobox", name="Din fråga").fill(QUESTION)
    page.get_by_role("button", name="Sök", exact=True).click()
    page.get_by_role("button", name="Kopiera citat").first.wait_for()
    shoot(page, "traffar")
    for name, address, options in (
        ("traffar-mork", ASKED, {"color_scheme": "dark"}),
        ("traffar-320", ASKED, {"viewport": {"width": 320, "height": 1100}}),
        ("traffar-utan-skript", ASKED, {"java_script_enabled": False}),
        ("traffar-engelska", ASKED + "&lang=en", {}),
        ("ram", ASKED + "&inbaddad=1&limit=3", {"viewport": {"width": 600, "height": 700}}),
    ):
        settings = {"viewport": {"width": 900, "height": 1100}, "locale": "sv-SE"} | options
        page = browser.new_page(**settings)
        page.goto(f"{service}/{address}")
        shoot(page, name)


def take_minutes(browser: Browser, service: str) -> None:
    """Take the page of an item with the cited passage marked, and that of its meeting."""
    page = browser.new_page(viewport={"width": 900, "height": 900}, locale="sv-SE")
    page.goto(f"{service}/{ASKED}")
    page.locator(".hit h3 a").first.click()
    shoot(page, "arende")
    page.goto(f"{service}/{ASKED}")
    page.get_by_role("link", name="Hela sammanträdet").first.click()
    shoot(page, "sammantrade")


def take_embedding(browser: Browser, service: str) -> None:
    """Take the pages for editors, and the self-check on a page that is not let in."""
    page = browser.new_page(viewport={"width": 900, "height": 1500}, locale="sv-SE")
    page.goto(
        f"{service}/embed?label=Fr%C3%A5ga+protokollen&accent=%235a2a6e&api_url=https://protokoll.example.org/"
    )
    shoot(page, "badda-in")
    page.set_viewport_size({"width": 900, "height": 1100})
    page.goto(
        f"{service}/embed/kontroll?sida=https://intranet.example.org/sok&api_url=https://protokoll.example.org/"
        "&csp=default-src+'self';+script-src+'self'+https://protokoll.example.org"
    )
    shoot(page, "kontroll")
    page.set_viewport_size({"width": 900, "height": 560})
    with host_page(service) as address:
        page.goto(address)
        page.get_by_role("button", name="Stäng").wait_for()
        shoot(page, "kontroll-pa-sidan")


def main(service: str) -> None:
    """Take them all."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for take in (take_search, take_minutes, take_embedding):
            take(browser, service)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
