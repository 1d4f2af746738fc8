"""What readers with a screen reader, a keyboard, a phone or colours of their own meet."""

import threading
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.accessibility import overflow, violations
from tests.browser.minutes import SUGGESTIONS, answer, hit, response
from tests.browser.stage import BOX, Box, Stage
from tests.browser.stub import Reply, problem

pytestmark = pytest.mark.browser

FILTERS = """<protokoll-fraga>
<p slot="filters"><label>Från och med <input type="date" name="date_from"></label></p>
</protokoll-fraga>"""


def with_answer(stage: Stage) -> Box:
    stage.service.routes["/v1/ask"] = Reply(response(answer=answer(), total=50))
    return stage.open('<protokoll-fraga limit="3"></protokoll-fraga>').ask()


def unsure(stage: Stage) -> Box:
    stage.service.routes["/v1/ask"] = Reply(response([hit(1, 0.3)], answer("possible"), "Inget säkert svar."))
    return stage.open().ask()


def nothing(stage: Stage) -> Box:
    stage.service.routes["/v1/ask"] = Reply(response([]))
    return stage.open().ask()


def failing(stage: Stage) -> Box:
    stage.service.routes["/v1/ask"] = problem(503, "Läser in.")
    return stage.open().ask()


def searching(stage: Stage) -> Box:
    """The hits of before stand below while the next ones are searched."""
    box = stage.open().ask()
    gate = threading.Event()
    stage.service.routes["/v1/ask"] = Reply({}, wait=gate)
    box.field.press("Enter")
    box.element.locator(".progress").wait_for()
    stage.at_end.append(gate.set)
    return box


def empty_question(stage: Stage) -> Box:
    box = stage.open()
    box.button.click()
    return box


def suggesting(stage: Stage) -> Box:
    box = stage.open().type("serv")
    box.field.press("ArrowDown")
    return box


