"""Sub-headings of agenda items: which words head which part."""

import re
from functools import lru_cache

from corpus.layout.lines import plain
from qa.types import Role

_BODIES = r"[\w-]*(?:styrelsen|fullmäktige|nämnden|utskottet|beredningen|direktionen|rådet)"
_NOT_REFERRING = r"(?!(?:enligt|på|i|med|efter|utifrån|bifall|avslag) )"
"""``Enligt nämndens förslag:`` begins a decision, it does not head a proposal."""
_HEADINGS: dict[Role, tuple[str, ...]] = {
    Role.DECISION: (
        r"besluts?|beslut(?:et|en)|beslut (?:på|vid) sammanträdet",
        rf"{_NOT_REFERRING}(?:[\w-]+ ){{0,3}}[\w-]+s beslut",
        rf"{_BODIES}s? beslutar",
        r"ställningstagande|decisions?",
    ),
    Role.PROPOSAL: (
        rf"{_NOT_REFERRING}(?:[\w-]+ ){{0,4}}förslag till (?:beslut|yttrande)",
        rf"{_NOT_REFERRING}(?:[\w-]+ ){{0,3}}[\w-]+s förslag(?: till {_BODIES})?",
        r"beslutsförslag|förslag",
    ),
    Role.MATTER: (
        r"ärendet?|ärende(?:beskrivning|information|sammanfattning|redogörelse)(?:en)?",
        r"beskrivning av ärendet|ärendet i korthet",
        r"sammanfattning av ärendet|redogörelse(?: för ärendet)?|bakgrund(?: till ärendet)?",
        r"(?:skäl|motivering)(?:en)? (?:för|till) (?:[\w-]+s )?(?:beslut|förslag|ställningstagande)e?t?",
        r"motivering|bedömning|juridisk bedömning|övervägand(?:e|en)|syfte|finansiering",
        r"(?:[\w-]+ )?[\w-]*konsekvens(?:er|analys|bedömning|beskrivning)(?: av (?:förslaget|beslutet))?",
        r"[\w-]*perspektiv(?:et)?|prövning av barnets bästa",
    ),
    Role.AGENDA: (r"agenda|upplägg",),
    Role.NOTES: (
        r"(?:minnes)?anteckningar|dagens sammanträde|överläggning(?:ar)?|diskussion|debatt(?:en)?|inlägg",
        r"anförande[nt]?|föredragning",
        r"ärendets behandling(?: (?:under|vid|på) (?:mötet|sammanträdet))?",
        r"behandling (?:på|vid) sammanträdet",
    ),
    Role.SUMMARY: (r"sammanfattning|summering|slutsats(?:er)?",),
    Role.INFORMATION: (r"information(?:er)?|delgivning(?:ar)?",),
    Role.PREVIOUS: (
        r"[\w -]{3,60}s (?:beslut|förslag|behandling)(?: den)?,? \d{4}-\d\d-\d\d(?:,? ?§ ?\d{1,4})?",
        r"tidigare (?:behandling|beslut)(?: i ärendet)?",
        r"(?:ärendets )?(?:beredning|gång)|beredning av ärendet|ärendets (?:tidigare )?handläggning",
    ),
    Role.DOCUMENTS: (
        r"handling(?:ar)?(?: i ärendet)?|beslutshandlingar|bilagor|referenser",
        r"besluts-?underlag|underlag(?: (?:för|till) beslut(?:et)?)?",
    ),
    Role.MOTION: (
        r"(?:tilläggs|ändrings|återremiss|avslags|bifalls|bordläggnings)?yrkande[nt]?",
        r"yrkanden? (?:och|på|under|vid) .{3,30}|förslag och yrkanden",
        r"förslag (?:till beslut )?(?:på|under) sammanträdet",
    ),
    Role.PROPOSITION: (r"proposition(?:er|s?ordning(?:en)?)?|beslutsgång(?:en)?|beslutsordning(?:en)?",),
    Role.VOTE: (
        r"(?:huvud|kontra)?(?:omröstning|votering)(?:en|ar|s(?:lista|resultat|ordning|proposition))?(?: \d)?",
        r"(?:omröstning|votering) ?[-–:] ?[\w ]{3,30}",
    ),
    Role.RESERVATION: (r"(?:skriftliga? )?reservation(?:en|er(?:na)?)?(?: mot beslutet)?(?: och .{3,40})?",),
    Role.STATEMENT: (
        r"protokollsanteckning(?:ar)?|anteckning(?:ar)? till protokollet|röstförklaring(?:ar)?",
        r"(?:särskil(?:t|da) )?yttrande[nt]?(?: till protokollet)?|anteckning",
        r"ej deltagande i beslutet?|deltar (?:inte|ej) i beslutet?",
    ),
    Role.RECUSAL: (r"jäv|jävsanmälan",),
    Role.DISTRIBUTION: (
        r"protokolls?utdrag(?:et)?(?: (?:ska )?(?:skickas|sänds|expedieras))?(?: till| för kännedom)?",
        r"beslut(?:et)? (?:ska )?(?:skickas|sänds|expedieras|delges|meddelas)(?: till| för kännedom.{0,20})?",
        r"(?:skickas|expedieras|delges|sänds|kopia|utdrag|besked)(?: till)?",
        r"(?:besluts)?expediering|expedition|(?:sänd|distributions)lista",
        r"för (?:kännedom|åtgärd|verkställighet|vidare hantering)(?: till)?",
    ),
    Role.ATTENDANCE: (
        r"närvarande|frånvarande|deltagare|närvarolista|upprop(?:slista)?",
        r"(?:ej )?tjänstgörande(?: ersättare)?",
    ),
    Role.ATTACHMENT: (r"bilaga(?: ?(?:nr )?[a-zåäö0-9]{1,3})?",),
    Role.TEXT: (
        r"fråga \d{1,2}|(?:omedelbar )?justering|ordningsfråga|motioner|interpellationer|enkla frågor"
        r"|skrivelser|svar",
    ),
}
"""Patterns for a whole line, in any case, by what stands under such a heading."""
_PATTERN = re.compile(
    "|".join(f"(?P<{role.name}>{'|'.join(words)})" for role, words in _HEADINGS.items()), re.IGNORECASE
)
_LABELLED = re.compile(
    r"\s*(?:#{1,6}\s+)?(?P<bold>\*\*|__)?(?P<label>[A-ZÅÄÖ][\w -]{2,40}?)(?P=bold)?:(?P=bold)?\s+(?=\S)"
    r"|\s*(?P<plain>[A-ZÅÄÖ][\w -]{2,40}?):\s+(?=\S)"
)
_INLINE = frozenset(
    {Role.DECISION, Role.PROPOSAL, Role.MATTER, Role.SUMMARY, Role.DOCUMENTS, Role.MOTION, Role.PREVIOUS}
    | {Role.RESERVATION, Role.STATEMENT, Role.DISTRIBUTION, Role.NOTES, Role.RECUSAL}
)
"""Headings that are also printed with a colon before the text itself."""
_MAX_HEADING = 80
_WHOSE = re.compile(r" ?\((?!\d)[^()§]{2,40}\)$")
"""Who speaks, after a sub-heading: ``Beslutsförslag (stadsdirektören)``."""


@lru_cache(maxsize=8192)
def heading_role(text: str) -> Role | None:
    """Return the role of a line that is a sub-heading and nothing else, None for any other line."""
    words = plain(text).rstrip(":").rstrip()
    if not words or len(words) > _MAX_HEADING or not words[0].isupper():
        return None
    match = _PATTERN.fullmatch(_WHOSE.sub("", words))
    return Role[match.lastgroup] if match and match.lastgroup else None


def inline_heading(text: str) -> tuple[Role, str, int] | None:
    """Read a sub-heading with a colon and its text on the same line (``Beslut: Ärendet utgår.``).

    Returns:
        The role, the heading as printed, and the offset in ``text`` where the text after it
        begins; None where the line begins with no such heading.
    """
    match = _LABELLED.match(text)
    if match is None:
        return None
    label = match["label"] or match["plain"]
    role = heading_role(label)
    return (role, label, match.end()) if role in _INLINE and role is not None else None
