"""What the page around can choose, hear and do."""

import pytest
from playwright.sync_api import expect

from tests.browser.minutes import QUESTION
from tests.browser.stage import SCRIPT, Box, Stage
from tests.browser.stub import problem

pytestmark = pytest.mark.browser

NOTE_EVENTS = """names => {
  window.heard = [];
  for (const name of names) {
    document.addEventListener(name, event => {
      heard.push([name, event.target.localName, event.composed, event.cancelable]);
      window.last = event.detail;
      if (window.stopped === name) event.preventDefault();
    });
  }
}"""
NAMES = ["search", "results", "select", "error"]

ENHANCED = """
<protokoll-fraga mode="enhance">
  <form action="/sok" method="get">
    <input type="hidden" name="lang" value="sv">
    <label>Fråga <input name="q" value="{q}"></label>
    <fieldset><legend>Begränsa</legend>
      <label>Organ <select name="body"><option value="">Alla</option><option>Nämnden</option></select></label>
      <label>Från <input type="date" name="date_from"></label>
    </fieldset>
    <button>Sök utan skript</button>
  </form>
  <p id="server">Träffar från servern</p>
</protokoll-fraga>
"""


def test_two_lines_of_html_are_enough(stage: Stage) -> None:
    """The service is found where the file came from."""
    expect(stage.open().ask().items).to_have_count(3)


def test_attributes_restrict_the_search(stage: Stage) -> None:
    stage.open(
        f'<protokoll-fraga api-url="{stage.service.origin}" limit="7" body="Nämnden" '
        'date-from="2023-01-01" date-to="2023-12-31"></protokoll-fraga>'
    ).ask()
    expected = {"q": QUESTION, "limit": "7", "body": "Nämnden"}
    expected |= {"date_from": "2023-01-01", "date_to": "2023-12-31"}
    assert stage.service.asked("/v1/ask") == [expected]


def test_a_limit_out_of_range_is_brought_into_it(stage: Stage) -> None:
    box = stage.open()
    for limit in ("0", "många", "999", "1"):
        box.element.evaluate(
            "(element, limit) => { element.limit = limit; return element.search('avgift'); }", limit
        )
    assert [asked["limit"] for asked in stage.service.asked("/v1/ask")] == ["5", "5", "50", "1"]


def test_a_service_below_a_path_is_asked_there(stage: Stage) -> None:
    stage.service.routes["/protokoll/v1/ask"] = stage.service.routes["/v1/ask"]
    box = stage.open(f'<protokoll-fraga api-url="{stage.service.origin}/protokoll"></protokoll-fraga>').ask()
    link = box.items.get_by_role("link").first.get_attribute("href")
    assert str(link).startswith(f"{stage.service.origin}/protokoll/arenden/")


def test_properties_set_before_the_file_had_come_hold(stage: Stage) -> None:
    early = """<script>
      addEventListener("DOMContentLoaded", () => {});
      document.addEventListener("readystatechange", () => {
        const box = document.querySelector("protokoll-fraga");
        if (box && !customElements.get("protokoll-fraga")) Object.assign(box, { limit: 2, dateFrom: "2024-01-01" });
      });
    </script>"""
    box = stage.open(scripts=early).ask()
    assert stage.service.asked("/v1/ask") == [{"q": QUESTION, "limit": "2", "date_from": "2024-01-01"}]
    assert box.element.get_attribute("date-from") == "2024-01-01"


def test_the_label_is_the_attribute_or_the_slot(stage: Stage) -> None:
    box = stage.open('<protokoll-fraga label="Fråga styrelsen"></protokoll-fraga>')
    expect(box.field).to_have_accessible_name("Fråga styrelsen")
    box.element.evaluate("element => { element.label = 'Fråga nämnden'; }")
    expect(box.field).to_have_accessible_name("Fråga nämnden")
    slotted = stage.open('<protokoll-fraga><b slot="label">Fråga fullmäktige</b></protokoll-fraga>')
    expect(slotted.field).to_have_accessible_name("Fråga fullmäktige")


def test_the_footer_can_be_replaced(stage: Stage) -> None:
    box = stage.open('<protokoll-fraga><p slot="footer">Frågor? Ring kansliet.</p></protokoll-fraga>')
    expect(box.element.get_by_text("Frågor? Ring kansliet.")).to_be_visible()


