"""What the HTTP API and ``--json`` give. Field names and their order are a promise to callers."""

import datetime

from pydantic import AliasPath, Field

from qa.answer import Certainty
from qa.suggestions import SuggestionKind
from qa.types import DateBasis, ParagraphKind, Role
from service.api.proceedings_schemas import BallotOut, ProceedingsOut, VoteOut
from service.api.reply import Reply
from service.api.why_schemas import UnderstoodOut, WhyOut


class CitationOut(Reply):
    """Where a passage stands."""

    text: str = Field(
        description="Källhänvisning, färdig att klistra in.",
        examples=["Kommun- och regionforum Sundmark 1–2 februari 2023, punkt 3 Serviceavgift"],
    )
    body: str = Field(description="Organet; tomt när filen inte säger det.", examples=["Regionstyrelsen"])
    meeting_id: str = Field(description="Sammanträdets id.", examples=["regionstyrelsen-2023-03-14"])
    meeting_date: datetime.date | None = Field(description="Första mötesdagen; null när den inte är känd.")
    meeting_end_date: datetime.date | None = Field(description="Sista mötesdagen för möten över flera dagar.")
    date_basis: DateBasis = Field(
        description="Hur datumet är känt: stated = står i protokollet, sidecar = ur metadata.csv, "
        "inferred = härlett, unknown = okänt."
    )
    item_id: str = Field(description="Ärendets id.", examples=["regionstyrelsen-2023-03-14/96"])
    item_number: str = Field(description="Numret som det är tryckt.", examples=["§ 96"])
    item_title: str = Field(
        description="Ärendets rubrik.", examples=["Serviceavgift för gemensamma tjänster"]
    )
    case_numbers: tuple[str, ...] = Field(description="Diarienummer.", examples=[["RS-2023-00123"]])
    section: Role = Field(description="Vilken del av ärendet stycket står i.")
    page: int | None = Field(description="Tryckt sidnummer; null när filen inte har sidor.")
    source_file: str = Field(description="Sökväg räknad från den indexerade mappen.")
    source_url: str = Field(description="Webbadress till protokollet, eller tomt.")


class HitOut(Reply):
    """A passage found."""

    rank: int = Field(ge=1, description="1 är bäst.")
    passage_id: str = Field(description="Styckets id.", examples=["regionstyrelsen-2023-03-14/96/2"])
    score: float = Field(description="Högre är bättre; jämförbar bara inom samma index.")
    confidence: float = Field(ge=0, le=1, description="Sannolikheten att stycket svarar på frågan.")
    text: str = Field(description="Stycket som det står i källan, med raderna hopfogade.")
    citation: CitationOut = Field(description="Var det står.")
    why: WhyOut | None = Field(description="Varför stycket hittades.")


class SpanOut(Reply):
    """A stretch of a passage that answers."""

    passage_id: str = Field(
        description="Styckets id.",
        validation_alias=AliasPath("passage", "id"),
        examples=["regionstyrelsen-2023-03-14/96/2"],
    )
    start: int = Field(ge=0, description="Första tecknet, räknat i styckets text från 0.")
    end: int = Field(ge=0, description="Första tecknet efter.")
    text: str = Field(description="Ordagrant som i stycket.")
    citation: CitationOut = Field(
        description="Var det står.", validation_alias=AliasPath("passage", "citation")
    )


class AnswerOut(Reply):
    """The sentences that answer."""

    text: str = Field(description="Meningarna i följd, med ” … ” mellan dem som inte hänger ihop.")
    confidence: float = Field(ge=0, le=1, description="Sannolikheten att de svarar på frågan.")
    certainty: Certainty = Field(description="sure = säkert svar, possible = möjligt svar.")
    spans: tuple[SpanOut, ...] = Field(
        description="Meningarna var för sig, var och en med sin plats och källa."
    )


class GroupOut(Reply):
    """Hits of one case or one meeting."""

    key: str = Field(
        description="Diarienumret, sammanträdets id, eller ärendets id när det saknar diarienummer.",
        examples=["RS-2023-00123"],
    )
    title: str = Field(description="Ärendets rubrik, eller organ och dag.")
    hits: tuple[HitOut, ...] = Field(description="Gruppens träffar.")


