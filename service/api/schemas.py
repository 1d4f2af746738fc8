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
    meeting_id: str = Field(examples=["regionstyrelsen-2023-03-14"])
    meeting_date: datetime.date | None = Field(description="Första mötesdagen; null när den inte är känd.")
    meeting_end_date: datetime.date | None = Field(description="Sista mötesdagen för möten över flera dagar.")
    date_basis: DateBasis = Field(
        description="Hur datumet är känt: stated = står i protokollet, sidecar = ur metadata.csv, "
        "inferred = härlett, unknown = okänt."
    )
    item_id: str = Field(examples=["regionstyrelsen-2023-03-14/96"])
    item_number: str = Field(description="Numret som det är tryckt.", examples=["§ 96"])
    item_title: str = Field(examples=["Serviceavgift för gemensamma tjänster"])
    case_numbers: tuple[str, ...] = Field(description="Diarienummer.", examples=[["RS-2023-00123"]])
    section: Role = Field(description="Vilken del av ärendet stycket står i.")
    page: int | None = Field(description="Tryckt sidnummer; null när filen inte har sidor.")
    source_file: str = Field(description="Sökväg räknad från den indexerade mappen.")
    source_url: str = Field(description="Webbadress till protokollet, eller tomt.")


class HitOut(Reply):
    """A passage found."""

    rank: int = Field(ge=1, description="1 är bäst.")
    passage_id: str = Field(examples=["regionstyrelsen-2023-03-14/96/2"])
    score: float = Field(description="Högre är bättre; jämförbar bara inom samma index.")
    confidence: float = Field(ge=0, le=1, description="Sannolikheten att stycket svarar på frågan.")
    text: str = Field(description="Stycket som det står i källan, med raderna hopfogade.")
    citation: CitationOut
    why: WhyOut | None = Field(description="Varför stycket hittades.")


class SpanOut(Reply):
    """A stretch of a passage that answers."""

    passage_id: str = Field(
        validation_alias=AliasPath("passage", "id"), examples=["regionstyrelsen-2023-03-14/96/2"]
    )
    start: int = Field(ge=0, description="Första tecknet, räknat i styckets text från 0.")
    end: int = Field(ge=0, description="Första tecknet efter.")
    text: str = Field(description="Ordagrant som i stycket.")
    citation: CitationOut = Field(validation_alias=AliasPath("passage", "citation"))


class AnswerOut(Reply):
    """The sentences that answer."""

    text: str = Field(description="Meningarna i följd, med ” … ” mellan dem som inte hänger ihop.")
    confidence: float = Field(ge=0, le=1, description="Sannolikheten att de svarar på frågan.")
    certainty: Certainty = Field(description="sure = säkert svar, possible = möjligt svar.")
    spans: tuple[SpanOut, ...]


class GroupOut(Reply):
    """Hits of one case or one meeting."""

    key: str = Field(
        description="Diarienumret, sammanträdets id, eller ärendets id när det saknar diarienummer.",
        examples=["RS-2023-00123"],
    )
    title: str = Field(description="Ärendets rubrik, eller organ och dag.")
    hits: tuple[HitOut, ...]


class ItemVoteOut(Reply):
    """A vote of the item found, for a question that asks how was voted."""

    citation: CitationOut
    vote: VoteOut
    asked: tuple[BallotOut, ...] = Field(
        description="Hur de röstade som frågan nämner, personer eller partier; tom när den inte nämner någon "
        "eller det inte framgår."
    )


class AskResponse(Reply):
    """The answer to a question."""

    question: str = Field(examples=["Vad sades om serviceavgiften?"])
    language: str = Field(description="Frågans språk (ISO 639-1).", examples=["sv"])
    answer: AnswerOut | None = Field(
        description="Meningarna som svarar, ordagrant; null när protokollen inte tycks svara."
    )
    no_answer_reason: str | None = Field(description="Varför det inte finns något svar, eller null.")
    understood: UnderstoodOut = Field(
        description="Vad som lästes ut ur frågan; ”understand=false” stänger av det."
    )
    hits: tuple[HitOut, ...]
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

    text: str = Field(examples=["Serviceavgift för gemensamma tjänster"])
    kind: SuggestionKind = Field(
        description="title = ett ärendes rubrik, case_number = diarienummer, topic = återkommande ämne."
    )


