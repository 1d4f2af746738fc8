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


_PATTERNS: Mapping[Label, str] = MappingProxyType(
    {
        Label.OTHER: r"""(?:tid|plats|datum|ort)?(?:\s+och\s+(?:tid|plats))?\s*för\s+(?:justering|nästa)\w*
            |justering(?:ens|s)?\s*(?:plats|tid|datum|dag)?(?:\s*(?:och|/)\s*(?:tid|plats|datum))?
            |nästa\s+(?:möte|sammanträde)\w*|anslag\w*(?:\s*/\s*bevis)?|bevis(?:\s+om\s+\w+)?|datum\s+(?:för|då)\s+anslag\w*.*?
            |paragrafer|paragraf|ärenden\s+nr|under(?:skrift|tecknande)\w*|namnteckning\w*|förvaringsplats.*?
            |diarienummer|dnr|ärendenummer|sida|sid|utdragsbestyrkande|signatur\w*|kallelse|expedieras|distribution""",
        Label.AGENDA: r"""ärenden|ärendelista|ärendeförteckning|punkter|dagordning|föredragningslista|agenda
            |innehåll(?:sförteckning)?|program|behandlade\s+ärenden|protokollets\s+innehåll""",
        Label.BODY: r"organ|nämnd|instans|beslutsinstans|forum|beslutande\s+organ|nämnd/styrelse",
        Label.PLACE_AND_TIME: r"plats(?:\s*(?:och|,|/|&)\s*|\s+)tid|tid(?:\s*(?:och|,|/|&)\s*|\s+)plats",
        Label.DATE: r"""(?:sammanträdes|mötes|protokolls)?(?:datum|dag)|datum\s+(?:och|/)\s+(?:tid|plats)
            |datum\s+för\s+(?:mötet|möte|sammanträdet|sammanträde)|tidpunkt|när""",
        Label.TIME: r"(?:sammanträdes|mötes)?tid(?:er)?",
        Label.PLACE: r"(?:sammanträdes|mötes)?(?:plats|lokal)|lokal|var",
        Label.ABSENT: r"""frånvarande(?:\s+(?:ledamöter|ersättare))*|ej\s+närvarande
            |anmäl\w*\s+(?:förhinder|frånvaro)|förhinder|förhindrade|frånvaro|har\s+anmält\s+förhinder|återbud""",
        Label.OFFICE: r"""(?:(?:[12]:[ea]|första|förste|andra|andre|tredje)\s+)?vice\s+ordförande
            |v\.?\s*ordf\.?|(?:mötes)?ordförande|ordf\.?|(?:mötes|nämnd|protokolls)?sekreterare|protokollförare
            |vid\s+protokollet|protokoll\s+fört\s+av""",
        Label.PRESENT: r"""närvarande(?:\s+(?:ledamöter|ersättare|politiker|tjänste\w+|förtroendevalda)
              (?:\s+(?:och|samt)\s+(?:ledamöter|ersättare|tjänste\w+))?)?
            |närvaro(?:lista)?|deltagare|deltagande|mötesdeltagare
            |beslutande(?:\s+ledamöter)?|ledamöter(?:\s+och\s+ersättare)?|politiker|förtroendevalda
            |(?:(?:ej|icke|inte)\s+)?(?:tjänstgörande|närvarande|beslutande|övriga)\s+ersättare|ersättare
            |(?:ej|icke|inte)\s+tjänstgörande|tjänste(?:personer|män)|övriga(?:\s+(?:närvarande|deltagare|deltagande|tjänste\w+|mötesdeltagare))*
            |(?:andra|även)\s+närvarande|inbju(?:dna|den)|adjungera(?:de|d|t)|gäst(?:er)?|kallade|föredragande
            |fackliga\s+(?:företrädare|representanter)|personal(?:företrädare|representanter)|insynsplats(?:er)?|revisorer
            |justera(?:re|nde)|justeringspersone?r?n?a?|(?:utsedda?|utses|vald(?:a)?)\s+(?:att\s+justera|justerare)
            |protokollsjusterare|val\s+av\s+justerare|att\s+justera""",
    }
)
_WORDS = "|".join(f"(?P<{label.name}>{words})" for label, words in _PATTERNS.items())
_REST_OF_LABEL = re.compile(r"ersättare|ledamöter|plats och tid|tid och plats|att justera|närvarande")
"""What stands below a label that was set in two lines (``Justeringens`` over ``plats och tid``)."""
_MARKUP = re.compile(r"^\s*(?:#{1,6}\s+|[-•]\s+(?=\*\*))?|\*\*|__")
_FIELD = re.compile(
    rf"""\s*(?:{_WORDS})
    (?P<rest>\s*/\s*(?:övriga|gäster|tjänste\w+|ersättare|protokollförare)|\s+och\s+(?:övriga|ersättare|sekreterare))?
    (?:\s*$|\s*[:|](?P<colon>)|\t|\s{{2,}}|(?P<space>\s)(?=[A-ZÅÄÖ0-9]|den\s|kl))""",
    re.IGNORECASE | re.VERBOSE,
)
_LEADERS = re.compile(r"[._…]{3,}")
_CAPITAL_AFTER = re.compile(r"[A-ZÅÄÖ0-9]|[Dd]en\s|[Kk]l")
_ROLE_WORDS = (
    (
        re.compile(r"(?:ej|icke|inte) (?:tjänst|närv|besl)\w+", re.IGNORECASE),
        "ej tjänstgörande ersättare",
    ),
    (re.compile(r"tjänstgörande ersättare|beslutande ersättare", re.IGNORECASE), "tjänstgörande ersättare"),
    (re.compile(r"övriga ersättare", re.IGNORECASE), "övriga ersättare"),
    (re.compile(r"^(?:närvarande )?ersättare", re.IGNORECASE), "ersättare"),
    (re.compile(r"justera|justering", re.IGNORECASE), "justerare"),
    (re.compile(r"sekreterare|protokoll", re.IGNORECASE), "sekreterare"),
    (re.compile(r"^föredragande", re.IGNORECASE), "föredragande"),
    (re.compile(r"revisorer", re.IGNORECASE), "revisor"),
    (re.compile(r"^adjungera", re.IGNORECASE), "adjungerad"),
)
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
    if match is None or not text.lstrip()[:1].isupper():
        return None
    label = next(label for label in _PATTERNS if match[label.name] is not None)
    value = text[match.end() :].strip()
    if match["space"] is not None and not _CAPITAL_AFTER.match(value):
        return None
    printed = " ".join((match[label.name] + (match["rest"] or "")).split())
    return Field(label, printed, _role(label, printed), (value,) if value else ())


def _role(label: Label, printed: str) -> str:
    if label is Label.OFFICE and _CHAIR.search(printed):
        return printed.lower()
    return next((role for pattern, role in _ROLE_WORDS if pattern.search(printed)), "")
