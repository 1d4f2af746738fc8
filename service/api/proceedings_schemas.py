"""What became of an agenda item, as the API gives it."""

from pydantic import AliasPath, Field

from qa.proceedings import Agreement, Choice, OutcomeKind
from service.api.reply import Reply

_TEXT = "Ordagrant ur protokollet; text ur flera stycken har en rad för varje."
_PAGE = "Tryckt sidnummer; null när filen inte har sidor."


class MemberOut(Reply):
    """Somebody who moved, dissented or voted."""

    name: str = Field(description="Namnet; tomt när ett helt parti avses.", examples=["Anna Ek"])
    party: str = Field(description="Partiet som det är tryckt; tomt när det inte framgår.", examples=["S"])


class OutcomeOut(Reply):
    """What a decision does with the matter."""

    kind: OutcomeKind = Field(description="Utfallet.", examples=["bordläggning"])
    text: str = Field(description=_TEXT, examples=["Ärendet bordläggs."])
    page: int | None = Field(description=_PAGE)
    is_proposal: bool = Field(description="true när organet bara föreslår det för ett annat organ.")


class MotionOut(Reply):
    """What somebody moved."""

    movers: tuple[MemberOut, ...] = Field(description="Vilka som yrkade; tom när ingen nämns vid namn.")
    text: str = Field(description=_TEXT)
    page: int | None = Field(description=_PAGE)


class BallotOut(Reply):
    """One member's answer in a vote."""

    name: str = Field(
        validation_alias=AliasPath("member", "name"), description="Namnet; tomt när ett helt parti avses."
    )
    party: str = Field(
        validation_alias=AliasPath("member", "party"),
        description="Partiet som det är tryckt; tomt när det inte framgår.",
    )
    choice: Choice = Field(description="Vad ledamoten svarade.")


class VoteOut(Reply):
    """A vote: counts, what each side was for, and how members voted."""

    yes: int | None = Field(description="Antal ja; null när det inte framgår.", examples=[41])
    no: int | None = Field(description="Antal nej; null när det inte framgår.", examples=[38])
    abstained: int | None = Field(description="Antal som avstod; null när det inte framgår.")
    absent: int | None = Field(description="Antal frånvarande; null när det inte framgår.")
    yes_means: str = Field(
        description="Vad ja gällde, ordagrant; tomt när det inte framgår.",
        examples=["bifall till kommunstyrelsens förslag"],
    )
    no_means: str = Field(
        description="Vad nej gällde, ordagrant; tomt när det inte framgår.", examples=["avslag"]
    )
    winner: Choice | None = Field(
        description="Sidan som fick sin vilja fram; null när det inte går att säga."
    )
    agreement: Agreement = Field(
        description="Om de tryckta siffrorna stämmer med namnlistan: stämmer, stämmer inte, "
        "går inte att kontrollera."
    )
    ballots: tuple[BallotOut, ...] = Field(description="Hur var och en röstade, när protokollet säger det.")
    text: str = Field(
        description="Meningarna som ger resultatet, ordagrant; tomt när det bara finns en tabell."
    )
    page: int | None = Field(description=_PAGE)


class ReservationOut(Reply):
    """Who reserved themselves against the decision."""

    members: tuple[MemberOut, ...] = Field(
        description="Vilka som reserverade sig; ett helt parti har inget namn."
    )
    text: str = Field(description=_TEXT)
    page: int | None = Field(description=_PAGE)


class ProceedingsOut(Reply):
    """What became of an item, as far as its text says."""

    outcomes: tuple[OutcomeOut, ...] = Field(description="Vad som beslutades.")
    motions: tuple[MotionOut, ...] = Field(description="Vad som yrkades.")
    votes: tuple[VoteOut, ...] = Field(description="Omröstningar.")
    reservations: tuple[ReservationOut, ...] = Field(description="Reservationer mot beslutet.")