def test_controls_in_the_slot_for_filters_restrict_the_search(stage: Stage) -> None:
    box = stage.open(
        """<protokoll-fraga body="Nämnden"><div slot="filters">
        <label>Från <input type="date" name="date_from" value="2024-01-01"></label>
        <label>Till <input type="date" name="date_to"></label>
        <label><input type="checkbox" name="case_number" value="RS-1"> Bara detta</label>
        <select name="body" aria-label="Organ"><option>Styrelsen</option></select>
        </div></protokoll-fraga>"""
    )
    box.field.fill("avgift")
    box.page.get_by_label("Från").press("Enter")
    expect(box.items).to_have_count(3)
    expected = {"q": "avgift", "limit": "5", "body": "Nämnden", "date_from": "2024-01-01"}
    assert stage.service.asked("/v1/ask") == [expected]


def test_events_tell_of_a_search_and_cross_the_shadow(stage: Stage) -> None:
    box = stage.open()
    box.page.evaluate(NOTE_EVENTS, NAMES)
    box.ask("avgift")
    assert box.page.evaluate("heard") == [
        ["search", "protokoll-fraga", True, True],
        ["results", "protokoll-fraga", True, True],
    ]
    assert box.page.evaluate("last.question") == "avgift"
    assert box.page.evaluate("last.response.hits.length") == 3


