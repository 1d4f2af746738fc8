"""The name of the body that met and of its meeting, from the first lines of the minutes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.facts.dates import find_dates
from corpus.facts.labels import PEOPLE, Label, find_label

_ORGAN_WORDS = (
    "styrelse(?:n)?|fullmäktige|nämnd(?:en)?|utskott(?:et)?|forum(?:et)?|råd(?:et)?|beredning(?:en)?|kommitté(?:n)?"
    "|delegation(?:en)?|förbund(?:et)?|direktion(?:en)?|grupp(?:en)?|kollegi(?:um|et)|stämma(?:n)?|presidi(?:um|et)"
    "|parlament(?:et)?|nätverk(?:et)?|krets(?:en)?|församling(?:en)?|kommission(?:en)?|panel(?:en)?|arena(?:n)?"
    "|förening(?:en)?|klubb(?:en)?|byalag(?:et)?|pastorat(?:et)?|brf|committee|council"
)
_ORGAN = re.compile(rf"\b[\w-]*(?:{_ORGAN_WORDS})(?!\w)", re.IGNORECASE)
_ORGAN_OWNING = re.compile(rf"(?P<organ>.*\b[\w-]*(?:{_ORGAN_WORDS}))s?$", re.IGNORECASE)
_ASSOCIATION = re.compile(
    r"\b(?:[\w-]*(?:förbund(?:et)?|församling(?:en)?|förening(?:en)?|pastorat(?:et)?|klubb(?:en)?)|brf)(?!\w)",
    re.IGNORECASE,
)
"""A body that other bodies are parts of."""
_GOVERNING = re.compile(
    r"[\w-]*(?:direktion|fullmäktige|styrelse|råd|stämma|utskott|nämnd|presidium)(?:n|en|et)?", re.IGNORECASE
)
_MEETING = (
    r"(?:internat|konferens|(?:års|styrelse|extra|ordinarie|av)?möte|sammanträde|överläggning|samråd|stämma"
    r"|(?:sammanträdes|mötes|besluts)?protokoll|(?:minnes|mötes)?anteckning(?:ar)?|besluts?logg|minutes)"
)
_MEETING_WORD = re.compile(rf"\b{_MEETING}(?:er|en|et|ets|s)?\b", re.IGNORECASE)
_OPENING = re.compile(
    rf"""^(?:{_MEETING}(?:en|et)?\b\s*(?:nr\.?\s*\d+\S*)?[\s:–-]*
    (?:(?:fört|förda|från|för|vid|över|av|med|i|hos|den|ordinarie|extra|det|konstituerande|digitalt|of|the)\s+)*)+""",
    re.IGNORECASE | re.VERBOSE,
)
_PRINCIPAL = (
    r"(?:[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)? (?:kommun|stad|Stad|KOMMUN|STAD)"
    r"|(?:Region|REGION) [A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?|[A-ZÅÄÖ][\w-]+regionen"
    r"|[A-ZÅÄÖ][\w &-]+ (?:AB|ek\.? för\.?|ekonomisk förening)|Stiftelsen [A-ZÅÄÖ][\w -]+)(?![\w-])"
)
_PRINCIPAL_ALONE = re.compile(_PRINCIPAL)
_PRINCIPAL_FIRST = re.compile(rf"(?P<principal>{_PRINCIPAL})[\s,:–-]+(?P<rest>\S.*)")
_PRINCIPAL_LAST = re.compile(rf"(?P<organ>.+?),\s*(?P<principal>{_PRINCIPAL})$")
_PAGE = re.compile(
    r"(?:\b(?:sida|sid|blad)\b\s*)?\d+\s*(?:\(\s*\d+\s*\)|av \d+)|\b(?:sida|sid|blad)\b\s*\d*", re.IGNORECASE
)
_CELLS = re.compile(r"\t|\s{3,}|\|")
_HOURS = re.compile(
    r"\bkl(?:ockan)?\b.*|(?:\borg\.?[ -]?(?:nr|nummer)\S*\s)?\b\d{6}(?:-\d{4})?\b", re.IGNORECASE
)
"""Hours, and days and companies that are numbers of six digits or ten."""
_HAS_MET = re.compile(r"\s(?:har\s)?(?:sammanträ(?:der|dde|tt)|möttes?|höll)\b.*", re.IGNORECASE)
_PLACE = re.compile(r"\s*,?\s*(?:i|på|vid)(?:\s|$)")
_MINUTES_OF = re.compile(r"\s+(?:sammanträdes)?protokoll(?:\s+nr\.?\s*\S+)?$", re.IGNORECASE)
_EDGES = " \t,:;.–-"
_MARKUP = re.compile(r"^\s*#{1,6}\s+|\*\*|__")
_COORDINATED = re.compile(r"(?<=[a-zåäö]- och )([A-ZÅÄÖ])(?=[a-zåäö])")
_WELCOME = re.compile(
    rf"""välkom\w+\s+(?:alla\s+)?till\s+
    (?P<owner>(?:[\w-]+,?\s+){{0,6}}?[\w-]*(?:{_ORGAN_WORDS}))s\s+(?:\([A-ZÅÄÖ]{{2,6}}\)\s+)?
    (?P<meeting>(?:\w+\s+)?(?:internat|möte|sammanträde|konferens|årsmöte|styrelsemöte))""",
    re.IGNORECASE | re.VERBOSE,
)
_WELCOME_REACH = 3000
_MAX_NAME = 90
_ABBREVIATION = 4


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of a body and of its meeting, empty where the file does not give them.

    ``body`` is the organ, and whose it is where the header says so: ``Kommunstyrelsen i Lunds
    kommun``. ``title`` is the meeting's own name as printed.
    """

    body: str
    title: str