class ItemVoteOut(Reply):
    """A vote of the item found, for a question that asks how was voted."""

    citation: CitationOut = Field(description="Var det står.")
    vote: VoteOut = Field(description="Omröstningen.")
    asked: tuple[BallotOut, ...] = Field(
        description="Hur de röstade som frågan nämner, personer eller partier; tom när den inte nämner någon "
        "eller det inte framgår."
    )


class AskResponse(Reply):
    """The answer to a question."""

    question: str = Field(description="Frågan som den ställdes.", examples=["Vad sades om serviceavgiften?"])
    language: str = Field(description="Frågans språk: sv eller en (ISO 639-1).", examples=["sv"])
    answer: AnswerOut | None = Field(
        description="Meningarna som svarar, ordagrant; null när protokollen inte tycks svara."
    )
    no_answer_reason: str | None = Field(
        description="Varför det inte finns något svar, på frågans språk (”language”), eller null."
    )
    understood: UnderstoodOut = Field(
        description="Vad som lästes ut ur frågan; ”understand=false” stänger av det."
    )
    hits: tuple[HitOut, ...] = Field(description="Träffarna, bäst först om inget annat begärs.")
    groups: tuple[GroupOut, ...] | None = Field(
        description="Samma träffar som i ”hits”, samlade som ”group” säger; null utan ”group”."
    )
    votes: tuple[ItemVoteOut, ...] = Field(
        description="Omröstningarna i ärendet som hittades, när frågan gäller hur det röstades; annars tom."
    )
    total: int = Field(ge=0, description="Antal stycken som släpptes igenom av filtren och rangordnades.")
    listed: int | None = Field(
        description="Antal träffar, med ”group” grupper, att bläddra i när svaret är ordnat efter datum "
        "eller grupperat; annars null."
    )
    took_ms: float = Field(ge=0, description="Tid för sökningen i millisekunder.")
    index_version: str = Field(description="Vilken utgåva av indexet som svarade.")
    model: str = Field(description="Vilken modell som läste frågan.")


class SuggestionOut(Reply):
    """Something to ask, as the minutes print it."""

    text: str = Field(
        description="Förslaget, att ställa som fråga.", examples=["Serviceavgift för gemensamma tjänster"]
    )
    kind: SuggestionKind = Field(
        description="title = ett ärendes rubrik, case_number = diarienummer, topic = återkommande ämne."
    )


class SuggestResponse(Reply):
    """Suggestions, the likeliest first."""

    suggestions: tuple[SuggestionOut, ...] = Field(description="Förslagen, det troligaste först.")


class PersonOut(Reply):
    """Somebody in the attendance list; empty where the file does not say."""

    name: str = Field(description="Namnet som det är tryckt.")
    party: str = Field(description="Partiet som det är tryckt.")
    role: str = Field(description="Uppdrag eller befattning.")
    organisation: str = Field(description="Vem personen företräder.")
    note: str = Field(description="Övrigt som står om närvaron, till exempel dag eller paragrafer.")


class MeetingSummary(Reply):
    """One meeting in a list."""

    id: str = Field(description="Varaktigt id.", examples=["regionstyrelsen-2023-03-14"])
    body: str = Field(description="Organet; tomt när filen inte säger det.")
    title: str = Field(description="Sammanträdets rubrik.")
    date: datetime.date | None = Field(description="Första mötesdagen; null när den inte är känd.")
    end_date: datetime.date | None = Field(description="Sista mötesdagen för möten över flera dagar.")
    date_basis: DateBasis = Field(description="Hur datumet är känt: stated, sidecar, inferred eller unknown.")
    date_note: str = Field(description="Hur ett härlett datum är känt.")
    place: str = Field(description="Platsen, när den står i protokollet.")
    time: str = Field(description="Tiden, när den står i protokollet.")
    source_file: str = Field(description="Sökväg räknad från den indexerade mappen.")
    source_url: str = Field(description="Webbadress till protokollet, eller tomt.")
    item_count: int = Field(ge=0, description="Antal ärenden.")


class MeetingDetail(MeetingSummary):
    """One meeting and who was there."""

    attendees: tuple[PersonOut, ...] = Field(description="Närvarande, i protokollets ordning.")
    absent: tuple[PersonOut, ...] = Field(description="Frånvarande, när protokollet räknar upp dem.")
    warnings: tuple[str, ...] = Field(description="Vad som var osäkert när filen lästes.")