def test_a_failure_is_an_event(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = problem(503, "Läser in.")
    box = stage.open()
    box.page.evaluate(NOTE_EVENTS, ["error"])
    box.ask()
    assert box.page.evaluate("last") == {"kind": "server", "status": 503, "message": "Läser in."}


def test_selecting_text_in_the_field_is_no_event_of_the_box(stage: Stage) -> None:
    box = stage.open().ask()
    box.page.evaluate(NOTE_EVENTS, ["select"])
    box.field.select_text()
    box.page.wait_for_timeout(50)
    assert box.page.evaluate("heard") == []


def test_the_page_can_stop_a_search(stage: Stage) -> None:
    box = stage.open()
    box.page.evaluate(NOTE_EVENTS, NAMES)
    box.page.evaluate("() => { window.stopped = 'search'; }")
    assert box.element.evaluate("element => element.search('avgift')") is None
    assert stage.service.asked("/v1/ask") == []


def test_the_page_can_show_the_hits_itself(stage: Stage) -> None:
    box = stage.open()
    box.page.evaluate(NOTE_EVENTS, NAMES)
    box.page.evaluate("() => { window.stopped = 'results'; }")
    answered = box.element.evaluate("element => element.search('avgift')")
    assert len(answered["hits"]) == 3
    expect(box.items).to_have_count(0)


def test_the_page_can_follow_a_link_in_its_own_way(stage: Stage) -> None:
    box = stage.open().ask()
    box.page.evaluate(NOTE_EVENTS, NAMES)
    box.page.evaluate("() => { window.stopped = 'select'; }")
    link = box.items.get_by_role("link").first
    href = link.get_attribute("href")
    link.click()
    assert box.page.evaluate("[last.href, last.hit.rank]") == [href, 1]
    assert box.page.url == f"{stage.host.origin}/"


def test_the_page_can_ask_read_clear_and_focus(stage: Stage) -> None:
    box = stage.open()
    assert box.element.evaluate("element => element.response") is None
    box.element.evaluate("element => element.search('avgift')")
    expect(box.items).to_have_count(3)
    assert box.element.evaluate("element => [element.value, element.response.total]") == ["avgift", 3]
    box.element.evaluate("element => { element.focus(); element.clear(); }")
    expect(box.items).to_have_count(0)
    assert box.element.evaluate("element => [element.value, element.response]") == ["", None]
    assert box.has_focus(box.field)


def test_colours_and_parts_are_open_to_the_page_and_the_rest_is_not(stage: Stage) -> None:
    box = stage.open(
        """<style>
        protokoll-fraga { --protokoll-accent: rgb(120, 0, 60); --protokoll-font-size: 1.25rem; }
        protokoll-fraga::part(title) { font-style: italic; }
        button { background: lime !important; } li { display: none !important; }
        </style><protokoll-fraga></protokoll-fraga>"""
    ).ask()
    expect(box.button).to_have_css("background-color", "rgb(120, 0, 60)")
    expect(box.field).to_have_css("font-size", "20px")
    expect(box.items.first.locator(".title")).to_have_css("font-style", "italic")
    expect(box.items.first).to_be_visible()


def test_a_box_with_a_results_page_goes_there_with_its_question_and_restrictions(stage: Stage) -> None:
    there = '<protokoll-fraga results-url="/traffar"></protokoll-fraga>'
    stage.open(there, "/traffar")
    box = stage.open('<protokoll-fraga results-url="/traffar?from=start" body="Nämnden"></protokoll-fraga>')
    box.field.fill("avgift & taxa")
    box.field.press("Enter")
    box.page.wait_for_url("**/traffar?from=start&q=avgift+%26+taxa&body=N%C3%A4mnden")
    expect(box.items).to_have_count(3)
    expect(box.field).to_have_value("avgift & taxa")


def test_the_results_page_keeps_its_address_and_the_way_back(stage: Stage) -> None:
    box = stage.open('<protokoll-fraga results-url="/traffar"></protokoll-fraga>', "/traffar?q=avgift")
    expect(box.items).to_have_count(3)
    box.ask("lokaler")
    assert box.page.url == f"{stage.host.origin}/traffar?q=lokaler"
    box.page.go_back()
    expect(box.field).to_have_value("avgift")
    box.page.wait_for_function(
        "() => document.querySelector('protokoll-fraga').response?.question === 'avgift'"
    )


def test_a_jump_within_the_page_takes_nothing_from_the_reader(stage: Stage) -> None:
    box = stage.open('<a href="#mal">Hoppa</a><protokoll-fraga results-url="/"></protokoll-fraga>')
    box.ask().field.fill("halvskriven")
    box.page.get_by_text("Hoppa").click()
    box.page.wait_for_url("**/?q=*#mal")
    expect(box.field).to_have_value("halvskriven")
    expect(box.items).to_have_count(3)


def test_an_ordinary_box_leaves_the_address_alone(stage: Stage) -> None:
    box = stage.open(address="/?q=avgift")
    expect(box.field).to_have_value("")
    box.ask("lokaler")
    assert box.page.url == f"{stage.host.origin}/?q=avgift"


def test_an_enhanced_form_is_replaced_but_keeps_its_filters_and_first_hits(stage: Stage) -> None:
    box = stage.open(ENHANCED.format(q="avgift"), "/sok?q=avgift")
    expect(box.field).to_have_value("avgift")
    expect(box.page.get_by_text("Sök utan skript")).to_be_hidden()
    expect(box.page.locator("#server")).to_be_visible()
    assert stage.service.asked("/v1/ask") == []
    box.page.get_by_label("Organ").select_option("Nämnden")
    box.ask("lokaler")
    expect(box.page.locator("#server")).to_be_hidden()
    assert stage.service.asked("/v1/ask") == [{"q": "lokaler", "limit": "5", "body": "Nämnden"}]
    assert box.page.url == f"{stage.host.origin}/sok?lang=sv&q=lokaler&body=N%C3%A4mnden"


def test_going_back_sets_the_filters_of_an_enhanced_form_too(stage: Stage) -> None:
    box = stage.open(ENHANCED.format(q=""), "/sok?q=avgift")
    box.page.get_by_label("Organ").select_option("Nämnden")
    box.ask("lokaler")
    box.page.go_back()
    expect(box.page.get_by_label("Organ")).to_have_value("")
    expect(box.field).to_have_value("avgift")


def test_an_enhanced_form_works_without_script(stage: Stage) -> None:
    box = stage.open(ENHANCED.format(q=""), "/sok", java_script_enabled=False)
    box.page.get_by_label("Fråga").fill("avgift")
    box.page.get_by_label("Organ").select_option("Nämnden")
    box.page.get_by_role("button", name="Sök utan skript").click()
    box.page.wait_for_url("**/sok?lang=sv&q=avgift&body=N%C3%A4mnden&date_from=")


def test_a_form_is_enhanced_although_the_script_ran_before_it_was_parsed(stage: Stage) -> None:
    classic = f'<script src="{stage.service.origin}{SCRIPT}"></script>'
    box: Box = stage.open(ENHANCED.format(q="avgift"), "/sok", scripts=classic)
    expect(box.field).to_have_value("avgift")
    expect(box.page.get_by_text("Sök utan skript")).to_be_hidden()
