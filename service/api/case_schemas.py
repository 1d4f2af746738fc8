"""The body of the journey of a case."""

from pydantic import Field

from qa.cases.journey import Belonging
from qa.cases.mentions import Tie
from service.api.proceedings_schemas import OutcomeOut
from service.api.reply import Reply
from service.api.schemas import CitationOut


class ReferenceOut(Reply):
    """What an item says of another item or another case."""

    tie: Tie = Field(description="Hur det nämns.")
    text: str = Field(description="Ordagrant ur ärendet.", examples=["den 14 februari 2023, § 41"])
    body: str = Field(description="Organet som nämns, i grundform; tomt när inget nämns.")
    item_id: str | None = Field(
        description="Ärendet som menas; null när det inte finns i indexet eller inte går att avgöra.",
        examples=["regionstyrelsen-2023-02-14/41"],
    )
    case_number: str | None = Field(description="Diarienumret som nämns, när det är ett sådant; annars null.")


class CaseStep(Reply):
    """An agenda item on the journey of a case."""

    item_id: str = Field(description="Ärendets id.", examples=["regionstyrelsen-2023-03-14/96"])
    belonging: Belonging = Field(
        description="diarienummer = har numret, hänvisad = ärendet hänvisar hit, "
        "hänvisar = hänvisar till ärendet."
    )
    citation: CitationOut = Field(description="Var det står.")
    outcomes: tuple[OutcomeOut, ...] = Field(
        description="Vad som beslutades; tom när det inte gick att läsa ut."
    )
    references: tuple[ReferenceOut, ...] = Field(description="Vad punkten säger om andra ärenden.")
    referred_by: tuple[str, ...] = Field(
        description="Id för de ärenden i listan som hänvisar hit, i tidsordning."
    )


class CaseResponse(Reply):
    """The journey of a case."""

    case_number: str = Field(description="Som protokollen skriver det.", examples=["RS-2023-00123"])
    title: str = Field(description="Rubriken som ärendet hade sist.")
    steps: tuple[CaseStep, ...] = Field(
        description="Ärendets punkter i tidsordning, de utan känt datum först."
    )
    related_case_numbers: tuple[str, ...] = Field(
        description="Andra diarienummer som dess punkter har eller nämner."
    )
    index_version: str = Field(description="Vilken utgåva av indexet som svarade.")
