"""Labelled fields of a header: ``Plats och tid``, ``Närvarande``, ``Justerare`` and their kin."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType


class Label(StrEnum):
    """What a field of a header is about."""

    BODY = "body"
    DATE = "date"
    PLACE = "place"
    TIME = "time"
    PLACE_AND_TIME = "place and time"
    PRESENT = "present"
    ABSENT = "absent"
    OFFICE = "office"
    """One person and her office; the list around it goes on after her."""
    AGENDA = "agenda"
    """Here the header's facts end."""
    OTHER = "other"
    """Justering, anslag, signatures: never about the meeting itself."""


PEOPLE = frozenset({Label.PRESENT, Label.ABSENT, Label.OFFICE})
"""The labels of lists of people."""


@dataclass(frozen=True, slots=True)
class Field:
    """A label as printed and the lines that belong to it, without the label and blank lines.

    ``role`` is what the label makes of the people under it ("ersättare"), often empty.
    """

    label: Label
    printed: str
    role: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines joined by spaces."""
        return " ".join(self.lines)


_WORDS: Mapping[Label, tuple[str, ...]] = MappingProxyType(
    {
        Label.OTHER: (
            r"(?:tid |plats |datum |tid och plats |plats och tid )?för (?:justering|nästa)\w*",
            r"justering(?:ens|s)?(?: ?(?:plats|tid|datum|dag))?(?: ?(?:och|/) ?(?:tid|plats|datum))?",
            r"nästa (?:möte|sammanträde)\w*",
            r"anslag\w*(?: ?/ ?bevis)?|bevis(?: om \w+)?|datum (?:för|då|när) anslag\w*.*?",
            r"förvaringsplats.*?",
            r"paragraf(?:er)?|ärenden nr|diarienummer|dnr|ärendenummer|sida?",
            r"under(?:skrift|tecknande)\w*|namnteckning\w*|signatur\w*|utdragsbestyrkande",
            r"kallelse|expedieras|distribution",
        ),
        Label.AGENDA: (
            r"ärenden|ärendelista|ärendeförteckning|behandlade ärenden|punkter|dagordning|föredragningslista",
            r"agenda|program|innehåll(?:sförteckning)?|protokollets innehåll",
        ),
        Label.BODY: (r"organ|beslutande organ|nämnd|nämnd/styrelse|(?:besluts)?instans|forum",),
        Label.PLACE_AND_TIME: (
            r"plats(?: ?(?:och|,|/|&) ?| )tid",
            r"tid(?: ?(?:och|,|/|&) ?| )plats",
        ),
        Label.DATE: (
            r"(?:sammanträdes|mötes|protokolls)?(?:datum|dag)",
            r"datum (?:och|/) (?:tid|plats)|dag och tid|tidpunkt|när",
            r"datum för (?:möte|sammanträde)t?|date",
        ),
        Label.TIME: (r"(?:sammanträdes|mötes)?tid(?:er)?",),
        Label.PLACE: (r"(?:sammanträdes|mötes)?(?:plats|lokal)|var|place|venue",),
        Label.ABSENT: (
            r"frånvarande(?: ledamöter| ersättare)*|frånvaro|återbud",
            r"(?:ej|icke|inte) (?:närvarande|deltagande)",
            r"förhinder|förhindrade|absent|apologies(?: for absence)?",
            r"(?:har )?anmäl\w* (?:förhinder|frånvaro)",
        ),
        Label.OFFICE: (
            r"(?:(?:[12]:[ea]|första|förste|andra|andre|tredje) )?vice ordförande|v\.? ?ordf\.?",
            r"(?:mötes)?ordförande|ordf\.?",
            r"(?:mötes|nämnd|protokolls)?sekreterare|protokollförare|vid protokollet|protokoll fört av",
        ),
        Label.PRESENT: (
            r"närvaro(?:lista)?|(?:mötes)?deltagare|deltagande|deltog|medverkande|politiker|förtroendevalda",
            r"(?:även |andra )?närvarande(?: (?:för|från) [\w -]{3,30})?",
            r"närvarande (?:ledamöter|ersättare|politiker|tjänste\w+|förtroendevalda|beslutande)",
            r"närvarande (?:ledamöter|politiker|förtroendevalda) och (?:ersättare|tjänste\w+)",
            r"present|participants|beslutande(?: ledamöter)?|ledamöter(?: och ersättare)?",
            r"(?:(?:ej|icke|inte) )?(?:tjänstgörande|närvarande|beslutande|övriga) ersättare",
            r"ersättare|suppleanter",
            r"(?:närvarande,? )?(?:ej|icke|inte) tjänstgörande(?: ersättare)?",
            r"övriga(?: (?:närvarande|förtroendevalda|deltagare|deltagande|tjänste\w+|mötesdeltagare))*",
            r"tjänste(?:personer|män)|föredragande|kallade|inbju(?:dna|den)|gäst(?:er)?|adjungera(?:de|d|t)",
            r"för (?:arbetsgivaren|(?:de )?fackliga(?: organisationer(?:na)?)?)",
            r"arbets(?:givar|tagar)(?:företrädare|representanter)",
            r"fackliga (?:företrädare|representanter)|personal(?:företrädare|representanter)",
            r"insynsplats(?:er)?(?:, ersättare)?|närvarorätt|revisorer",
            r"justera(?:re|nde)|justeringspersone?r?n?a?|protokollsjusterare|val av justerare|att justera",
            r"(?:utsedda?|utses|vald|valda) (?:att justera|justerare)",
        ),
    }
)
"""The words of each label as patterns, where a space is any white space; the first label that fits counts."""
_ANY_WORDS = "|".join(
    f"(?P<{label.name}>{'|'.join(words)})".replace(" ?", r"\s*").replace(" ", r"\s+")
    for label, words in _WORDS.items()
)
_REST_OF_LABEL = re.compile(r"ersättare|ledamöter|plats och tid|tid och plats|att justera|närvarande")
"""What stands below a label that was set in two lines (``Justeringens`` over ``plats och tid``)."""
_REST_AND_VALUE = re.compile(r"\s*(?:deltagande|deltagare|närvarande|ersättare)(?::|\t|\s{2,})\s*(?=\S)")
"""The same before the value (``Övriga`` over ``deltagande: Anna Ek``)."""
_MARKUP = re.compile(r"^\s*(?:#{1,6}\s+|[-•]\s+(?=\*\*))?|\*\*|__")
_FIELD = re.compile(
    rf"""\s*(?:{_ANY_WORDS})
    (?P<rest>\s*/\s*(?:övriga|gäster|tjänste\w+|ersättare|protokollförare)|\s+och\s+(?:övriga|ersättare|sekreterare))?
    (?:\s*$|\s*:|\t|\s{{2,}}|\s(?=(?-i:[A-ZÅÄÖ0-9])|den\s|kl\b))""",
    re.IGNORECASE | re.VERBOSE,
)
_LEADERS = re.compile(r"[._…]{3,}")
_ROLES: Mapping[str, str] = MappingProxyType(
    {
        r"(?:ej|icke|inte) (?:tjänst|närv|besl)": "ej tjänstgörande ersättare",
        r"(?:tjänstgörande|beslutande) ersättare": "tjänstgörande ersättare",
        r"övriga ersättare": "övriga ersättare",
        r"^(?:närvarande )?ersättare": "ersättare",
        r"justera|justering": "justerare",
        r"sekreterare|protokoll": "sekreterare",
        r"^föredragande": "föredragande",
        r"^suppleanter": "suppleant",
        r"^revisorer": "revisor",
        r"^adjungera": "adjungerad",
    }
)
"""What a label makes of the people under it, by a pattern of the label as printed."""
_CHAIR = re.compile(r"ordf", re.IGNORECASE)


def read_fields(lines: Iterable[str]) -> tuple[Field, ...]:
    """Return the labelled fields of a header, in order.

    A label may stand alone on its line, or before its value, parted from it by a colon, a tab,
    two spaces, or one space and a capital. Lists of people go on over blank lines, other values
    do not. Lines before the first label are left out, and so is everything from the list of
    items on.
    """
    fields: list[Field] = []
    ended = True
    for line in lines:
        found = find_label(line)
        if found is not None:
            fields.append(found)
            ended = False
            if found.label is Label.AGENDA:
                break
        elif _REST_OF_LABEL.fullmatch(line.strip()):
            continue
        elif not ended and not fields[-1].lines and (rest := _REST_AND_VALUE.match(line)):
            fields[-1] = replace(fields[-1], lines=(line[rest.end() :].strip(),))
        elif not line.strip():
            ended = ended or (fields[-1].lines != () and fields[-1].label not in PEOPLE)
        elif not ended:
            fields[-1] = replace(fields[-1], lines=(*fields[-1].lines, line.strip()))
    return tuple(fields)


def find_label(line: str) -> Field | None:
    """Return the field that begins at a line, with the value on that line; None for no label."""
    text = _LEADERS.sub("  ", _MARKUP.sub("", line))
    if "|" in text:
        text = text.replace("|", "\t").strip("\t ")
    match = _FIELD.match(text)
    if match is None or text.lstrip()[:1].islower():
        return None
    label = next(label for label in _WORDS if match[label.name] is not None)
    value = text[match.end() :].strip()
    printed = " ".join((match[label.name] + (match["rest"] or "")).split())
    return Field(label, printed, _role(label, printed), (value,) if value else ())


def _role(label: Label, printed: str) -> str:
    if label is Label.OFFICE and _CHAIR.search(printed):
        return printed.lower()
    return next((role for words, role in _ROLES.items() if re.search(words, printed.lower())), "")
