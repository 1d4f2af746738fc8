import pytest

from service.pages.embedding import Embedding, Mode
from service.pages.embedding_check import check, is_inside

PAGE = "https://intranet.example.org/sok"
ALLOWED = ("https://intranet.example.org",)
GOOD_POLICY = "default-src 'none'; script-src qa.example.org; connect-src qa.example.org"
SECURE = Embedding("https://qa.example.org/")


def faults(
    chosen: Embedding, page: str = PAGE, policy: str = GOOD_POLICY, allowed: tuple[str, ...] = ALLOWED
) -> str:
    found = check(chosen, page, policy, allowed)
    return " ".join(f"{each.text} {each.remedy}" for each in found if each.level != "bra")


def test_where_all_is_well_nothing_is_at_fault() -> None:
    assert faults(SECURE) == ""
    assert {finding.level for finding in check(SECURE, PAGE, GOOD_POLICY, ALLOWED)} == {"bra"}


@pytest.mark.parametrize(
    ("chosen", "page", "policy", "allowed", "expected"),
    [
        (Embedding("http://qa.example.org/"), PAGE, GOOD_POLICY, ALLOWED, "blandat innehåll"),
        (
            SECURE,
            "http://intranet.example.org/",
            GOOD_POLICY,
            ("http://intranet.example.org",),
            "inte krypterad",
        ),
        (SECURE, PAGE, GOOD_POLICY, (), "QA_CORS_ORIGINS=https://intranet.example.org och"),
        (
            SECURE,
            PAGE,
            GOOD_POLICY,
            ("https://a.se",),
            "QA_CORS_ORIGINS=https://a.se,https://intranet.example.org",
        ),
        (SECURE, PAGE, "", ALLOWED, "inte kontrollerade"),
        (SECURE, PAGE, "default-src 'self'", ALLOWED, "Lägg till https://qa.example.org i script-src"),
        (SECURE, PAGE, "connect-src 'self'", ALLOWED, "stoppar frågorna"),
        (
            Embedding("https://qa.example.org/", Mode.IFRAME),
            PAGE,
            "frame-src 'none'",
            ALLOWED,
            "stoppar ramen",
        ),
        (Embedding("https://qa.example.org/", Mode.IFRAME), PAGE, "", (), "visas i en ram"),
        (
            Embedding("https://qa.example.org/", Mode.FORM),
            PAGE,
            "form-action 'self'",
            ALLOWED,
            "stoppar formuläret",
        ),
        (Embedding("https://10.1.2.3/"), PAGE, "", ALLOWED, "LocalNetworkAccessAllowedForUrls"),
    ],
)
def test_what_stops_the_box_is_named_with_what_to_do(
    chosen: Embedding, page: str, policy: str, allowed: tuple[str, ...], expected: str
) -> None:
    assert expected in faults(chosen, page, policy, allowed)


def test_what_stops_it_comes_first() -> None:
    levels = [finding.level for finding in check(SECURE, PAGE, "connect-src 'none'", ())]
    assert levels == ["fel", "fel", "bra", "bra"]


def test_inside_the_same_network_no_browser_asks() -> None:
    page = "https://intranet.lan/"
    assert "lokala nätverket" not in faults(Embedding("https://10.1.2.3/"), page)


def test_a_page_of_the_service_itself_needs_no_permission() -> None:
    assert "QA_CORS_ORIGINS" not in faults(SECURE, "https://qa.example.org/embed", allowed=())


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("192.168.1.4", True),
        ("fd00::1", True),
        ("qaserver", True),
        ("qa.kommunen.local", True),
        ("qa.example.org", False),
        ("8.8.8.8", False),
    ],
)
def test_a_host_on_the_own_network_is_known_by_address_or_name(host: str, expected: bool) -> None:
    assert is_inside(host) is expected
