"""A real browser, a stand-in for the service, and pages of another web site that embed the box."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.minutes import SUGGESTIONS, response
from tests.browser.stage import SCRIPT, Stage, new_context
from tests.browser.stub import ELEMENT, Reply, Site, serving


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium of the system. It goes with the package: its event loop would disturb other tests."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        pytest.skip("chromium is not installed")
    with sync_playwright() as run:
        chromium = run.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def shared_page(browser: Browser) -> Iterator[Page]:
    context = new_context(browser, {})
    yield context.new_page()
    context.close()


@pytest.fixture
def service() -> Iterator[Site]:
    """Plays the service: three hits for every question, three suggestions for whatever is typed."""
    routes: dict[str, Callable[[dict[str, str]], Reply] | Reply] = {
        SCRIPT: Reply(ELEMENT.read_text(encoding="utf-8"), kind="text/javascript"),
        "/v1/ask": lambda parameters: Reply(response(question=parameters["q"])),
        "/v1/suggest": Reply(SUGGESTIONS),
    }
    with serving(Site(routes)) as site:
        yield site


@pytest.fixture
def host() -> Iterator[Site]:
    with serving(Site()) as site:
        yield site


@pytest.fixture
def stage(browser: Browser, shared_page: Page, service: Site, host: Site) -> Iterator[Stage]:
    """Opens pages; what goes wrong in their scripts fails the test."""
    stage = Stage(browser, shared_page, service, host)
    yield stage
    stage.close()
    assert stage.errors == []
