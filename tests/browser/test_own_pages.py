"""The real service: its own pages with and without script, and the box on another site."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import expect

from service.app import create_app
from service.live_index import LiveIndex
from service.settings import ServiceSettings
from tests.browser.accessibility import overflow, violations
from tests.browser.stage import Stage
from tests.browser.stub import Site, wait_until
from tests.fakes import FakeEncoder
from tests.indexes import build
from tests.meetings import make_item, make_meeting, sample_meetings

pytestmark = pytest.mark.browser

EVIL = "<img src=x onerror='window.harmed = 1'> Badhuset <script>window.harmed = 1</script>"


@pytest.fixture(scope="package")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    evil = make_meeting("ond/2024", [make_item("ond/2024", "§ 9", EVIL, f"{EVIL} rivs.")], body=EVIL)
    folder = tmp_path_factory.mktemp("browser") / "index"
    build(folder, [*sample_meetings(), evil])
    return folder


@pytest.fixture
def service(index: Path, host: Site) -> Iterator[Site]:
    """The real service, which lets the other site ask."""
    live = LiveIndex(index, FakeEncoder)
    live.refresh()
    app = create_app(ServiceSettings(cors_origins=(host.origin,)), live)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    wait_until(lambda: server.started)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield Site(origin=f"http://127.0.0.1:{port}")
    server.should_exit = True
    thread.join()


def test_the_box_on_another_site_finds_suggests_and_links(stage: Stage) -> None:
    box = stage.open().type("servic")
    expect(box.options.first).to_contain_text("Serviceavgift")
    box.ask("Vad sades om serviceavgiften?")
    expect(box.items.first.get_by_role("heading")).to_contain_text("Serviceavgift")
    box.items.first.get_by_role("link").first.click()
    box.page.wait_for_url(f"{stage.service.origin}/arenden/**")
    mark = box.page.locator("#traff mark")
    expect(mark).to_have_text("Serviceavgiften höjs till 14,5 mnkr.")
    expect(mark).to_be_in_viewport()


def test_a_site_that_is_not_let_in_is_told_where_to_look(stage: Stage) -> None:
    stage.host.origin = stage.host.origin.replace("127.0.0.1", "localhost")
    box = stage.open()
    with box.page.expect_console_message(lambda message: "embed/kontroll" in message.text):
        box.ask()
    expect(box.message).to_have_text("Söktjänsten går inte att nå just nu. Försök igen om en stund.")


def test_the_search_page_is_the_box_when_there_is_script(stage: Stage) -> None:
    box = stage.visit(f"{stage.service.origin}/")
    box.ask("serviceavgift")
    expect(box.items.first).to_contain_text("Serviceavgift")
    assert "q=serviceavgift" in box.page.url
    assert violations(box.page) == []
    box.page.get_by_label("Organ").select_option("Sundforum")
    box.field.press("Enter")
    expect(box.items.first).to_contain_text("Sundforum")
    box.page.go_back()
    expect(box.items.first).to_contain_text("Sundnämnden")


def test_a_shared_address_shows_the_hits_of_the_server_at_once(stage: Stage) -> None:
    box = stage.visit(f"{stage.service.origin}/?q=serviceavgift")
    expect(box.page.locator("#resultat")).to_be_visible()
    expect(box.field).to_have_value("serviceavgift")
    box.ask("simhallen")
    expect(box.page.locator("#resultat")).to_be_hidden()
    expect(box.items.first).to_contain_text("Simhallen")


def test_the_search_page_works_without_script(stage: Stage) -> None:
    page = stage.visit(f"{stage.service.origin}/", java_script_enabled=False).page
    page.get_by_role("textbox").or_(page.get_by_role("searchbox")).first.fill("serviceavgift")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?*q=serviceavgift*")
    page.get_by_role("link", name="Serviceavgift").first.click()
    expect(page.locator("#traff mark")).to_be_visible()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/?q=serviceavgift",
        "/?lang=en&q=serviceavgift",
        "/?q=a&date_from=x",
        "/arenden/namnd/2024-03-06/1?stycke=namnd/2024-03-06/1/1",
        "/moten",
        "/moten/namnd/2024-03-06",
        "/diarienummer/SN-2024-00012",
        "/?q=serviceavgift&group=case&sort=date",
        "/embed",
        "/embed/kontroll",
    ],
)
def test_axe_finds_nothing_on_the_pages_light_or_dark(stage: Stage, path: str) -> None:
    page = stage.visit(stage.service.origin + path).page
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []


@pytest.mark.parametrize(
    "path", ["/?q=badhuset", "/arenden/ond/2024/9?stycke=ond/2024/9/1", "/moten/ond/2024"]
)
def test_minutes_with_html_in_them_do_no_harm_on_the_pages(stage: Stage, path: str) -> None:
    box = stage.visit(stage.service.origin + path)
    expect(box.page.locator("main")).to_contain_text("<script>window.harmed = 1</script>")
    assert box.page.evaluate("window.harmed") is None


@pytest.mark.parametrize(
    "path",
    ["/?q=serviceavgift", "/diarienummer/SN-2024-00012", "/arenden/namnd/2024-03-06/1", "/moten", "/embed"],
)
def test_the_pages_fit_a_narrow_screen(stage: Stage, path: str) -> None:
    page = stage.visit(stage.service.origin + path, viewport={"width": 320, "height": 640}).page
    assert overflow(page) == 0
