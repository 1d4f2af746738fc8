"""Suggestions while typing: the combobox of the ARIA practices, by keyboard and pointer."""

import threading

import pytest
from playwright.sync_api import expect

from tests.browser.minutes import SUGGESTIONS
from tests.browser.stage import Box, Stage
from tests.browser.stub import Reply, problem, wait_until

pytestmark = pytest.mark.browser

FIRST = "Serviceavgift för gemensamma tjänster"
KEYS_THAT_LEAVE_THE_LIST = ["Home", "End", "ArrowLeft", "ArrowRight"]


def active(box: Box) -> str | None:
    """The id that the field names as the active option."""
    return box.field.get_attribute("aria-activedescendant")


def test_suggestions_come_with_their_kind_while_the_reader_types(stage: Stage) -> None:
    box = stage.open().type("serv")
    expect(box.options).to_have_text([f"{FIRST} ärende", "RS-2024-00117 diarienummer", "serviceavgift ämne"])
    expect(box.field).to_have_attribute("aria-expanded", "true")
    assert box.has_focus(box.field)


def test_a_pause_in_typing_asks_once(stage: Stage) -> None:
    stage.open().type("serviceavgift")
    assert stage.service.asked("/v1/suggest") == [{"q": "serviceavgift", "limit": "8"}]


def test_one_letter_suggests_nothing(stage: Stage) -> None:
    box = stage.open().type("se")
    box.field.fill("s")
    expect(box.options).to_have_count(0)
    expect(box.field).to_have_attribute("aria-expanded", "false")


def test_no_option_is_active_until_the_reader_goes_there(stage: Stage) -> None:
    box = stage.open().type("serv")
    assert active(box) is None
    box.field.press("Enter")
    expect(box.items).to_have_count(3)
    assert stage.service.asked("/v1/ask")[0]["q"] == "serv"


def test_the_down_key_goes_through_the_options_and_back_to_the_field(stage: Stage) -> None:
    box = stage.open().type("serv")
    walked = []
    for _ in range(5):
        box.field.press("ArrowDown")
        walked.append(active(box))
    assert walked == ["option-0", "option-1", "option-2", None, "option-0"]
    expect(box.element.get_by_role("option", selected=True)).to_have_text(f"{FIRST} ärende")


def test_the_up_key_begins_at_the_last_option(stage: Stage) -> None:
    box = stage.open().type("serv")
    box.field.press("ArrowUp")
    assert active(box) == "option-2"
    box.field.press("ArrowUp")
    assert active(box) == "option-1"


def test_enter_on_an_option_asks_it(stage: Stage) -> None:
    box = stage.open().type("serv")
    box.field.press("ArrowDown")
    box.field.press("Enter")
    expect(box.items).to_have_count(3)
    expect(box.field).to_have_value(FIRST)
    expect(box.options).to_have_count(0)
    assert [asked["q"] for asked in stage.service.asked("/v1/ask")] == [FIRST]


def test_a_click_on_an_option_asks_it_and_leaves_the_focus_in_the_field(stage: Stage) -> None:
    box = stage.open().type("serv")
    box.options.nth(1).click()
    expect(box.items).to_have_count(3)
    expect(box.field).to_have_value("RS-2024-00117")
    assert box.has_focus(box.field)


def test_escape_closes_the_list_and_then_empties_the_field(stage: Stage) -> None:
    box = stage.open().type("serv")
    box.field.press("Escape")
    expect(box.field).to_have_attribute("aria-expanded", "false")
    expect(box.field).to_have_value("serv")
    box.field.press("Escape")
    expect(box.field).to_have_value("")


def test_alt_and_arrows_open_and_close_the_list(stage: Stage) -> None:
    box = stage.open().type("serv")
    box.field.press("Alt+ArrowUp")
    expect(box.field).to_have_attribute("aria-expanded", "false")
    box.field.press("Alt+ArrowDown")
    expect(box.field).to_have_attribute("aria-expanded", "true")
    assert active(box) is None


def test_the_down_key_opens_a_closed_list_at_its_first_option(stage: Stage) -> None:
    box = stage.open().type("serv")
    box.field.press("Escape")
    box.field.press("ArrowDown")
    assert active(box) == "option-0"


def test_moving_in_the_text_gives_the_field_back(stage: Stage) -> None:
    box = stage.open().type("serv")
    for key in KEYS_THAT_LEAVE_THE_LIST:
        box.field.press("ArrowDown")
        assert active(box) == "option-0"
        box.field.press(key)
        assert active(box) is None


def test_typing_on_gives_the_field_back_at_once(stage: Stage) -> None:
    """Enter right after a letter asks what is typed, not the option of before."""
    box = stage.open().type("serv")
    box.field.press("ArrowDown")
    box.field.press("i")
    box.field.press("Enter")
    expect(box.items).to_have_count(3)
    assert stage.service.asked("/v1/ask")[0]["q"] == "servi"


def test_tab_leaves_the_field_with_the_text_as_typed(stage: Stage) -> None:
    box = stage.open().type("serv")
    box.field.press("ArrowDown")
    assert box.tab() == "button Sök"
    expect(box.field).to_have_value("serv")
    expect(box.field).to_have_attribute("aria-expanded", "false")


def test_late_suggestions_are_dropped(stage: Stage) -> None:
    gate = threading.Event()
    late = {"suggestions": [{"text": "sent", "kind": "topic"}]}
    stage.service.routes["/v1/suggest"] = lambda asked: (
        Reply(late, wait=gate) if asked["q"] == "se" else Reply(SUGGESTIONS)
    )
    box = stage.open()
    box.field.press_sequentially("se")
    wait_until(lambda: len(stage.service.asked("/v1/suggest")) == 1)
    box.type("rv")
    gate.set()
    box.page.wait_for_timeout(100)
    expect(box.options).to_have_count(3)


def test_suggestions_that_come_after_the_question_was_asked_are_not_shown(stage: Stage) -> None:
    gate = threading.Event()
    stage.service.routes["/v1/suggest"] = Reply(SUGGESTIONS, wait=gate)
    box = stage.open()
    box.field.press_sequentially("serv")
    wait_until(lambda: len(stage.service.asked("/v1/suggest")) == 1)
    box.field.press("Enter")
    expect(box.items).to_have_count(3)
    gate.set()
    box.page.wait_for_timeout(100)
    expect(box.options).to_have_count(0)


def test_a_service_without_suggestions_gives_an_ordinary_field(stage: Stage) -> None:
    del stage.service.routes["/v1/suggest"]
    box = stage.open()
    box.field.press_sequentially("serv")
    expect(box.field).to_have_role("textbox")
    box.field.press_sequentially("ice")
    expect(box.message).to_be_empty()
    box.ask()
    expect(box.items).to_have_count(3)
    assert len(stage.service.asked("/v1/suggest")) == 1


def test_failing_suggestions_disturb_nobody(stage: Stage) -> None:
    stage.service.routes["/v1/suggest"] = problem(503, "Läser in.")
    box = stage.open()
    box.field.press_sequentially("serv")
    wait_until(lambda: len(stage.service.asked("/v1/suggest")) == 1)
    expect(box.message).to_be_empty()
    expect(box.field).to_have_role("combobox")
