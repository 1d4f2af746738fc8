"""The bodies that say how a question was read and why each hit was found."""

import datetime

from pydantic import Field

from qa.question.wishes import Wish
from qa.reasons import Aspect, MatchKind, Nearness
from qa.types import Role
from service.api.reply import Reply


class PeriodOut(Reply):
    """A period that the question names, both days included."""

    first: datetime.date = Field(description="Första dagen.")
    last: datetime.date | None = Field(description="null när perioden är öppen framåt.")


class PersonInQuestionOut(Reply):
    """Somebody named in the question whom the minutes name too."""

    name: str = Field(description="Namnet som protokollen skriver det.", examples=["Anna Ek"])
    party: str = Field(description="Partiet som frågan nämner, annars tomt.", examples=["S"])


class CorrectionOut(Reply):
    """A word that was read as another."""

    said: str = Field(description="Ordet som det står i frågan.", examples=["servisavgift"])
    read_as: str = Field(description="Ordet som protokollen skriver det.", examples=["serviceavgift"])


class AbsentItemOut(Reply):
    """The number of an item that the question names and no meeting it is about has."""

    number: str = Field(description="Numret, som protokoll skriver det.", examples=["§ 4"])
    meeting_id: str | None = Field(description="Sammanträdet där det saknas, när frågan gäller ett enda.")
    text: str = Field(
        description="Detta som en mening att visa.",
        examples=["§ 4 finns inte i protokollet från Kommunstyrelsen 3 maj 2023. Där finns § 54–79."],
    )


class UnderstoodOut(Reply):
    """What was found in the text of the question; such passages come before others that are as near."""

    periods: tuple[PeriodOut, ...] = Field(description="Tider som frågan nämner.")
    bodies: tuple[str, ...] = Field(description="Organ som frågan nämner, som protokollen skriver dem.")
    case_numbers: tuple[str, ...] = Field(
        description="Diarienummer som frågan nämner och indexet har, som protokollen skriver dem."
    )
    item_numbers: tuple[str, ...] = Field(
        description="Nummer på ärenden som frågan nämner och indexet har.", examples=[["§ 96"]]
    )
    people: tuple[PersonInQuestionOut, ...] = Field(description="Personer som frågan och protokollen nämner.")
    wishes: tuple[Wish, ...] = Field(
        description="Vad frågan vill veta. Beslut, yrkande, omröstning och reservation lyfter det avsnittet "
        "främst i sitt ärende.",
        examples=[["reservation", "person eller organ"]],
    )
    corrections: tuple[CorrectionOut, ...] = Field(
        description="Ord som inte finns i protokollen och lästes som ett nästan lika stavat ord där, och "
        "diarienummer som protokollen skriver på annat sätt. Sökningen gäller det lästa."
    )
    absent_items: tuple[AbsentItemOut, ...] = Field(
        description="Nummer på ärenden som frågan nämner men som inte finns i de sammanträden den gäller, "
        "efter tid och organ i frågan och i urvalet."
    )
    text: str = Field(
        description="Allt detta i ord att visa, eller tomt.",
        examples=["Tolkade frågan som: mars 2024, Kommunstyrelsen, reservation."],
    )


class WordMatchOut(Reply):
    """A word of the question that was found."""

    asked: str = Field(description="Ordet i frågan, med små bokstäver.", examples=["avgift"])
    found: str = Field(description="Ordet i stycket, med små bokstäver.", examples=["serviceavgiften"])
    kind: MatchKind = Field(
        description="exact = samma ord, inflected = annan form, compound = del av sammansättning, "
        "corrected = frågans ord lästes med annan stavning."
    )
    parts: tuple[str, ...] = Field(
        description="Sammansättningens delar, när protokollens egna ord visar dem; annars tomt.",
        examples=[["service", "avgiften"]],
    )
    in_heading: bool = Field(description="true när bara rubriken över stycket har ordet.")


class ConditionOut(Reply):
    """Something the question or the filter asks for and the passage meets."""

    aspect: Aspect = Field(
        description="period = tid, body = organ, case_number = diarienummer, item_number = ärendets nummer, "
        "person = person, section = del av ärendet, file = fil."
    )
    text: str = Field(description="Det som uppfylls.", examples=["mars 2024"])


class WhyOut(Reply):
    """Why a passage was found."""

    words: tuple[WordMatchOut, ...] = Field(description="Frågans ord i stycket och i dess rubrik.")
    nearness: Nearness = Field(
        description="Hur mycket närmare frågan stycket ligger, i innebörd och ord, än det som frågor om "
        "annat når i samma protokoll: sure = säker, likely = trolig, weak = svag."
    )
    section: Role = Field(description="Vilken del av ärendet stycket står i.")
    preferred: tuple[ConditionOut, ...] = Field(description="Det frågan nämner som lyfte fram stycket.")
    filters: tuple[ConditionOut, ...] = Field(description="Urvalet som sökningen gällde.")
    text: str = Field(
        description="Allt detta på svenska, att visa för läsaren.",
        examples=["Frågans ord i sammansättning: service·avgiften (avgift). Likhet med frågan: säker."],
    )