class SuggestResponse(Reply):
    """Suggestions, the likeliest first."""

    suggestions: tuple[SuggestionOut, ...]


class PersonOut(Reply):
    """Somebody in the attendance list; empty where the file does not say."""

    name: str
    party: str
    role: str
    organisation: str
    note: str


class MeetingSummary(Reply):
    """One meeting in a list."""

    id: str = Field(examples=["regionstyrelsen-2023-03-14"])
    body: str
    title: str
    date: datetime.date | None
    end_date: datetime.date | None
    date_basis: DateBasis
    date_note: str = Field(description="Hur ett härlett datum är känt.")
    place: str
    time: str
    source_file: str
    source_url: str
    item_count: int = Field(ge=0, description="Antal ärenden.")


class MeetingDetail(MeetingSummary):
    """One meeting and who was there."""

    attendees: tuple[PersonOut, ...]
    absent: tuple[PersonOut, ...]
    warnings: tuple[str, ...] = Field(description="Vad som var osäkert när filen lästes.")


class ItemSummary(Reply):
    """An agenda item in the list of its meeting."""

    id: str = Field(examples=["regionstyrelsen-2023-03-14/96"])
    number: str = Field(examples=["§ 96"])
    title: str
    case_numbers: tuple[str, ...]
    pages: tuple[int, ...]


class MeetingWithItems(MeetingDetail):
    """One meeting with the list of its agenda items."""

    items: tuple[ItemSummary, ...]


class MeetingList(Reply):
    """A part of the list of meetings, oldest first."""

    meetings: tuple[MeetingSummary, ...]
    total: int = Field(ge=0, description="Antal sammanträden som filtren släppte igenom.")
    limit: int
    offset: int
    index_version: str


class ParagraphOut(Reply):
    """One paragraph, lines joined."""

    text: str
    kind: ParagraphKind
    page: int | None


class SectionOut(Reply):
    """A part of an agenda item under one sub-heading, as printed."""

    role: Role
    heading: str
    paragraphs: tuple[ParagraphOut, ...]


class InspectedItem(Reply):
    """An agenda item as ``qa inspect`` shows it."""

    number: str
    title: str
    case_numbers: tuple[str, ...]
    sections: tuple[SectionOut, ...]
    pages: tuple[int, ...]
    proceedings: ProceedingsOut = Field(description="Vad som blev av ärendet.")


class ItemDetail(Reply):
    """An agenda item in full, and the meeting it belongs to."""

    id: str = Field(examples=["regionstyrelsen-2023-03-14/96"])
    number: str = Field(examples=["§ 96"])
    title: str
    case_numbers: tuple[str, ...]
    pages: tuple[int, ...]
    sections: tuple[SectionOut, ...]
    proceedings: ProceedingsOut = Field(description="Vad som blev av ärendet.")
    meeting: MeetingSummary


class Inspection(Reply):
    """How one file was understood."""

    meeting: MeetingDetail
    items: tuple[InspectedItem, ...]
    warnings: tuple[str, ...]


class Health(Reply):
    """Whether the service lives, or is ready to answer."""

    status: str = Field(examples=["ok"])


class Version(Reply):
    """What answers here."""

    version: str = Field(description="Programmets version.", examples=["0.1.0"])
    index_version: str | None = Field(description="Utgåvan av indexet, null tills det är inläst.")
    model: str | None = Field(description="Modellen, null tills den är inläst.")
    meetings: int | None = Field(description="Antal sammanträden i indexet.")
