"""Content Security Policies of other sites: do they let the search box through?

After https://www.w3.org/TR/CSP3/, as far as loading from one other origin needs it.
"""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

Policy = Mapping[str, tuple[str, ...]]
"""The sources of each directive, by its name in lower case."""

_HEADER_NAME = re.compile(r"^\s*content-security-policy\s*:", re.IGNORECASE)
_FALLBACKS = {
    "script-src": ("script-src-elem", "script-src", "default-src"),
    "connect-src": ("connect-src", "default-src"),
    "frame-src": ("frame-src", "child-src", "default-src"),
    "form-action": ("form-action",),
}
"""Which directives govern a request, the first that is there; ``form-action`` has no fallback."""
_HOST_SOURCE = re.compile(
    r"(?:(?P<scheme>[a-z][a-z0-9+.-]*)://)?(?P<host>[^:/]+)(?::(?P<port>\d+|\*))?(?:/.*)?"
)
_PORTS = {"http": 80, "https": 443}
_STRICT_DYNAMIC = "'strict-dynamic'"


def parse_policies(text: str) -> list[Policy]:
    """Return the policies of a header, or of several headers on lines of their own; all of them bind."""
    policies: list[Policy] = []
    for line in text.splitlines():
        for serialized in _HEADER_NAME.sub("", line).split(","):
            policy: dict[str, tuple[str, ...]] = {}
            for directive in serialized.split(";"):
                name, *sources = directive.split() or [""]
                policy.setdefault(name.lower(), tuple(source.lower() for source in sources))
            policy.pop("", None)
            if policy:
                policies.append(policy)
    return policies


def allows(policies: Sequence[Policy], directive: str, origin: str, page_origin: str) -> bool:
    """Say whether a page may load from another origin.

    Args:
        policies: those of the page.
        directive: ``script-src``, ``connect-src``, ``frame-src`` or ``form-action``.
        origin: of what is to be loaded, such as ``https://qa.example.org``.
        page_origin: of the page, which ``'self'`` means.
    """
    return all(_allows(policy, directive, origin, page_origin) for policy in policies)


def _allows(policy: Policy, directive: str, origin: str, page_origin: str) -> bool:
    for name in _FALLBACKS[directive]:
        if name in policy:
            sources = policy[name]
            # then only scripts with a nonce or a hash are trusted, and the names of hosts mean nothing
            if directive == "script-src" and _STRICT_DYNAMIC in sources:
                return False
            return any(_matches(source, origin, page_origin) for source in sources)
    return True


def _matches(source: str, origin: str, page_origin: str) -> bool:
    wanted = urlsplit(origin)
    if source == "'self'":
        return origin == page_origin
    if source == "*" or source == f"{wanted.scheme}:":
        return True
    match = _HOST_SOURCE.fullmatch(source)
    if not match or source.startswith("'"):
        return False
    scheme = match["scheme"] or urlsplit(page_origin).scheme
    return (
        wanted.scheme in (scheme, "https" if scheme == "http" else scheme)
        and _host_matches(match["host"], wanted.hostname or "")
        and _port_matches(match["port"], wanted.port or _PORTS.get(wanted.scheme), wanted.scheme)
    )


def _host_matches(pattern: str, host: str) -> bool:
    return host.endswith(pattern[1:]) if pattern.startswith("*.") else pattern in ("*", host)


def _port_matches(pattern: str | None, port: int | None, scheme: str) -> bool:
    return pattern == "*" or port == (int(pattern) if pattern else _PORTS.get(scheme))
