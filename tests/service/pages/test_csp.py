import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.pages.csp import allows, parse_policies

SERVICE = "https://qa.example.org"
PAGE = "https://intranet.example.org"


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("", True),
        ("img-src 'none'", True),
        ("default-src 'none'", False),
        ("default-src 'self'", False),
        ("default-src *", True),
        ("default-src https:", True),
        ("default-src http:", False),
        ("script-src https://qa.example.org", True),
        ("script-src https://qa.example.org/static/", True),
        ("SCRIPT-SRC HTTPS://QA.EXAMPLE.ORG", True),
        ("script-src qa.example.org", True),
        ("script-src http://qa.example.org", True),  # a browser reads it as https too
        ("script-src *.example.org", True),
        ("script-src *.org", True),
        ("script-src *.qa.example.org", False),
        ("script-src qa.example.org:443", True),
        ("script-src qa.example.org:8443", False),
        ("script-src qa.example.org:*", True),
        ("script-src https://example.org", False),
        ("default-src *; script-src 'self'", False),
        ("default-src 'none'; script-src https://qa.example.org", True),
        ("script-src 'none'; script-src-elem qa.example.org", True),
        ("script-src 'nonce-abc' 'strict-dynamic' https://qa.example.org", False),
        ("script-src qa.example.org; script-src 'none'", True),  # the first of a name counts
        ("script-src qa.example.org, default-src 'none'", False),  # every policy binds
        ("Content-Security-Policy: default-src 'none'", False),
        ("script-src qa.example.org\ndefault-src 'self'", False),
    ],
)
def test_a_policy_says_whether_the_script_may_come(policy: str, expected: bool) -> None:
    assert allows(parse_policies(policy), "script-src", SERVICE, PAGE) is expected


@pytest.mark.parametrize(
    ("directive", "policy", "expected"),
    [
        ("connect-src", "default-src 'none'; connect-src qa.example.org", True),
        ("connect-src", "script-src qa.example.org", True),
        ("frame-src", "child-src 'none'", False),
        ("frame-src", "child-src 'none'; frame-src qa.example.org", True),
        ("form-action", "default-src 'none'", True),  # has no fallback
        ("form-action", "form-action 'self'", False),
    ],
)
def test_each_kind_of_loading_has_its_directives(directive: str, policy: str, expected: bool) -> None:
    assert allows(parse_policies(policy), directive, SERVICE, PAGE) is expected


def test_self_is_the_page() -> None:
    assert allows(parse_policies("script-src 'self'"), "script-src", PAGE, PAGE)


@given(st.text(max_size=60))
def test_nonsense_is_no_error(text: str) -> None:
    assert allows(parse_policies(text), "script-src", SERVICE, PAGE) in (True, False)
