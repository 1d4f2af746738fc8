"""``qa purge``: take a meeting or an agenda item out of the index, with a receipt."""

from typing import TYPE_CHECKING, Annotated

import typer

from qa.errors import UsageError
from service.commands.exit_codes import FAILURE, OK
from service.commands.options import OFF, IndexOption, JsonOption
from service.commands.terminal import out, plain, write_json
from service.wording import decimal, plural

if TYPE_CHECKING:
    from pathlib import Path

    from qa.index.purge import Receipt
    from qa.index.withheld import Purge

EXAMPLES = """\
qa purge namnden/2024-03-06/12
qa purge namnden/2024-03-06 --json > kvitto.json
qa purge --list
qa purge --undo namnden/2024-03-06/12
"""
_KINDS = {"meeting": "sammanträde", "item": "ärende"}


def purge(
    identifier: Annotated[
        str,
        typer.Argument(metavar="[ID]", help="Sammanträdets eller ärendets id, som i länken till dess sida."),
    ] = "",
    index_folder: IndexOption = None,
    show_list: Annotated[bool, typer.Option("--list", help="Visa vad som har raderats.")] = OFF,
    undo: Annotated[
        str,
        typer.Option(
            "--undo", metavar="ID", help="Låt nästa qa index läsa in det igen, om filen finns kvar."
        ),
    ] = "",
    as_json: JsonOption = OFF,
) -> int:
    """Radera ett sammanträde eller ärende ur indexet. Nästa qa index läser inte in det igen.

    Text, ord, vektorer och äldre utgåvor tas bort, och kvittot visar att inget är kvar. Filen som
    det lästes ur rörs inte.
    """
    from service.wiring import settings_with

    folder = settings_with(index_folder, None).index
    if sum(map(bool, (identifier, show_list, undo))) != 1:
        raise UsageError("Ange ett id att radera, eller --list, eller --undo ID.")
    if show_list:
        return _show_list(folder, as_json=as_json)
    if undo:
        return _undo(folder, undo, as_json=as_json)
    return _purge(folder, identifier, as_json=as_json)


def _purge(folder: "Path", identifier: str, *, as_json: bool) -> int:
    from qa.index.purge import purge as purge_from
    from service.commands.terminal_progress import shown_progress

    with shown_progress() as progress:
        receipt = purge_from(folder, identifier, progress)
    if as_json:
        from service.commands.purge_receipt import receipt_of

        write_json(receipt_of(receipt))
    else:
        out().print(plain(describe(receipt, folder)), soft_wrap=True)
    return OK if receipt.proof.is_clean else FAILURE


def _show_list(folder: "Path", *, as_json: bool) -> int:
    from qa.index.withheld import read_purges

    purges = read_purges(folder)
    if as_json:
        from service.commands.purge_receipt import list_of

        write_json(list_of(purges))
    else:
        lines = [_line(purge) for purge in purges] or ["Inget har raderats ur indexet."]
        out().print(plain("\n".join(lines)), soft_wrap=True)
    return OK


def _undo(folder: "Path", identifier: str, *, as_json: bool) -> int:
    from qa.index.purge import undo_purge

    undone = undo_purge(folder, identifier)
    if as_json:
        from service.commands.purge_receipt import list_of

        write_json(list_of([undone]))
    else:
        text = (
            f"{undone.id} är inte längre spärrat. Nästa qa index läser in det igen ur {undone.source_file}."
        )
        out().print(plain(text), soft_wrap=True)
    return OK


def describe(receipt: "Receipt", folder: "Path") -> str:
    """Return the receipt as Swedish text."""
    purge, before, after, proof = receipt.purge, receipt.before, receipt.after, receipt.proof
    searched = (
        f"{plural(proof.files, 'fil', 'filer')} ({decimal(proof.size / 1e6)} MB) i {folder} söktes igenom "
        f"efter {plural(proof.sentences, 'mening', 'meningar')}, "
        f"{plural(proof.words, 'term', 'termer')} i ordindexet och "
        f"{plural(proof.vectors, 'vektor', 'vektorer')} ur det raderade."
    )
    result = "Inget finns kvar."
    if not proof.is_clean:
        result = (
            f"VARNING: rester finns kvar i {', '.join(proof.traces)}. Ta bort dem och kör kommandot igen."
        )
    lines = [
        f"Raderat: {receipt.name}",
        f"Id: {purge.id} ({_KINDS[purge.kind.value]}, läst ur {purge.source_file})",
        f"Tid: {purge.purged} (tog {decimal(receipt.seconds)} s)",
        f"Fingeravtryck av innehållet (SHA-256): {purge.digest}",
        f"Ärenden: {before.items} före, {after.items} efter",
        f"Stycken: {before.passages} före, {after.passages} efter",
        f"Vektorer: {before.passage_vectors + before.sentence_vectors} före, "
        f"{after.passage_vectors + after.sentence_vectors} efter",
        f"Borttagna utgåvor av indexet: {', '.join(receipt.dropped)}. Ny utgåva: {receipt.version}",
        f"Kontroll: {searched} {result}",
    ]
    if proof.also_in:
        lines.append(f"Samma meningar står också i, och finns kvar i: {', '.join(proof.also_in)}")
    lines.append(
        "Källfilen, säkerhetskopior och andra kopior av indexet berörs inte. "
        "En söktjänst som är i gång byter utgåva inom någon sekund."
    )
    return "\n".join(lines)


def _line(purge: "Purge") -> str:
    return f"{purge.id}  {_KINDS[purge.kind.value]} ur {purge.source_file}, raderat {purge.purged}"
