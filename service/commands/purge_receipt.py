"""What ``qa purge --json`` gives."""

from collections.abc import Sequence

from pydantic import Field

from qa.index.manifest import Counts
from qa.index.purge import Receipt
from qa.index.withheld import Purge, PurgeKind
from service.api.reply import Reply


class PurgedOut(Reply):
    """What was purged; ``digest`` is a SHA-256 over what it said, ``purged`` ISO 8601 in UTC."""

    id: str
    kind: PurgeKind
    source_file: str
    digest: str
    purged: str


class PurgedList(Reply):
    """All that was purged."""

    purged: tuple[PurgedOut, ...]


class CountsOut(Reply):
    """How much an index generation holds."""

    meetings: int
    items: int
    passages: int
    vectors: int


class ProofOut(Reply):
    """What was searched for in how many files and bytes; ``traces`` are files with something left."""

    is_clean: bool
    files: int
    bytes: int = Field(validation_alias="size")
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
    return PurgedList(purged=tuple(PurgedOut.model_validate(purge) for purge in purges))


def receipt_of(receipt: Receipt) -> ReceiptOut:
    """Return the receipt of a purge."""
    return ReceiptOut(
        **dict(PurgedOut.model_validate(receipt.purge)),
        name=receipt.name,
        removed_items=receipt.item_ids,
        removed_passages=receipt.passages,
        before=_counts(receipt.before),
        after=_counts(receipt.after),
        index_version_before=receipt.version_before,
        index_version=receipt.version,
        dropped_versions=receipt.dropped,
        seconds=receipt.seconds,
        proof=ProofOut.model_validate(receipt.proof),
    )


def _counts(counts: Counts) -> CountsOut:
    return CountsOut(
        meetings=counts.meetings,
        items=counts.items,
        passages=counts.passages,
        vectors=counts.passage_vectors + counts.sentence_vectors,
    )