STATES: dict[str, Callable[[Stage], Box]] = {
    "idle": lambda stage: stage.open(FILTERS),
    "suggesting": suggesting,
    "answered": with_answer,
    "unsure": unsure,
    "nothing": nothing,
    "failing": failing,
    "searching": searching,
    "empty question": empty_question,
    "two boxes": lambda stage: stage.open(f'{BOX}<protokoll-fraga lang="en"></protokoll-fraga>').ask(),
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_light_or_dark(stage: Stage, state: str) -> None:
    page = STATES[state](stage).page
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []


def test_a_dark_page_gets_a_dark_box(stage: Stage) -> None:
    box = stage.open(color_scheme="dark")
    expect(box.button).to_have_css("background-color", "rgb(140, 196, 236)")


def test_a_light_page_keeps_a_light_box_on_a_dark_system(stage: Stage) -> None:
    light = '<div style="color-scheme: light"><protokoll-fraga></protokoll-fraga></div>'
    box = stage.open(light, color_scheme="dark")
    expect(box.button).to_have_css("background-color", "rgb(23, 72, 107)")


SEARCH_AS_READ = """
- search "Sök svar i protokoll":
  - text: Sök svar i protokoll
  - combobox "Sök svar i protokoll": Vad sades om serviceavgiften 2024?
  - button "Sök"
- status: 3 träffar, varav 1 svag.
- alert
- heading "3 träffar bäst först" [level=2]
- list:
  - listitem:
    - paragraph:
      - time: 6 mars 2024
      - text: · Regionstyrelsen Sundmark
    - heading "§ 31 Serviceavgift för gemensamma tjänster" [level=3]:
      - link "§ 31 Serviceavgift för gemensamma tjänster"
    - blockquote:
      - text: Regionstyrelsen beslutar att
      - mark: serviceavgiften
      - text: för
      - mark: "2024"
      - text: räknas upp med 2,4 procent. Avgifterna fördelas mellan kommunerna efter invånarantal.
    - paragraph: Säker träff · Beslut · RS-2024-00117 · Sida 4
    - paragraph: "Ord ur frågan: serviceavgiften, 2024"
    - paragraph:
      - button "Kopiera citat med källa"
      - link "Protokollet på webben"
  - listitem:
    - paragraph:
      - time: 1–2 februari 2023
      - text: · Kommun- och regionforum Sundmark
    - heading "3 Gemensam yta för utveckling" [level=3]:
      - link "3 Gemensam yta för utveckling"
    - blockquote:
      - text: Forumet samtalade om hur
      - mark: serviceavgifter
      - text: bör beräknas framöver.
    - paragraph: Trolig träff · Anteckningar
    - paragraph: "Ord ur frågan: serviceavgifter"
    - paragraph:
      - button "Kopiera citat med källa"
  - listitem:
    - paragraph: Datum okänt · Regionstyrelsen Sundmark
    - heading "§ 8 Lokaler" [level=3]:
      - link "§ 8 Lokaler"
    - blockquote: Kostnaden för lokaler delas lika.
    - paragraph: Svag träff, handlar kanske om något annat
    - paragraph: Inga av frågans ord, men liknande innehåll
    - paragraph:
      - button "Kopiera citat med källa"
- text: Citaten är ordagranna utdrag ur protokollen.
"""


def test_a_screen_reader_meets_a_search_from_start_to_end(stage: Stage) -> None:
    box = stage.open()
    expect(box.element).to_match_aria_snapshot(
        """
        - search "Sök svar i protokoll":
          - combobox "Sök svar i protokoll"
          - button "Sök"
        - status
        - alert
        """
    )
    box.listen().type("serv")
    expect(box.element.get_by_role("listbox", name="Förslag")).to_match_aria_snapshot(
        """
        - listbox "Förslag":
          - option "Serviceavgift för gemensamma tjänster ärende"
          - option "RS-2024-00117 diarienummer"
          - option "serviceavgift ämne"
        """
    )
    box.page.wait_for_timeout(400)
    box.field.press("ArrowDown")
    box.ask()
    expect(box.element).to_match_aria_snapshot(SEARCH_AS_READ)
    assert box.said() == [
        ["status", "3 förslag. Bläddra med piltangenterna."],
        ["status", "3 träffar, varav 1 svag."],
    ]


def test_a_search_that_finds_nothing_interrupts_and_nothing_else_is_said(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = Reply(response([], reason="Det står inte i protokollen."))
    box = stage.open().listen().ask()
    box.page.wait_for_timeout(400)
    assert box.said() == [["alert", "Det står inte i protokollen."]]


def test_a_failure_interrupts_and_a_second_one_does_so_again(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = problem(503, "Läser in.")
    box = stage.open().listen().ask()
    box.retry.click()
    box.page.wait_for_function("window.said.length > 1")
    assert box.said() == [["alert", "Läser in."], ["alert", "Läser in."]]


def test_an_answer_is_announced_before_the_number_of_hits(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = Reply(response([hit()], answer("possible")))
    box = stage.open().listen().ask()
    box.page.wait_for_function("window.said.length > 0")
    assert box.said() == [["status", "Möjligt svar. 1 träff."]]


def test_quick_typing_announces_suggestions_once(stage: Stage) -> None:
    stage.service.routes["/v1/suggest"] = lambda asked: Reply(
        {"suggestions": SUGGESTIONS["suggestions"][: 4 - len(asked["q"]) or 1]}
    )
    box = stage.open().listen()
    for letter in "serv":
        box.field.press(letter)
        box.page.wait_for_timeout(30)
    box.page.wait_for_function("window.said.length > 0")
    assert box.said() == [["status", "1 förslag. Bläddra med piltangenterna."]]


def test_all_of_a_search_is_done_by_keyboard(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = Reply(response([hit()], answer(), total=50))
    box = stage.open('<protokoll-fraga limit="1"></protokoll-fraga>')
    assert box.tab() == "input"
    box.page.keyboard.type("avgift")
    box.page.keyboard.press("Enter")
    expect(box.items).to_have_count(1)
    walked = [box.tab() for _ in range(8)]
    assert walked == [
        "button Sök",
        "a Regionstyrelsen Sundmark 6 mars 2024, § 31 Serviceavgift för gemensamma tjänster",
        "button Kopiera citat med källa",
        "a § 31 Serviceavgift för gemensamma tjänster",
        "summary Varför denna träff?",
        "button Kopiera citat med källa",
        "a Protokollet på webben",
        "button Visa fler träffar",
    ]


def test_focus_stays_in_the_field_while_answers_come(stage: Stage) -> None:
    box = stage.open().ask()
    assert box.has_focus(box.field)
    stage.service.routes["/v1/ask"] = problem(503, "Läser in.")
    box.field.press("Enter")
    expect(box.message).not_to_be_empty()
    assert box.has_focus(box.field)


def test_a_click_on_the_label_goes_to_the_field(stage: Stage) -> None:
    box = stage.open()
    box.element.get_by_text("Sök svar i protokoll").click()
    assert box.has_focus(box.field)


LONG = "Ombyggnadsentreprenadupphandlingsunderlagsgranskning" * 3


@pytest.mark.parametrize("size", ["100%", "200%"], ids=["320 pixels", "and text twice as large"])
def test_a_narrow_page_needs_no_sideways_scrolling(stage: Stage, size: str) -> None:
    where = {"item_title": LONG, "body": LONG, "case_numbers": [LONG]}
    stage.service.routes["/v1/ask"] = Reply(response([hit(text=LONG, where=where)], answer()))
    stage.service.routes["/v1/suggest"] = Reply({"suggestions": [{"text": LONG, "kind": "title"}]})
    box = stage.open(viewport={"width": 320, "height": 640})
    box.page.add_style_tag(content=f"html {{ font-size: {size}; }}")
    box.ask()
    assert overflow(box.page) == 0
    box.field.fill("")
    box.type("serv")
    assert overflow(box.page) == 0


def test_text_grows_with_the_font_size_of_the_reader(stage: Stage) -> None:
    box = stage.open()
    box.page.add_style_tag(content="html { font-size: 200%; }")
    expect(box.field).to_have_css("font-size", "32px")


def test_all_that_is_pressed_is_large_enough(stage: Stage) -> None:
    """WCAG 2.2 asks for 24 pixels; the field and its button have 44."""
    box = stage.open().ask()
    heights = {
        part: box.element.locator(part).first.bounding_box() for part in (".input", ".button", ".copy")
    }
    assert heights[".input"]["height"] >= 44
    assert heights[".button"]["height"] >= 44
    assert heights[".copy"]["height"] >= 24


@pytest.mark.parametrize(("scheme", "ring"), [("light", "rgb(23, 72, 107)"), ("dark", "rgb(140, 196, 236)")])
def test_the_focus_ring_is_wide_and_in_a_colour_that_stands_out(stage: Stage, scheme: str, ring: str) -> None:
    box = stage.open(color_scheme=scheme)
    box.tab()
    expect(box.field).to_have_css("outline-color", ring)
    expect(box.field).to_have_css("outline-style", "solid")
    expect(box.field).to_have_css("outline-width", "3px")


def test_forced_colours_keep_what_is_marked_and_chosen_apart(stage: Stage) -> None:
    box = stage.open(forced_colors="active").ask()
    mark, quote = box.items.first.locator("mark").first, box.items.first.locator(".quote")
    assert colour_behind(mark) != colour_behind(quote)
    box.field.fill("")
    box.type("serv").field.press("ArrowDown")
    assert colour_behind(box.options.first) != colour_behind(box.options.last)


def colour_behind(part: Locator) -> str:
    return str(part.evaluate("node => getComputedStyle(node).backgroundColor"))


def test_nothing_moves_for_readers_who_want_it_still(stage: Stage) -> None:
    box = stage.open(reduced_motion="reduce")
    name = box.element.locator(".progress").evaluate(
        "node => getComputedStyle(node, '::after').animationName"
    )
    assert name == "none"


def test_headings_fit_into_those_of_the_page(stage: Stage) -> None:
    box = stage.open('<protokoll-fraga heading-level="4"></protokoll-fraga>').ask()
    headings = box.element.get_by_role("heading")
    levels = headings.evaluate_all("found => found.map(heading => heading.localName)")
    assert levels == ["h4", "h5", "h5", "h5"]
