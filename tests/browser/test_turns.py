"""Late answers, two boxes on a page, and a box that comes and goes."""

import threading

import pytest
from playwright.sync_api import Page, expect

from tests.browser.minutes import hit, response
from tests.browser.stage import SCRIPT, Box, Stage
from tests.browser.stub import Reply, wait_until

pytestmark = pytest.mark.browser

TWO_BOXES = """
<protokoll-fraga id="one" label="Sök i styrelsens protokoll" body="Styrelsen"></protokoll-fraga>
<protokoll-fraga id="two" label="Sök i nämndens protokoll" limit="3"></protokoll-fraga>
"""


def hold_back(stage: Stage, question: str) -> threading.Event:
    """Let the answer to this question wait; others come at once. Each answer names its question."""
    gate = threading.Event()

    def reply(asked: dict[str, str]) -> Reply:
        found = response([hit(where={"item_title": asked["q"]})])
        return Reply(found, wait=gate if asked["q"] == question else None)

    stage.service.routes["/v1/ask"] = reply
    return gate


def test_an_answer_that_comes_late_is_dropped(stage: Stage) -> None:
    gate = hold_back(stage, "först")
    box = stage.open()
    box.field.fill("först")
    box.field.press("Enter")
    wait_until(lambda: len(stage.service.asked("/v1/ask")) == 1)
    box.ask("sedan")
    gate.set()
    box.page.wait_for_timeout(150)
    expect(box.items.get_by_role("heading")).to_have_text("§ 31 sedan")


def test_a_failure_that_comes_late_is_dropped(stage: Stage) -> None:
    box = stage.open()
    results = box.element.evaluate(
        """async element => {
          const late = element.search("först");
          const now = element.search("sedan");
          return [await late, (await now).question];
        }"""
    )
    assert results == [None, "sedan"]
    expect(box.message).to_be_empty()


def test_clearing_drops_what_is_under_way(stage: Stage) -> None:
    gate = hold_back(stage, "först")
    box = stage.open()
    box.field.fill("först")
    box.field.press("Enter")
    wait_until(lambda: len(stage.service.asked("/v1/ask")) == 1)
    box.element.evaluate("element => element.clear()")
    gate.set()
    box.page.wait_for_timeout(150)
    expect(box.items).to_have_count(0)
    expect(box.message).to_be_empty()
    expect(box.field).to_have_value("")


def test_two_boxes_do_not_disturb_each_other(stage: Stage) -> None:
    gate = hold_back(stage, "i styrelsen")
    page = stage.open(TWO_BOXES).page
    one, two = Box(page, "#one"), Box(page, "#two")
    one.field.fill("i styrelsen")
    one.field.press("Enter")
    two.ask("i nämnden")
    expect(one.items).to_have_count(0)
    gate.set()
    expect(one.items.get_by_role("heading")).to_have_text("§ 31 i styrelsen")
    expect(two.items.get_by_role("heading")).to_have_text("§ 31 i nämnden")
    assert stage.service.asked("/v1/ask") == [
        {"q": "i styrelsen", "limit": "5", "body": "Styrelsen"},
        {"q": "i nämnden", "limit": "3"},
    ]


def test_suggestions_open_in_one_box_only(stage: Stage) -> None:
    page = stage.open(TWO_BOXES).page
    one, two = Box(page, "#one"), Box(page, "#two")
    one.type("serv")
    expect(two.options).to_have_count(0)
    expect(two.field).to_have_attribute("aria-expanded", "false")


def listeners(page: Page) -> int:
    """How many functions listen on the window and the document."""
    session = page.context.new_cdp_session(page)
    count = 0
    for target in ("window", "document"):
        node = session.send("Runtime.evaluate", {"expression": target})["result"]["objectId"]
        count += len(session.send("DOMDebugger.getEventListeners", {"objectId": node})["listeners"])
    session.detach()
    return count


def test_listeners_go_when_the_element_goes(stage: Stage) -> None:
    box = stage.open("<p id='place'></p>")
    before = listeners(box.page)
    box.page.evaluate("() => { place.append(document.createElement('protokoll-fraga')); }")
    box.ask()
    assert listeners(box.page) > before
    box.page.evaluate("place.firstChild.remove()")
    assert listeners(box.page) == before


def test_a_removed_box_aborts_its_question_and_stays_silent(stage: Stage) -> None:
    gate = hold_back(stage, "först")
    box = stage.open()
    box.page.evaluate(
        """() => {
          window.heard = [];
          window.box = document.querySelector("protokoll-fraga");
          for (const name of ["results", "error"]) box.addEventListener(name, () => heard.push(name));
        }"""
    )
    box.field.fill("först")
    box.field.press("Enter")
    wait_until(lambda: len(stage.service.asked("/v1/ask")) == 1)
    box.page.evaluate("box.remove()")
    gate.set()
    box.page.wait_for_timeout(150)
    assert box.page.evaluate("heard") == []


def test_a_box_that_moves_on_the_page_works_as_before(stage: Stage) -> None:
    box = stage.open("<aside></aside><protokoll-fraga></protokoll-fraga>").ask()
    box.page.evaluate("document.querySelector('aside').append(document.querySelector('protokoll-fraga'))")
    expect(box.items).to_have_count(3)
    box.ask("avgift")
    expect(box.items).to_have_count(3)


def test_the_file_may_be_loaded_twice_and_as_a_classic_script(stage: Stage) -> None:
    again = f'<script src="{stage.service.origin}{SCRIPT}"></script>' * 2
    expect(stage.open(scripts=again).ask().items).to_have_count(3)
