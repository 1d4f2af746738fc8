"""What the words of an attendance list are: names, parties, offices, organisations, remarks."""

import re
from collections.abc import Sequence
from enum import Enum, auto

_PARTIES = frozenset({"S", "M", "SD", "C", "V", "KD", "L", "MP", "FP", "FI", "PP", "NYD", "KP", "APK", "SPI"})
_PARTY_NAME = re.compile(
    r"(?:social|sverige|krist)?demokraterna|moderaterna|(?:nya )?moderata samlingspartiet|liberalerna"
    r"|ny demokrati|[\w-]+partiet(?: de gröna| liberalerna)?|oberoende|partilös|partiobunden"
    r"|(?:politisk )?vilde|-|–",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖ!]{0,4}")
_NOT_PARTIES = frozenset(
    {"SKR", "SKL", "VGR", "LRF", "SACO", "TCO", "LO", "RF", "VD", "HR", "IT", "AB"}
    | {"PRO", "SPF", "SKPF", "RPG", "FUB", "DHR", "SRF", "HRF", "NHR"}
)
"""Abbreviations of employers, unions and associations of the old and the disabled."""
_PARTICLES = frozenset(
    "af von van de der den del della di da dos du la le el al bin ben ibn ter zu y".split()
)
_ORGANISATION = re.compile(
    r"""\b(?:kommun(?:er|s|en|erna)?|kommunförbund\w*|region(?:en|er|s)?|stads?|staden|län|länet|läns|länsstyrelse\w*
    |landsting\w*|universitet\w*|högskol\w*|\w*förvaltning(?:en|s)?|\w*kontoret|\w*nämnd(?:en)?|\w*förbund(?:et)?
    |\w*polis(?:en)?|\w*myndighet(?:en)?|\w*verket|\w*bolag(?:et)?|stiftelse\w*|\w*förening(?:en)?|\w*tjänsten
    |\w*styrelse[nr]?|\w*kansli(?:et)?|företagarna|kommunal|sektor(?:n)?|avdelning(?:en)?|enhet(?:en)?|svenska
    |sveriges|(?-i:AB|HB|SKR|SKL|SACO|TCO|LO|LRF|VGR))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ROLE = re.compile(
    r"""(?:[\w-]*(?:chef|direktör|ordförande|sekreterare|strateg|utredare|ledamot|ersättare|jurist|samordnare
    |handläggare|controller|ledare|arkitekt|ingenjör|rådgivare|ombud|revisor|ekonom|planerare|rektor|kommunalråd
    |regionråd|oppositionsråd|länsråd|landshövding|borgmästare|kommunikatör|utvecklare|konsult|expert|tekniker
    |assistent|administratör|kanslist|lärare|läkare|psykolog|kurator|inspektör|registrator|koordinator|specialist
    |analytiker|ekolog|biolog|geolog|antikvarie|bibliotekarie|professor|docent|notarie|sköterska|kamrer|mästare
    |skyddsombud|företrädare|representant|förare|pedagog|medlare|curator|vaktmästare|intendent)(?:n|en)?
    |ordf\.?|sekr\.?|vd)""",
    re.IGNORECASE | re.VERBOSE,
)
_MODIFIER = re.compile(
    r"tf\.?|t\.f\.|t\.?\s?f\.?|bitr(?:ädande|\.)?|vice|v\.|\d:[ea]|första|förste|andra|andre|tredje|f\.d\.|tjänstgörande"
    r"|avgående|tillträdande|stf\.?|adjungerad",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"""(?:del\s+av|endast|ej\b|inte\b|från\b|fr\.?\s?o\.?\s?m|fram\s+till|till\b|t\.?\s?o\.?\s?m|under\b|delta|närvar
    |på\s+distans|på\s+länk|via\b|digital|distans|kl(?:ockan)?\.?\s*\d|dag(?:en)?\s+\d|§|p\.?\s?\d|pkt|punkt|ärende
    |paragraf|frånvar|jäv|anländ|lämn|ersätter\b|ers\.?\s+för|för\b|efter\b|innan\b|vid\b|i\s+stället|istället
    |tjänstg\w*\.?\s+för|tjg\.?|tjänstgör\b|tjänstgjorde|utom|\d(?!:[ea]))""",
    re.IGNORECASE | re.VERBOSE,
)
_REMARK_AT_END = re.compile(
    r"\s(?=(?:ej\s+)?§|p\.?\s?\d|pkt|punkt\w*\s+\d|ärende\w*\s+\d|kl(?:ockan)?\.?\s*\d|dag\s+\d|del\s+av"
    r"|för\s+[A-ZÅÄÖ][\w-]+\s+[A-ZÅÄÖ])"
)
_SHORT_ORGANISATION = re.compile(r"Region [A-ZÅÄÖ]\w+|Länsstyrelsen|[A-ZÅÄÖ]\w+ (?:kommun|[Ss]tad)")
_INITIAL = re.compile(r"[A-ZÅÄÖ]\.")
_MIN_NAME_WORDS = 2


class Kind(Enum):
    """What an attribute after a name says."""

    PARTY = auto()
    ROLE = auto()
    ORGANISATION = auto()
    REMARK = auto()


def attribute_kind(text: str, *, politician: bool) -> Kind:
    """Tell what an attribute is.

    Args:
        text: what stands after a name, between commas or in parentheses.
        politician: whether an unknown abbreviation may be a local party.
    """
    if is_party(text) or (politician and _CODE.fullmatch(text) and text not in _NOT_PARTIES):
        return Kind.PARTY
    if _REMARK.match(text):
        return Kind.REMARK
    if is_role_word(text):
        return Kind.ROLE
    if _ORGANISATION.search(text) or _CODE.fullmatch(text):
        return Kind.ORGANISATION
    return Kind.ROLE


def is_party(text: str) -> bool:
    """Tell whether the text is a party known in the whole country, by letters or by name."""
    return text.upper() in _PARTIES or _PARTY_NAME.fullmatch(text) is not None


def split_role(text: str) -> tuple[str, str, str]:
    """Cut ``Kommunchef Lindby kommun § 4`` into role, organisation and remark; parts may be empty."""
    text, _, remark = _cut(text, _REMARK_AT_END)
    words = text.split()
    for end in range(len(words) - 1, 0, -1):
        role, organisation = " ".join(words[:end]), " ".join(words[end:])
        if is_role_word(words[end - 1]) and words[end][0].isupper() and _ORGANISATION.search(organisation):
            return role, organisation, remark
    return text, "", remark


def split_remark(text: str) -> tuple[str, str]:
    """Cut ``dag 1 Anna Berg`` and ``Region Sundmark Anna Berg`` before a name that begins anew."""
    words = text.split()
    for start in range(1, len(words) - 1):
        before = " ".join(words[:start])
        if name_length(words[start:]) and (_ends_remark(before) or _is_short_organisation(before)):
            return before, " ".join(words[start:])
    return text, ""


def name_length(words: Sequence[str]) -> int:
    """Return how many of the words, from the first, are one or more personal names; 0 for none."""
    count = 0
    while count < len(words) and _goes_on(words, count):
        count += 1
    names = [word for word in words[:count] if word not in _PARTICLES]
    if len(names) >= _MIN_NAME_WORDS and _is_abbreviation(names[0]) and not names[1].isupper():
        return 0
    if len(names) < _MIN_NAME_WORDS or _ORGANISATION.search(" ".join(words[: count + 1])):
        return 0
    return count


def leading_role(words: Sequence[str]) -> int:
    """Return how many words stand as an office before a name (``Ordföranden Anna Berg``: 1)."""
    for count in range(min(5, len(words) - _MIN_NAME_WORDS), 0, -1):
        office = is_role_word(words[count - 1]) and not name_length(words[:count])
        if office and name_length(words[count:]):
            return count
    return 0


def is_role_word(word: str) -> bool:
    """Tell whether a word is an office (``kommunchef``, ``ordföranden``)."""
    return _ROLE.fullmatch(word) is not None


def is_name_word(word: str) -> bool:
    """Tell whether a word can be part of a personal name: a capitalised word, or an initial."""
    if _INITIAL.fullmatch(word):
        return True
    if not word[0].isupper() or word.endswith(("-", ".")):
        return False
    letters = all(char.isalpha() or char in "-’'" for char in word)
    return letters and not is_role_word(word) and not _MODIFIER.fullmatch(word)


def _goes_on(words: Sequence[str], index: int) -> bool:
    word = words[index]
    if word in _PARTICLES:
        return index > 0 and index + 1 < len(words) and is_name_word(words[index + 1])
    party = index >= _MIN_NAME_WORDS and word in _PARTIES
    return is_name_word(word) and not party


def _is_abbreviation(word: str) -> bool:
    """Tell whether a word is letters of an organisation (``SPF Seniorerna``), no initial."""
    return word.isupper() and len(word) > 1 and word.isalpha()


def _ends_remark(text: str) -> bool:
    return _REMARK.match(text) is not None and text[-1].isdigit()


def _is_short_organisation(text: str) -> bool:
    return _SHORT_ORGANISATION.fullmatch(text) is not None


def _cut(text: str, pattern: re.Pattern[str]) -> tuple[str, str, str]:
    match = pattern.search(text)
    return (text, "", "") if match is None else (text[: match.start()], match[0], text[match.end() :])
