"""Minutes that hold HTML, and pages with a strict Content Security Policy."""

import gzip
import re

import pytest
from playwright.sync_api import expect

from tests.browser.minutes import answer, hit, response, sentence
from tests.browser.stage import Box, Stage
from tests.browser.stub import ELEMENT, Reply, problem

pytestmark = pytest.mark.browser

EVIL = (
    "<script>window.harmed = 1</script><img src=x onerror='window.harmed = 1'>"
    "<svg onload='window.harmed = 1'></svg></blockquote></li></ol>{{7*7}}${7*7}"
)
LARGEST = 15_000
"""Bytes after gzip."""


def evil_everywhere() -> dict[str, object]:
    where = dict.fromkeys(("text", "body", "item_number", "item_title", "section", "item_id"), EVIL)
    where |= {"case_numbers": [EVIL], "source_url": "javascript:window.harmed=1"}
    found = hit(text=EVIL, where=where) | {"passage_id": EVIL}
    return response([found], answer("sure", sentence(EVIL, where, EVIL)), EVIL)


def assert_unharmed(box: Box) -> None:
    box.page.wait_for_timeout(100)
    assert box.page.evaluate("window.harmed") is None
    assert box.element.locator("script, img, svg").count() == 0


def test_minutes_with_html_in_them_do_no_harm(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = Reply(evil_everywhere())
    box = stage.open().ask("script img onerror")
    expect(box.items.locator(".quote")).to_have_text(EVIL)
    expect(box.answer.locator(".quote")).to_have_text(EVIL)
    expect(box.element.locator(".notice")).to_have_text(EVIL)
    assert_unharmed(box)


def test_no_link_leads_to_script(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = Reply(evil_everywhere())
    box = stage.open().ask()
    links = box.element.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
    assert len(links) == 2
    assert all(link.startswith(f"{stage.service.origin}/arenden/%3Cscript%3E") for link in links)


def test_suggestions_with_html_in_them_do_no_harm(stage: Stage) -> None:
    stage.service.routes["/v1/suggest"] = Reply({"suggestions": [{"text": EVIL, "kind": "title"}]})
    box = stage.open().type("serv")
    expect(box.options).to_have_text(f"{EVIL} ärende")
    box.options.click()
    expect(box.field).to_have_value(EVIL)
    assert_unharmed(box)


def test_errors_with_html_in_them_do_no_harm(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = problem(503, EVIL)
    box = stage.open().ask()
    expect(box.message).to_have_text(EVIL)
    assert_unharmed(box)


def strict_policy(stage: Stage) -> str:
    """Nothing is allowed but the script and the answers of the service."""
    origin = stage.service.origin
    return (
        f"default-src 'none'; script-src {origin}; connect-src {origin}; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def test_the_box_works_and_looks_right_under_a_strict_policy_of_another_site(stage: Stage) -> None:
    policy = {"Content-Security-Policy": strict_policy(stage)}
    violations: list[str] = []
    box = stage.open(headers=policy)
    box.page.on("console", lambda message: violations.append(message.text))
    box.type("serv").ask()
    expect(box.items).to_have_count(3)
    expect(box.button).to_have_css("background-color", "rgb(23, 72, 107)")
    box.items.get_by_role("button").first.click()
    assert [text for text in violations if "Content Security Policy" in text] == []


def test_a_policy_that_stops_the_question_is_named_with_its_remedy(stage: Stage) -> None:
    policy = {"Content-Security-Policy": f"default-src 'none'; script-src {stage.service.origin}"}
    box = stage.open(headers=policy).ask()
    expect(box.message).to_have_text(
        f"Sidans säkerhetsregler stoppar sökningen. Lägg till {stage.service.origin} i connect-src (CSP)."
    )


def test_the_question_is_sent_without_cookies_or_own_headers(stage: Stage) -> None:
    """Anything more would need a permission of the service for every request beforehand."""
    box = stage.open()
    with box.page.expect_request("**/v1/ask*") as asked:
        box.ask()
    headers = asked.value.all_headers()
    assert asked.value.method == "GET"
    assert "cookie" not in headers
    assert headers["accept-language"] == "sv"


def test_the_file_weighs_less_than_15_kilobytes() -> None:
    assert len(gzip.compress(ELEMENT.read_bytes(), 9)) < LARGEST


@pytest.mark.parametrize(
    "pattern",
    [
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write",
        r"\beval\(|new Function",
        r"\bWorker\b|\bwasm\b",
        r"\bimport\b",
        r"https?://(?!\))",
        r"\.style\b",
        r"localStorage|sessionStorage|document\.cookie",
    ],
)
def test_the_file_holds_nothing_that_a_strict_site_forbids(pattern: str) -> None:
    code = re.sub(r"/\*.*?\*/|^\s*//.*$", "", ELEMENT.read_text(encoding="utf-8"), flags=re.S | re.M)
    assert re.search(pattern, code) is None
