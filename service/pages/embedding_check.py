"""What in the page of another site would stop the search box, as far as the service can tell."""

import ipaddress
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from service.pages.csp import allows, parse_policies
from service.pages.embedding import Embedding, Mode, needed_directives

_INSIDE = (".local", ".lan", ".intern", ".internal", ".corp", ".home.arpa", ".localhost")
_WHAT_IS_LOADED = {
    "script-src": "skriptet",
    "connect-src": "frågorna till söktjänsten",
    "frame-src": "ramen (iframe)",
    "form-action": "formuläret",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    ``level`` is ``bra``, ``obs`` (may disturb) or ``fel`` (stops the box); ``text`` says what was
    found, ``remedy`` what to do, empty where there is nothing to do.
    """

    level: str
    text: str
    remedy: str = ""


def check(chosen: Embedding, page: str, policy: str, allowed_origins: Sequence[str]) -> list[Finding]:
    """Look at everything that can stop the box.

    Args:
        chosen: how the box is embedded.
        page: address of the page that it shall stand on, ``http://`` or ``https://``.
        policy: the page's Content-Security-Policy as pasted, empty where it is not known.
        allowed_origins: the sites that the service lets call and embed it.
    """
    parts = urlsplit(page)
    page_origin = f"{parts.scheme}://{parts.netloc}".lower()
    findings = [
        *_check_encryption(chosen, page_origin),
        _check_permission(chosen, page_origin, allowed_origins),
    ]
    findings += _check_network(chosen, page_origin)
    findings += _check_policy(chosen, page_origin, policy)
    return sorted(findings, key=lambda finding: ("fel", "obs", "bra").index(finding.level))


def _check_encryption(chosen: Embedding, page_origin: str) -> Iterator[Finding]:
    if page_origin.startswith("http:"):
        yield Finding(
            "obs",
            "Sidan är inte krypterad (http).",
            "Det hindrar inte sökningen, men frågor kan läsas på vägen. Använd sidans https-adress.",
        )
    elif chosen.service.startswith("https:"):
        yield Finding("bra", "Både sidan och söktjänsten är krypterade (https).")
    else:
        yield Finding(
            "fel",
            f"Sidan är krypterad (https) men söktjänsten {chosen.origin} är det inte (http). "
            "Webbläsaren stoppar blandat innehåll.",
            "Den som sköter servern behöver ge söktjänsten en https-adress. Hämta sedan koden på nytt.",
        )


def _check_permission(chosen: Embedding, page_origin: str, allowed: Sequence[str]) -> Finding:
    if page_origin == chosen.origin or page_origin in allowed:
        return Finding("bra", f"Söktjänsten tillåter {page_origin}.")
    what = "visas i en ram på" if chosen.mode is Mode.IFRAME else "anropas från"
    setting = ",".join([*allowed, page_origin])
    return Finding(
        "fel",
        f"Söktjänsten får inte {what} {page_origin}.",
        f"Den som sköter servern behöver sätta QA_CORS_ORIGINS={setting} och starta om tjänsten.",
    )


def _check_network(chosen: Embedding, page_origin: str) -> Iterator[Finding]:
    if is_inside(urlsplit(chosen.origin).hostname or "") and not is_inside(
        urlsplit(page_origin).hostname or ""
    ):
        yield Finding(
            "obs",
            f"Söktjänsten {chosen.origin} ser ut att ligga på ert eget nät, men sidan på internet. "
            "Chrome och Edge frågar då varje läsare om sidan får nå enheter på det lokala nätverket.",
            "Låt IT-avdelningen sätta webbläsarpolicyn LocalNetworkAccessAllowedForUrls till "
            f"{page_origin}, eller nå söktjänsten genom webbplatsens egen server (omvänd proxy).",
        )


def _check_policy(chosen: Embedding, page_origin: str, policy: str) -> Iterator[Finding]:
    policies = parse_policies(policy)
    if not policies:
        yield Finding(
            "obs",
            "Sidans säkerhetsregler (Content-Security-Policy) är inte kontrollerade.",
            "Klistra in dem i formuläret. Saknar sidan sådana regler hindrar de inte heller sökningen.",
        )
        return
    for directive in needed_directives(chosen.mode):
        what = _WHAT_IS_LOADED[directive]
        if allows(policies, directive, chosen.origin, page_origin):
            yield Finding("bra", f"Sidans säkerhetsregler släpper fram {what} ({directive}).")
        else:
            yield Finding(
                "fel",
                f"Sidans säkerhetsregler stoppar {what}.",
                f"Lägg till {chosen.origin} i {directive} i webbplatsens Content-Security-Policy.",
            )


def is_inside(host: str) -> bool:
    """Say whether a host is plainly on a local network: by its address, or by a name of one part."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith(_INSIDE)
