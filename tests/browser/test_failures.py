"""What the box says when the service is slow, failing or out of reach."""

import threading

import pytest
from playwright.sync_api import expect

from tests.browser.stage import Stage
from tests.browser.stub import Reply, problem, wait_until

pytestmark = pytest.mark.browser

UNREACHABLE = "Söktjänsten går inte att nå just nu. Försök igen om en stund."
ALONE = {"locale": "sv-SE"}
"""Network and clock belong to a context, so these tests have their own."""


def test_a_failure_is_told_in_the_words_of_the_service(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = problem(503, "Indexet läses in. Försök igen om några sekunder.")
    expect(stage.open().ask().message).to_have_text("Indexet läses in. Försök igen om några sekunder.")


def test_a_failure_without_words_names_its_status(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = Reply("<h1>Bad Gateway</h1>", 502, "text/html")
    expect(stage.open().ask().message).to_have_text(
        "Söktjänsten svarade med fel 502. Försök igen om en stund."
    )


def test_a_reply_that_is_no_answer_is_told(stage: Stage) -> None:
    box = stage.open()
    for body in ("<p>Logga in</p>", "[]", "null", '{"hits": 3}', '{"hits": [{}]}'):
        stage.service.routes["/v1/ask"] = Reply(body)
        box.field.fill("")
        box.ask()
        expect(box.message).to_have_text("Svaret gick inte att läsa. Kontrollera adressen till söktjänsten.")


def test_trying_again_asks_the_same_and_keeps_the_focus_in_the_box(stage: Stage) -> None:
    good = stage.service.routes["/v1/ask"]
    stage.service.routes["/v1/ask"] = problem(500, "Något gick fel i tjänsten.")
    box = stage.open('<protokoll-fraga body="Nämnden"></protokoll-fraga>').ask("avgift")
    stage.service.routes["/v1/ask"] = good
    box.retry.click()
    expect(box.items).to_have_count(3)
    expect(box.retry).to_be_hidden()
    expect(box.message).to_be_empty()
    assert box.has_focus(box.field)
    first, second = stage.service.asked("/v1/ask")
    assert first == second == {"q": "avgift", "limit": "5", "body": "Nämnden"}


def test_a_refused_question_is_not_worth_trying_again(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = problem(422, "Från-datumet ligger efter till-datumet.")
    box = stage.open().ask()
    expect(box.message).to_have_text("Från-datumet ligger efter till-datumet.")
    expect(box.retry).to_be_hidden()


def test_earlier_hits_do_not_stand_below_a_failure(stage: Stage) -> None:
    box = stage.open().ask()
    stage.service.routes["/v1/ask"] = problem(500, "Något gick fel i tjänsten.")
    box.field.press("Enter")
    expect(box.message).to_have_text("Något gick fel i tjänsten.")
    expect(box.items).to_have_count(0)


def test_a_service_out_of_reach_is_told_with_a_hint_for_the_editor(stage: Stage) -> None:
    box = stage.open('<protokoll-fraga api-url="http://127.0.0.1:9/fraga"></protokoll-fraga>')
    with box.page.expect_console_message(lambda message: "embed/kontroll" in message.text) as hint:
        box.ask()
    assert "http://127.0.0.1:9/fraga/embed/kontroll" in hint.value.text
    expect(box.message).to_have_text(UNREACHABLE)
    expect(box.retry).to_be_visible()


def test_a_service_that_does_not_know_the_site_is_out_of_reach(stage: Stage) -> None:
    """CORS: the stand-in names another site than the one that asks."""
    foreign = (("Access-Control-Allow-Origin", "https://annan.example.org"),)
    stage.service.routes["/v1/ask"] = Reply({}, headers=foreign)
    box = stage.open()
    box.ask()
    expect(box.message).to_have_text(UNREACHABLE)


def test_a_reader_without_network_is_told_so(stage: Stage) -> None:
    box = stage.open(**ALONE)
    box.page.context.set_offline(True)
    box.ask()
    expect(box.message).to_have_text("Du verkar sakna nätverk. Försök igen när du är uppkopplad.")
    box.page.context.set_offline(False)
    box.retry.click()
    expect(box.items).to_have_count(3)


def test_a_slow_service_is_waited_for_and_the_reader_is_told(stage: Stage) -> None:
    gate = threading.Event()
    stage.service.routes["/v1/ask"] = Reply({"hits": [], "no_answer_reason": "Nej."}, wait=gate)
    box = stage.open(**ALONE)
    box.page.clock.install()
    box.field.fill("avgift")
    box.field.press("Enter")
    progress = box.element.locator(".progress")
    box.page.clock.run_for(200)
    expect(progress).to_be_hidden()
    box.page.clock.run_for(400)
    expect(progress).to_have_text("Söker …")
    expect(box.element.locator(".results")).to_have_attribute("aria-busy", "true")
    box.page.clock.run_for(5000)
    expect(progress).to_have_text("Det tar längre tid än vanligt. Väntar på svar …")
    gate.set()
    expect(box.message).to_have_text("Nej.")
    expect(progress).to_be_hidden()
    expect(box.element.locator(".results")).not_to_have_attribute("aria-busy", "true")


def test_a_service_that_never_answers_is_given_up(stage: Stage) -> None:
    gate = threading.Event()
    stage.service.routes["/v1/ask"] = Reply({}, wait=gate)
    box = stage.open(**ALONE)
    box.page.clock.install()
    box.field.fill("avgift")
    box.field.press("Enter")
    wait_until(lambda: len(stage.service.asked("/v1/ask")) == 1)
    box.page.clock.run_for(31_000)
    box.page.clock.resume()
    expect(box.message).to_have_text("Söktjänsten svarade inte i tid. Försök igen.")
    gate.set()
