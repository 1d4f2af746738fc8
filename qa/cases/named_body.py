"""Which body (organ) a text names beside an item: "givet av kommunfullmäktige 2021-12-09 § 14"."""

import re

NOBODY = ""
_ABBREVIATIONS = {
    "KF": "kommunfullmäktige",
    "KS": "kommunstyrelsen",
    "KSAU": "kommunstyrelsens arbetsutskott",
    "RF": "regionfullmäktige",
    "RS": "regionstyrelsen",
    "RSAU": "regionstyrelsens arbetsutskott",
}
SHORT_NAME = r"(?-i:K[Ss] ?(?:AU|au)|RS ?AU|K[FfSs]|R[FS])(?![\w-])"
"""Pattern of the short names of bodies, in the case that they are written in."""
_ABBREVIATED = rf"(?P<short>{SHORT_NAME})"
_NOUN = (
    r"(?:fullmäktige|styrelsen?|nämnd(?:en)?|utskott(?:et)?|beredning(?:en)?|direktion(?:en)?"
    r"|råd(?:et)?|presidi(?:um|et))"
)
_BODY = re.compile(
    r"\b(?:"
    + _ABBREVIATED
    + r"|(?P<long>"
    # "kretslopp och vattennämnden", "miljö- och byggnadsnämnden", "kommunstyrelsens arbetsutskott"
    + rf"(?:(?:[\w-]+,\s+){{0,3}}[\w-]+\s+och\s+(?=[\w-]+{_NOUN}))?(?:[\w-]+s\s+(?=[\w-]*utskott))?"
    # "tekniska nämnden"
    + rf"(?:\w+a\s+(?={_NOUN}))?"
    + rf"[\w-]*{_NOUN}s?\b"
    # "nämnden för funktionsstöd", "socialnämnd Centrum"
    + r"(?:(?<=nämnden)\s+för\s+[\w-]+(?:\s+och\s+[\w-]+)?|(?<=nämnd)\s+(?-i:[A-ZÅÄÖ][\w-]+))?"
    + r"))",
    re.IGNORECASE,
)
_ADDRESSEE = re.compile(r"\b(?:till|åt|hos|inför|för)\s+$", re.IGNORECASE)
"""A body after these words was given something; it did not decide."""
_NEAR = 150
"""Characters before a number in which its body is looked for."""
_AFTER = re.compile(r"\s*(?:,|\(|[–-])?\s*(?:i\s+)?", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[).,;]|$)")
_KINDS = {
    "fullmäktige": "fullmäktige",
    "styrelsen": "styrelse",
    "nämnden": "nämnd",
    "utskottet": "utskott",
    "arbetsutskottet": "utskott",
    "beredningen": "beredning",
    "direktionen": "direktion",
    "rådet": "råd",
    "presidiet": "presidi",
}


def body_before(text: str) -> str:
    """Return the last body named in a text, in its basic form; empty where none is."""
    found = NOBODY
    for match in _BODY.finditer(text[-_NEAR:]):
        if not _ADDRESSEE.search(match.string, 0, match.start()):
            found = _basic_form(match)
    return found


def body_after(text: str) -> str:
    """Return the body that a text begins with, where nothing is said of it: ", kommunstyrelsen."."""
    lead = _AFTER.match(text)
    match = _BODY.match(text, lead.end() if lead else 0)
    return _basic_form(match) if match and _ENDS.match(text, match.end()) else NOBODY


def kind_alone(body: str) -> str:
    """Return what kind of body a name is that says no more ("nämnden" is "nämnd"); else an empty text."""
    return _KINDS.get(body.casefold(), "")


def _basic_form(match: re.Match[str]) -> str:
    if match["short"]:
        return _ABBREVIATIONS[match["short"].replace(" ", "").upper()]
    name = " ".join(match["long"].split())
    return name.removesuffix("s")
