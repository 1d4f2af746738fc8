"""What ``qa purge --json`` gives."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from qa.index.manifest import Counts
from qa.index.purge import Receipt
from qa.index.withheld import Purge, PurgeKind


class PurgedOut(BaseModel):
    """What was purged; ``digest`` is a SHA-256 over what it said, ``purged`` ISO 8601 in UTC."""

    model_config = ConfigDict(frozen=True)

    id: str
    kind: PurgeKind
    source_file: str
    digest: str
    purged: str


class PurgedList(BaseModel):
    """All that was purged."""

    purged: tuple[PurgedOut, ...]


class CountsOut(BaseModel):
    """How much an index generation holds."""

    meetings: int
    items: int
    passages: int
    vectors: int


class ProofOut(BaseModel):
    """What was searched for in how many files and bytes; ``traces`` are files with something left."""

    is_clean: bool
    files: int
    bytes: int
    sentences: int
    words: int
    vectors: int
    traces: tuple[str, ...]
    also_in: tuple[str, ...]


class ReceiptOut(PurgedOut):
    """The receipt of a purge."""

    name: str
    removed_items: tuple[str, ...]
    removed_passages: int
    before: CountsOut
    after: CountsOut
    index_version_before: str
    index_version: str
    dropped_versions: tuple[str, ...]
    seconds: float
    proof: ProofOut


def list_of(purges: Sequence[Purge]) -> PurgedList:
    """Return a list of purges."""
    return PurgedList(purged=tuple(_purged(purge) for purge in purges))


def receipt_of(receipt: Receipt) -> ReceiptOut:
    """Return the receipt of a purge."""
    proof = receipt.proof
    return ReceiptOut(
        **dict(_purged(receipt.purge)),
        name=receipt.name,
        removed_items=receipt.item_ids,
        removed_passages=receipt.passages,
        before=_counts(receipt.before),
        after=_counts(receipt.after),
        index_version_before=receipt.version_before,
        index_version=receipt.version,
        dropped_versions=receipt.dropped,
        seconds=receipt.seconds,
        proof=ProofOut(
            is_clean=proof.is_clean,
            files=proof.files,
            bytes=proof.size,
            sentences=proof.sentences,
            words=proof.words,
            vectors=proof.vectors,
            traces=proof.traces,
            also_in=proof.also_in,
        ),
    )


def _purged(purge: Purge) -> PurgedOut:
    return PurgedOut(
        id=purge.id,
        kind=purge.kind,
        source_file=purge.source_file,
        digest=purge.digest,
        purged=purge.purged,
    )


def _counts(counts: Counts) -> CountsOut:
    return CountsOut(
        meetings=counts.meetings,
        items=counts.items,
        passages=counts.passages,
        vectors=counts.passage_vectors + counts.sentence_vectors,
    )
