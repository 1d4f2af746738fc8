"""The script that says on another site's page what stops the box there, in a real browser."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser

from service.app import create_app
from service.live_index import LiveIndex
from service.settings import ServiceSettings
from tests.browser.stub import Reply, Site, serving, wait_until
from tests.fakes import FakeEncoder

pytestmark = pytest.mark.browser

SCRIPT = '<script type="module" src="{service}/static/protokoll-fraga.js"></script>'
CHECK = '<script type="module" src="{service}/static/kontroll.js"></script>'
BOX = '<protokoll-fraga api-url="{service}/"></protokoll-fraga>'
FRAME = '<iframe src="{service}/?inbaddad=1"></iframe>'
WRONG_HASH = 'integrity="sha384-' + "A" * 64 + '" crossorigin="anonymous"></script>'
Look = Callable[..., str]


@pytest.fixture(scope="module")
def host() -> Iterator[Site]:
    with serving(Site()) as site:
        yield site


@pytest.fixture(scope="module")
def service(built_index: Path, host: Site) -> Iterator[str]:
    """The real service, which lets the host in."""
    live = LiveIndex(built_index, FakeEncoder)
    live.refresh()
    app = create_app(ServiceSettings(cors_origins=(host.origin,)), live)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    wait_until(lambda: server.started)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def look(browser: Browser, service: str, host: Site) -> Iterator[Look]:
    """Open a page of the host with this body, and give what the check says."""
    page = browser.new_page()
    page.set_default_timeout(15_000)

    def look(body: str, policy: str = "", origin: str = "") -> str:
        headers = (("Content-Security-Policy", policy.format(service=service)),) if policy else ()
        html = f'<!doctype html><html lang="sv"><title>x</title><body>{body.format(service=service)}</body></html>'
        host.routes["/"] = Reply(html, kind="text/html", headers=headers)
        page.goto((origin or host.origin) + "/")
        return str(page.locator("#protokoll-kontroll section").inner_text())

    yield look
    page.close()


def test_a_page_where_all_is_well_is_told_so(look: Look) -> None:
    said = look(SCRIPT + BOX + CHECK)
    assert said.startswith("Sökrutan fungerar på den här sidan")
    assert "Fel:" not in said


def test_it_works_under_the_policy_that_the_editor_is_given(look: Look) -> None:
    policy = "default-src 'none'; script-src {service}; connect-src {service}"
    assert look(SCRIPT + BOX + CHECK, policy).startswith("Sökrutan fungerar")


def test_a_policy_that_stops_the_questions_is_named(look: Look, service: str) -> None:
    said = look(SCRIPT + BOX + CHECK, "default-src 'none'; script-src {service}")
    assert f"Lägg till {service} i connect-src" in said


def test_a_policy_that_stops_the_script_of_the_box_is_named(look: Look, service: str) -> None:
    said = look(CHECK + SCRIPT + BOX, "script-src {service}/static/kontroll.js")
    assert f"Lägg till {service} i script-src" in said


def test_a_site_that_is_not_let_in_is_told_which_setting(look: Look, host: Site) -> None:
    stranger = host.origin.replace("127.0.0.1", "localhost")
    said = look(SCRIPT + BOX + CHECK, origin=stranger)
    assert f"behöver lägga till {stranger} i inställningen QA_CORS_ORIGINS" in said


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (BOX + CHECK, "Skriptet för sökrutan finns inte på sidan"),
        (SCRIPT.replace("></script>", f" {WRONG_HASH}") + BOX + CHECK, "låst till en annan version"),
        (SCRIPT + CHECK, "Det finns inget <protokoll-fraga> på sidan"),
        (SCRIPT + BOX.replace("{service}/", "{service}/fel/") + CHECK, "svarar något annat än söktjänsten"),
        (SCRIPT + BOX.replace("{service}/", "http://127.0.0.1:9/") + CHECK, "går inte att nå"),
        (SCRIPT + BOX.replace(" api-url", ' label=" " api-url') + CHECK, "har en tom etikett"),
        (SCRIPT + f'<div style="display:none">{BOX}</div>' + CHECK, "Etiketten ovanför sökrutan syns inte"),
        (FRAME + CHECK, "Ramen (iframe) saknar titel"),
    ],
)
def test_what_is_wrong_is_named(look: Look, body: str, expected: str) -> None:
    said = look(body)
    assert expected in said
    assert "Fel:" in said


def test_each_box_is_named_by_its_number(look: Look) -> None:
    said = look(SCRIPT + BOX + BOX.replace("<protokoll-fraga", '<protokoll-fraga label=""') + CHECK)
    assert "Sökruta 1 har en synlig etikett" in said
    assert "Sökruta 2 har en tom etikett" in said
