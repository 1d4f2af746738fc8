"""A question and what is shown for it."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.minutes import FORUM, answer, hit, response, sentence, why
from tests.browser.stage import Stage
from tests.browser.stub import Reply

pytestmark = pytest.mark.browser


def test_the_enter_key_asks(stage: Stage) -> None:
    box = stage.open()
    box.field.fill("Vad sades om serviceavgiften?")
    box.field.press("Enter")
    expect(box.items).to_have_count(3)
    assert stage.service.asked("/v1/ask") == [{"q": "Vad sades om serviceavgiften?", "limit": "5"}]


def test_the_button_asks(stage: Stage) -> None:
    box = stage.open()
    box.field.fill("avgift")
    box.button.click()
    expect(box.items).to_have_count(3)


def test_nothing_is_asked_while_the_reader_types(stage: Stage) -> None:
    stage.open().type("serviceavgift")
    assert stage.service.asked("/v1/ask") == []


def test_an_empty_question_is_not_sent_but_explained_at_the_field(stage: Stage) -> None:
    box = stage.open()
    box.field.fill("   ")
    box.button.click()
    expect(box.message).to_have_text("Skriv en fråga eller några sökord först.")
    expect(box.field).to_have_accessible_description("Skriv en fråga eller några sökord först.")
    expect(box.field).to_have_attribute("aria-invalid", "true")
    assert box.has_focus(box.field)
    assert stage.service.asked("/v1/ask") == []


def test_typing_takes_the_complaint_away(stage: Stage) -> None:
    box = stage.open()
    box.button.click()
    box.field.press("a")
    expect(box.message).to_be_empty()
    expect(box.field).not_to_have_attribute("aria-invalid", "true")


def test_each_hit_begins_with_its_date(stage: Stage) -> None:
    box = stage.open().ask()
    dates = box.element.locator(".item > :first-child .date")
    expect(dates).to_have_text(["6 mars 2024", "1–2 februari 2023", "Datum okänt"])


def test_a_date_says_how_it_is_known(stage: Stage) -> None:
    dates = [
        {"date_basis": "inferred"},
        {"date_basis": "sidecar"},
        {"meeting_date": "2023-12-31", "meeting_end_date": "2024-01-02"},
    ]
    stage.service.routes["/v1/ask"] = Reply(
        response([hit(n, where=where) for n, where in enumerate(dates, 1)])
    )
    expect(stage.open().ask().element.locator(".date")).to_have_text(
        [
            "6 mars 2024 (härlett)",
            "6 mars 2024 (enligt metadata.csv)",
            "31 december 2023–2 januari 2024",
        ]
    )


def test_a_hit_links_to_its_passage_on_the_service_in_the_same_tab(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = Reply(response([hit(where={"item_id": "år 1/möte?#/§ 3"})]))
    link = stage.open().ask().items.get_by_role("link").first
    path = "/arenden/%C3%A5r%201/m%C3%B6te%3F%23/%C2%A7%203?stycke=rs-2024-03-06%2F31%2F1#traff"
    expect(link).to_have_attribute("href", stage.service.origin + path)
    assert link.get_attribute("target") is None


def test_a_hit_without_title_is_named_by_its_citation(stage: Stage) -> None:
    where = {"item_number": "", "item_title": "", "text": "Nämnden 3 maj 2024"}
    stage.service.routes["/v1/ask"] = Reply(response([hit(where=where)]))
    expect(stage.open().ask().items.get_by_role("heading")).to_have_text("Nämnden 3 maj 2024")


MARKED = {
    "Vad sades om serviceavgiften?": ["serviceavgifter", "Serviceavgiftens"],
    "avgift": ["serviceavgifter", "Serviceavgiftens"],
    "Hur blev det 2024": ["2024"],
    "202": [],
    "RS-2024-117": ["RS", "2024"],
    "räknas": ["räknas"],
    "raknas": [],
    "RÄKNAS upp": ["räknas"],
    "ra\u0308knas": ["räknas"],
    "vad och för som": [],
    "<b>(.*)": [],
}


def test_the_words_of_the_question_are_marked(stage: Stage) -> None:
    text = "Enligt RS räknas serviceavgifter om 2024. Serviceavgiftens nivå är för hög, och det är som 12024."
    stage.service.routes["/v1/ask"] = lambda asked: Reply(
        response([hit(text=text) | {"why": why(asked["q"], text)}])
    )
    box = stage.open()
    marked = {}
    for question in MARKED:
        box.element.evaluate("(element, question) => element.search(question)", question)
        marked[question] = box.items.locator("mark").all_inner_texts()
        assert box.items.locator(".quote").inner_text() == text
    assert marked == MARKED


def test_a_hit_says_why_it_was_found(stage: Stage) -> None:
    box = stage.open().ask()
    expect(box.items.locator(".why")).to_have_text(
        [
            "Ord ur frågan: serviceavgiften, 2024",
            "Ord ur frågan: serviceavgifter",
            "Inga av frågans ord, men liknande innehåll",
        ]
    )


def test_all_reasons_for_a_hit_are_told_to_who_asks(stage: Stage) -> None:
    reasons = stage.open().ask().items.first.locator("details")
    expect(reasons.locator("p")).to_be_hidden()
    reasons.locator("summary").click()
    expect(reasons.locator("p")).to_have_text("Likhet med frågan: säker.")


def test_how_the_question_was_read_is_said(stage: Stage) -> None:
    read = "Läste ”servisavgift” som ”serviceavgift”."
    stage.service.routes["/v1/ask"] = Reply(response(understood={"text": read}))
    box = stage.open().ask()
    expect(box.element.locator(".understood")).to_have_text(read)
    stage.service.routes["/v1/ask"] = Reply(response(understood={"text": ""}))
    box.ask("Något annat")
    expect(box.element.locator(".understood")).to_have_count(0)


def test_confidence_is_a_word(stage: Stage) -> None:
    confidences = [1, 0.8, 0.79, 0.5, 0.49, 0]
    hits = [hit(rank, confidence) for rank, confidence in enumerate(confidences, 1)]
    stage.service.routes["/v1/ask"] = Reply(response(hits))
    shown = stage.open().ask().items.locator(".confidence").all_inner_texts()
    assert [text.split()[0] for text in shown] == ["Säker", "Säker", "Trolig", "Trolig", "Svag", "Svag"]


def test_a_weak_hit_is_marked_as_weak(stage: Stage) -> None:
    box = stage.open().ask()
    expect(box.element.locator(".item.weak")).to_have_count(1)
    expect(box.items.last).to_contain_text("Svag träff, handlar kanske om något annat")


def test_hits_that_are_all_weak_are_said_to_be_no_sure_answer(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = Reply(response([hit(1, 0.3), hit(2, 0.1)]))
    box = stage.open().ask()
    expect(box.element.locator(".notice")).to_have_text("Inget säkert svar. Det här ligger närmast:")


def test_the_answer_comes_first_with_its_citation(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = Reply(response(answer=answer()))
    box = stage.open().ask()
    headings = box.element.get_by_role("heading")
    expect(headings.first).to_have_text("Svar")
    expect(headings.nth(1)).to_contain_text("3 träffar")
    expect(box.answer.locator("blockquote")).to_have_text(
        "Serviceavgiften för 2024 räknas upp med 2,4 procent."
    )
    link = box.answer.get_by_role("link")
    expect(link).to_have_text(
        "Regionstyrelsen Sundmark 6 mars 2024, § 31 Serviceavgift för gemensamma tjänster"
    )
    expect(link).to_have_attribute(
        "href",
        f"{stage.service.origin}/arenden/rs-2024-03-06/31?stycke=rs-2024-03-06%2F31%2F1#traff",
    )


def test_an_answer_of_several_passages_cites_each_of_them_once(stage: Stage) -> None:
    found = answer(
        "sure",
        sentence("Avgiften höjs."),
        sentence("Höjningen är 2,4 procent."),
        sentence("Forumet var enigt.", FORUM, "forum-2023-02-01/3/1"),
    )
    stage.service.routes["/v1/ask"] = Reply(response(answer=found))
    box = stage.open().ask()
    quotes = box.answer.locator("blockquote")
    expect(quotes).to_have_text(["Avgiften höjs. Höjningen är 2,4 procent.", "Forumet var enigt."])
    expect(box.answer.get_by_role("link")).to_have_count(2)


def test_a_possible_answer_is_called_possible(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = Reply(response(answer=answer("possible")))
    expect(stage.open().ask().answer.get_by_role("heading")).to_have_text("Möjligt svar")


def test_a_quote_is_copied_with_its_source(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = Reply(response(answer=answer()))
    box = stage.open(permissions=["clipboard-read", "clipboard-write"]).ask()
    button = box.answer.get_by_role("button", name="Kopiera citat med källa")
    button.click()
    expect(box.answer.get_by_role("button")).to_have_text("Citatet är kopierat")
    assert box.page.evaluate("navigator.clipboard.readText()") == (
        "”Serviceavgiften för 2024 räknas upp med 2,4 procent.”\n"
        "Regionstyrelsen Sundmark 6 mars 2024, § 31 Serviceavgift för gemensamma tjänster\n"
        "https://example.org/protokoll/rs-2024-03-06.pdf"
    )


def test_a_quote_without_published_minutes_is_copied_with_the_address_here(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = Reply(response([hit(where={"source_url": ""})]))
    box = stage.open(permissions=["clipboard-read", "clipboard-write"]).ask()
    box.items.get_by_role("button").click()
    expect(box.items.get_by_role("button")).to_have_text("Citatet är kopierat")
    copied = str(box.page.evaluate("navigator.clipboard.readText()"))
    assert copied.splitlines()[-1] == box.items.get_by_role("link").get_attribute("href")


def test_copying_works_where_the_page_has_no_clipboard(stage: Stage) -> None:
    box = stage.open(permissions=["clipboard-read", "clipboard-write"]).ask()
    box.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('denied')); }")
    box.items.get_by_role("button").first.click()
    expect(box.items.get_by_role("button").first).to_have_text("Citatet är kopierat")
    assert "räknas upp med 2,4 procent" in str(box.page.evaluate("navigator.clipboard.readText()"))
    assert box.has_focus(box.items.get_by_role("button").first)


def test_no_hits_are_told_with_the_reason_of_the_service(stage: Stage) -> None:
    reason = "Inget i protokollen 2019–2024 handlar om det. Närmaste ämnen: lokaler, avgifter."
    stage.service.routes["/v1/ask"] = Reply(response([], reason=reason))
    box = stage.open().ask("Vem vann hockeyfinalen?")
    expect(box.message).to_have_text(reason)
    expect(box.items).to_have_count(0)


def test_hits_below_a_refusal_are_shown_with_its_reason(stage: Stage) -> None:
    reason = "Protokollen säger inte hur mycket."
    stage.service.routes["/v1/ask"] = Reply(response(reason=reason))
    box = stage.open().ask()
    expect(box.element.locator(".notice")).to_have_text(reason)
    expect(box.items).to_have_count(3)


def test_a_reason_is_marked_with_the_language_it_is_in(stage: Stage) -> None:
    for hits in (None, []):
        answer = response(hits, reason="Found no certain answer in the minutes.", language="en")
        stage.service.routes["/v1/ask"] = Reply(answer)
        box = stage.open().ask("Who won the hockey final?")
        told = box.message if hits == [] else box.element.locator(".notice")
        expect(told).to_have_attribute("lang", "en")


def test_more_hits_are_shown_on_demand_and_focus_goes_to_the_first_new_one(stage: Stage) -> None:
    stage.service.routes["/v1/ask"] = lambda asked: Reply(
        response([hit(rank) for rank in range(1, int(asked["limit"]) + 1)], total=300)
    )
    box = stage.open('<protokoll-fraga limit="2"></protokoll-fraga>').ask()
    expect(box.items).to_have_count(2)
    box.element.get_by_role("button", name="Visa fler träffar").press("Enter")
    expect(box.items).to_have_count(4)
    assert box.has_focus(box.items.nth(2).get_by_role("link").first)


def test_a_box_that_shows_all_there_is_offers_no_more(stage: Stage) -> None:
    box = stage.open().ask()
    expect(box.element.get_by_role("button", name="Visa fler träffar")).to_have_count(0)


def test_the_box_speaks_english_on_demand_and_says_that_quotes_are_swedish(stage: Stage) -> None:
    box = stage.open('<protokoll-fraga lang="en"></protokoll-fraga>').ask()
    expect(box.button).to_have_text("Search")
    expect(box.element.locator(".count")).to_contain_text("3 hits")
    expect(box.items.first).to_contain_text(f"{date(2024, 3, 6).day} March 2024")
    expect(box.items.first.locator(".quote")).to_have_attribute("lang", "sv")
    expect(box.element.locator(".box")).to_have_attribute("lang", "en")


def test_words_follow_when_the_language_changes(stage: Stage) -> None:
    box = stage.open().ask()
    box.element.evaluate("element => { element.lang = 'en'; }")
    expect(box.button).to_have_text("Search")
    expect(box.items.first.locator(".confidence")).to_have_text("Certain hit")