def read_naming(header_lines: Sequence[str], text: str) -> Naming:
    """Read who met from the header, else from words of welcome in the beginning of the text."""
    organ = principal = title = ""
    for printed in _name_cells(header_lines):
        cell = _without_dates(printed)
        whose = _MINUTES_OF.sub("", cell)
        if _PRINCIPAL_ALONE.fullmatch(whose) and not _MEETING_WORD.search(whose):
            principal = principal or _sentence_case(whose)
            continue
        whole = _PRINCIPAL_FIRST.fullmatch(cell)
        if whole is not None and _ORGAN.search(whole["rest"]) and not _ORGAN.search(whole["principal"]):
            principal, cell = principal or _sentence_case(whole["principal"]), whole["rest"]
        found = _organ_in(cell)
        if found and _is_part(found, organ):
            principal, organ = organ, found
        organ = organ or found
        if found and _MEETING_WORD.search(printed) and not title:
            title = printed
    if not organ:
        organ, welcomed = _welcomed(text)
        title = title or welcomed
    body = _joined(organ, principal)
    return Naming(body, title)


def organ_of_folder(name: str) -> str:
    """Return the organ that the nearest folder of a file is named after; empty where none is.

    Args:
        name: the file's path below the indexed folder.
    """
    for folder in reversed(name.split("/")[:-1]):
        words = " ".join(re.split(r"[\s_]+", folder)).strip()
        if _ORGAN.search(words):
            return words[0].upper() + words[1:]
    return ""


def _name_cells(header_lines: Iterable[str]) -> Iterator[str]:
    """Return the cells of the lines that may hold a name: before the people, outside labelled values."""
    for line in header_lines:
        field = find_label(line)
        if field is not None and (field.label in PEOPLE or field.label is Label.AGENDA):
            return
        if field is not None and field.label is not Label.BODY:
            continue
        for cell in field.lines if field is not None else _CELLS.split(_MARKUP.sub("", line)):
            cleaned = " ".join(_PAGE.sub("", cell).split()).strip(_EDGES)
            if cleaned and len(cleaned) <= _MAX_NAME:
                yield cleaned


def _without_dates(text: str) -> str:
    for mention in reversed(find_dates(text)):
        before, after = text[: mention.start], text[mention.end :]
        is_place = _ORGAN.search(before) and _PLACE.match(after) and not _PRINCIPAL_ALONE.search(after)
        text = before if is_place else before + after
    return " ".join(_HOURS.sub("", text).split()).strip(_EDGES)


def _organ_in(cell: str) -> str:
    """Return the organ that a cell names, in its basic form; empty for none."""
    cell = _HAS_MET.sub("", cell)
    if _MEETING_WORD.search(cell) is None:
        return _basic(cell) if _ORGAN.search(cell) else ""
    rest = _OPENING.sub("", cell)
    meeting = _MEETING_WORD.search(rest)
    owner = rest[: meeting.start()].strip(" ,:–-") if meeting else rest
    match = _ORGAN_OWNING.fullmatch(owner) if meeting else None
    if match is not None:
        return _basic(match["organ"])
    return _basic(owner) if _ORGAN.search(owner) else ""


def _is_part(found: str, organ: str) -> bool:
    """Tell whether an organ is one of the association that the header named before."""
    return _GOVERNING.fullmatch(found) is not None and bool(
        _ASSOCIATION.search(organ) and not _GOVERNING.search(organ)
    )


def _basic(organ: str) -> str:
    return _COORDINATED.sub(lambda found: found[0].lower(), _capitalised(_sentence_case(organ.strip(" ,"))))


def _sentence_case(name: str) -> str:
    """Return ``Lunds kommun`` for ``LUNDS KOMMUN``; names that are not all capitals stay."""
    if not name.isupper() or len(name) <= _ABBREVIATION:
        return name
    words = name.lower().split()
    if words[-1] == "ab" or words[0] == "brf":
        return " ".join("AB" if word == "ab" else word.capitalize() for word in words)
    if words[-1] in {"kommun", "stad"} or words[0] == "region":
        return " ".join(word if word in {"kommun", "stad"} else word.capitalize() for word in words)
    return _capitalised(" ".join(words))


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]


def _joined(organ: str, principal: str) -> str:
    last = _PRINCIPAL_LAST.fullmatch(organ)
    if last is not None:
        return f"{last['organ']} i {last['principal']}"
    if not organ or not principal or principal.lower() in organ.lower():
        return organ or principal
    return f"{organ} i {principal}"


def _welcomed(text: str) -> tuple[str, str]:
    """Return organ and meeting of ``hälsar alla välkomna till kommun- och regionrådets internat``."""
    match = _WELCOME.search(text, 0, _WELCOME_REACH)
    if match is None:
        return "", ""
    owner = " ".join(match["owner"].split())
    return _basic(owner), f"{_basic(owner)}s {' '.join(match['meeting'].split())}"