class ItemSummary(Reply):
    """An agenda item in the list of its meeting."""

    id: str = Field(description="Varaktigt id.", examples=["regionstyrelsen-2023-03-14/96"])
    number: str = Field(description="Numret som det är tryckt.", examples=["§ 96"])
    title: str = Field(description="Ärendets rubrik.")
    case_numbers: tuple[str, ...] = Field(description="Diarienummer.")
    pages: tuple[int, ...] = Field(description="Tryckta sidnummer; tom när filen inte har sidor.")


class MeetingWithItems(MeetingDetail):
    """One meeting with the list of its agenda items."""

    items: tuple[ItemSummary, ...] = Field(description="Ärendena, i protokollets ordning.")


class MeetingList(Reply):
    """A part of the list of meetings, oldest first."""

    meetings: tuple[MeetingSummary, ...] = Field(description="Sammanträdena i denna del av listan.")
    total: int = Field(ge=0, description="Antal sammanträden som filtren släppte igenom.")
    limit: int = Field(description="Högst så många i delen.")
    offset: int = Field(description="Hur många som hoppades över.")
    index_version: str = Field(description="Vilken utgåva av indexet som svarade.")


class ParagraphOut(Reply):
    """One paragraph, lines joined."""

    text: str = Field(description="Stycket, med raderna hopfogade.")
    kind: ParagraphKind = Field(description="prose = löpande text, list_item = punkt, table = tabell.")
    page: int | None = Field(description="Tryckt sidnummer; null när filen inte har sidor.")


class SectionOut(Reply):
    """A part of an agenda item under one sub-heading, as printed."""

    role: Role = Field(description="Vad avsnittet är för.")
    heading: str = Field(description="Underrubriken som den är tryckt, eller tomt.")
    paragraphs: tuple[ParagraphOut, ...] = Field(description="Avsnittets stycken.")


class InspectedItem(Reply):
    """An agenda item as ``qa inspect`` shows it."""

    number: str = Field(description="Numret som det är tryckt.")
    title: str = Field(description="Ärendets rubrik.")
    case_numbers: tuple[str, ...] = Field(description="Diarienummer.")
    sections: tuple[SectionOut, ...] = Field(description="Ärendets avsnitt, i protokollets ordning.")
    pages: tuple[int, ...] = Field(description="Tryckta sidnummer; tom när filen inte har sidor.")
    proceedings: ProceedingsOut = Field(description="Vad som blev av ärendet.")


class ItemDetail(Reply):
    """An agenda item in full, and the meeting it belongs to."""

    id: str = Field(description="Varaktigt id.", examples=["regionstyrelsen-2023-03-14/96"])
    number: str = Field(description="Numret som det är tryckt.", examples=["§ 96"])
    title: str = Field(description="Ärendets rubrik.")
    case_numbers: tuple[str, ...] = Field(description="Diarienummer.")
    pages: tuple[int, ...] = Field(description="Tryckta sidnummer; tom när filen inte har sidor.")
    sections: tuple[SectionOut, ...] = Field(description="Ärendets avsnitt, i protokollets ordning.")
    proceedings: ProceedingsOut = Field(description="Vad som blev av ärendet.")
    meeting: MeetingSummary = Field(description="Sammanträdet som ärendet hör till.")


class Inspection(Reply):
    """How one file was understood."""

    meeting: MeetingDetail = Field(description="Sammanträdet som ärendet hör till.")
    items: tuple[InspectedItem, ...] = Field(description="Ärendena, i protokollets ordning.")
    warnings: tuple[str, ...] = Field(description="Vad som var osäkert när filen lästes.")


class Health(Reply):
    """Whether the service lives, or is ready to answer."""

    status: str = Field(description="ok när svaret är ja.", examples=["ok"])


class Version(Reply):
    """What answers here."""

    version: str = Field(description="Programmets version.", examples=["0.1.0"])
    index_version: str | None = Field(description="Utgåvan av indexet, null tills det är inläst.")
    model: str | None = Field(description="Modellen, null tills den är inläst.")
    meetings: int | None = Field(description="Antal sammanträden i indexet.")
