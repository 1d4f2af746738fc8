"""The words by which minutes say what a decision does with the matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa.proceedings import OutcomeKind as Kind

_SAID = {
    Kind.APPROVED: r"bifall(?:s|es|er|its)|biföll?s?|godkän(?:n(?:s|es|er)|de|des)"
    r"|anta(?:s|ges|r|gits)|antogs?"
    r"|fastställ(?:s|es|er|des?)|bevilja(?:s|r|des?)|tillstyrk(?:s|er|tes?)|ställ(?:er|de) sig bakom"
    r"|(?:anses|förklaras|är) bifall(?:en|et|na)",
    Kind.REJECTED: r"avslå(?:s|r)|avslogs?|avslagits|avstyrk(?:s|er|tes?)"
    r"|(?:lämnas?|lämnades?)(?: [\w-]+){0,5} utan bifall|(?:anses|förklaras|är) avslag(?:en|et|na)",
    Kind.REFERRED_BACK: r"återremittera(?:s|r|des?)|återförvisas",
    Kind.POSTPONED: r"bordlägg(?:s|es|er)|bordlades?|bordlagts|skjuts upp|sköts upp|uppskjuts",
    Kind.NOTED: r"anteckna(?:s|r|des?)|notera(?:s|r|des?)"
    r"|(?:läggs|lägger|lades?)(?: [\w-]+){0,9} till handlingarna"
    r"|tar del av|tog del av",
    Kind.ASSIGNED: r"(?:får|fick|ges|gavs|ger|gav|erhåller)\b[^.;:]{0,240}? i uppdrag"
    r"|uppdra(?:s|r)|uppdrogs?",
    Kind.ANSWERED: r"(?:anses?|förklaras?|är)\b[^.;:]{0,60}?\bbesvara(?:d|t|de)|besvaras|besvarades",
    Kind.ELECTED: r"utses|utsågs?|utser|väljs|väljes|valdes?|väljer|(?:om|ny)väljs",
}
"""Finite forms, passive and active, now and then."""
_DECIDED = {
    Kind.APPROVED: r"bifalla|godkänna|anta(?:ga)?|fastställa|bevilja|tillstyrka|ställa sig bakom",
    Kind.REJECTED: r"avslå|avstyrka|lämna(?: [\w-]+){0,5} utan bifall",
    Kind.REFERRED_BACK: r"återremittera|återförvisa",
    Kind.POSTPONED: r"bordlägga|skjuta upp",
    Kind.NOTED: r"anteckna|notera|lägga(?: [\w-]+){0,9} till handlingarna|ta del av",
    Kind.ASSIGNED: r"ge\b[^.;:]{0,240}? i uppdrag|uppdra\b",
    Kind.ANSWERED: r"(?:anse|förklara)\b[^.;:]{0,160}?\bbesvara(?:d|t|de)|besvara",
    Kind.ELECTED: r"utse|välja|omvälja|nyvälja",
}
"""Infinitives, which count after ``beslutar att`` and at the beginning of a point."""
_ALONE = {
    Kind.APPROVED: r"bifall(?:es)?|godkännes?|godkännande"
    r"|enligt (?:[\w-]+ ){0,4}[\w-]*förslag(?:et)?(?=\.?$)",
    Kind.REJECTED: r"avslag|avslås",
    Kind.REFERRED_BACK: r"återremiss(?:eras|as)?|återremittering",
    Kind.POSTPONED: r"bordläggning|bordlag(?:t|d|da)|(?:ärendet|frågan|punkten) bordlag(?:t|d)",
    Kind.NOTED: r"(?:[\w-]+ )?(?:antecknad|antecknat|noterad|noterat)(?=\W|$)|till handlingarna",
    Kind.ANSWERED: r"(?:[\w-]+ )?besvarad(?=\W|$)",
}
"""What a decision may begin with when it has no verb, or only half of one."""


def _pattern(words: dict[Kind, str], begin: str) -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{kind.name}>{said})" for kind, said in words.items())
    return re.compile(rf"{begin}(?:{kinds})(?![\w-])", re.IGNORECASE)


_MARKER = r"^[\s\"”“•*–-]{0,4}(?:\(?(?:\d{1,2}|[a-z])[.)]\s{1,3}){0,2}(?:[•*–-]\s{1,3})?"
_FINITE = _pattern(_SAID, r"(?<![\w-])")
_INFINITIVE = _pattern(
    _DECIDED,
    r"(?:(?:\bbeslut\w*|\bföreslår?|\bhemställer|\bsamt|\boch|,)(?: [^.;:,]{1,80}?)?"
    r"\s+att\s+(?:[\w-]+\s+){0,2}?)",
)
_AT_BEGINNING = _pattern(_DECIDED, rf"{_MARKER}(?:att\s+(?:[\w-]+\s+){{0,2}}?)?")
_WITHOUT_VERB = _pattern(_ALONE, _MARKER)
_BY_PROPOSAL = re.compile(
    r"\bbeslut(?:ar|ade|at)\b[^.;:]{0,60}?\b(?:enligt|i enlighet med)\b[^.;:]{0,60}?\b[\w-]*förslag(?:et)?\b",
    re.IGNORECASE,
)
_LONGEST_SENTENCE = 4000
"""Characters; what is longer has lost its full stops, and its end says little of its beginning."""
_GOVERNS = re.compile(r"\bbeslut|\bföreslå|\bhemställ", re.IGNORECASE)
_COMPLEMENT = re.compile(r"\bi uppdrag\b|\buppdra(?:s|r)? åt\b|\bom att\b|\bför att\b", re.IGNORECASE)
_QUOTED = re.compile(r"[”“\"][^”“\"]*[”“\"]")
_NOT_MAIN = re.compile(
    r"\b(?:som|vilka|vilket|vilken|när|då|där|innan|sedan|eftersom|huruvida)\s+(?:[\w-]+\s+){0,3}$"
    r"|\b(?:ska|skall|bör|kan|skulle|får|må|måste|kunna|vill|föreslås|yrkar|yrkade)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_DENIED_BEFORE = re.compile(r"\b(?:inte|ej|icke|ingen|inget|inga)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_DENIED_AFTER = re.compile(r"\s+(?:därmed\s+)?(?:inte|ej|icke)\b", re.IGNORECASE)
_BY_ANOTHER = re.compile(r"\s+av\b", re.IGNORECASE)
_ACTIVE = re.compile(
    r"(?:biföll|bifaller|godkänner|godkände|antar|antog|fastställer|fastställde|beviljar|beviljade"
    r"|(?:till|av)styrk(?:er|te)|ställ(?:er|de) sig bakom|avslår|avslog|lämnar .*|lämnade .*"
    r"|återremittera(?:r|de)"
    r"|bordlägger|bordlade|anteckna(?:r|de)|notera(?:r|de)|läg?ger .*|tar del av|tog del av|ger .*|gav .*"
    r"|uppdrar|uppdrog|utser|utsåg|väljer|valde)",
    re.IGNORECASE | re.DOTALL,
)
_DECIDER = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s*)?$"
    r"|\b\w*(?:fullmäktige|styrelsen?|nämnden?|utskottet|beredningen|direktionen|rådet|forumet|forum|kommittén|stämman"
    r"|presidiet|mötet|sammanträdet)\b|(?-i:\b[A-ZÅÄÖ]{3,6}\b)",
    re.IGNORECASE,
)
"""Who decides in the minutes; others (``Trafikverket avslår begäran``) are only told of."""
_PROPOSES = re.compile(r"(?:till|av)styrk", re.IGNORECASE)
_TO_ANOTHER = re.compile(r"\b(?:föreslår|hemställer|rekommenderar|föreslog|hemställde)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """That a sentence decides something, and whether only for another body to decide."""

    kind: Kind
    is_proposal: bool


def kinds_said(sentence: str) -> tuple[Said, ...]:
    """Return what a sentence of a decision does with the matter, each kind once, in order.

    Words in quotation marks, in relative clauses, after ``ska`` or ``kan``, denied words and those that
    say what an assignment is about do not count.
    """
    text = _QUOTED.sub(lambda match: " " * len(match[0]), sentence[:_LONGEST_SENTENCE])
    found = sorted({*_beginnings(text), *_finite(text), *_infinitives(text)}, key=lambda one: one[0])
    kinds: dict[Kind, Said] = {}
    for place, kind, word in found:
        proposes = _PROPOSES.search(word) is not None or _TO_ANOTHER.search(text, 0, place) is not None
        kinds.setdefault(kind, Said(kind, proposes))
    return tuple(kinds.values())


def _beginnings(text: str) -> Iterator[tuple[int, Kind, str]]:
    for pattern in (_WITHOUT_VERB, _AT_BEGINNING):
        match = pattern.match(text)
        if match is not None and not _DENIED_AFTER.match(text, match.end()):
            yield _found(match)
    match = _BY_PROPOSAL.search(text)
    if match is not None:
        yield match.start(), Kind.APPROVED, match[0]


def _finite(text: str) -> Iterator[tuple[int, Kind, str]]:
    for match in _FINITE.finditer(text, 0, _main_end(text)):
        start, kind, word = _found(match)
        clause = re.split(r"[,;:.]", text[:start])[-1]
        if (
            _NOT_MAIN.search(clause)
            or _DENIED_BEFORE.search(clause)
            or _DENIED_AFTER.match(text, match.end())
        ):
            continue
        if kind is Kind.APPROVED and _BY_ANOTHER.match(text, match.end()):
            continue
        if _ACTIVE.fullmatch(word) and not _DECIDER.search(text, 0, start):
            continue
        if kind is Kind.ASSIGNED and re.search(r"\buppdrag", text[:start], re.IGNORECASE):
            continue  # ``redovisningen av uppdraget att nämnderna får i uppdrag att`` tells of another one
        yield start, kind, word


def _infinitives(text: str) -> Iterator[tuple[int, Kind, str]]:
    for match in _INFINITIVE.finditer(text):
        start, kind, word = _found(match)
        if not _is_governed(text, start) or _COMPLEMENT.search(text, 0, start):
            continue
        if not re.search(r"\b(?:inte|ej|icke)\b", match[0], re.IGNORECASE):
            yield start, kind, word


def _is_governed(text: str, place: int) -> bool:
    """Tell whether what is decided, not only what is spoken of, stands at a place."""
    return _GOVERNS.search(text, 0, place) is not None or _AT_BEGINNING.match(text) is not None


def _main_end(text: str) -> int:
    """Return where what an assignment is about begins, the end of the text if it gives none."""
    match = re.search(r"\bi uppdrag\b(?=\s+att\b)|\buppdra(?:s|r)\b[^.;:]{0,120}?\såt\b(?=.*\batt\b)", text)
    return len(text) if match is None else match.end()


def _found(match: re.Match[str]) -> tuple[int, Kind, str]:
    name = match.lastgroup or ""
    return match.start(name), Kind[name], match[name]
