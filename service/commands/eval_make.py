"""``qa eval make``: judge one's own questions, and get a question set for ``qa eval``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from service.commands.eval_options import MinutesOption
from service.commands.exit_codes import OK
from service.commands.options import IndexOption, ModelOption
from service.commands.terminal import out, plain
from service.commands.terminal_progress import shown_progress
from service.wording import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eval.judging import Entry, Journal, Verdict
    from eval.pending import PendingQuestion
    from qa.retrieval.base import Retriever
    from qa.types import Passage

EXAMPLES = """\
qa eval make fragor.jsonl
qa eval make fragor.jsonl --questions fragelista.txt --minutes protokoll
"""
YES, NO, SKIP, QUIT = "j", "n", "h", "a"
_JUDGE = "Svarar stycket på frågan? [j]a, [n]ej, [h]oppa över, [a]vsluta: "
_CLOSE = "Saknar frågan svar i protokollen? [j]a, [n]ej (då tas den inte med), [a]vsluta: "
_NEAR = "Handlar protokollen ändå om saken, fast just svaret saknas? [j]a, [n]ej, [a]vsluta: "
_QUOTE = "Vilken mening svarar? Skriv dess nummer, eller tryck Enter för styckets början: "
_QUESTION = "Skriv en fråga (tom rad avslutar): "


def make(
    set_file: Annotated[
        Path,
        typer.Argument(
            metavar="SAMLING", help="JSONL-fil att skriva; finns den redan fortsätter bedömningen."
        ),
    ],
    questions: Annotated[
        Path | None,
        typer.Option(
            "--questions", metavar="FIL", help="Frågor att bedöma, en per rad (annars skrivs de in)."
        ),
    ] = None,
    index_folder: IndexOption = None,
    minutes: MinutesOption = None,
    model: ModelOption = None,
    depth: Annotated[
        int, typer.Option("--depth", metavar="ANTAL", min=1, help="Träffar från varje sökmetod (annars 10).")
    ] = 10,
) -> int:
    """Bedöm egna frågor: visa vad sökmetoderna hittar, utan att säga vilken, och skriv en frågesamling.

    Varje bedömning sparas genast. Avsluta när som helst och fortsätt med samma kommando.
    """
    from eval.judging import Journal
    from eval.pending import questions_from
    from qa.retrieval.choose import RETRIEVERS
    from service.commands.evaluating import open_place, place_of, retrievers_of

    journal = Journal(set_file)
    listed = questions_from(questions) if questions else ()
    with shown_progress() as progress:
        index, encoder = open_place(place_of(index_folder, minutes or (), (), model), progress)
        retrievers = retrievers_of(RETRIEVERS, index, encoder)
    stopped = any(
        not judge_question(question, journal, retrievers, depth) for question in _waiting(journal, listed)
    )
    _print_outcome(journal, stopped=stopped)
    return OK


def judge_question(
    question: "PendingQuestion", journal: "Journal", retrievers: "Sequence[Retriever]", depth: int
) -> bool:
    """Show what was found for a question, passage by passage, and keep every verdict.

    Returns:
        False when the judge wants to stop.
    """
    from eval.judging import Entry, Verdict
    from eval.pool import pool

    found = journal.unjudged(question, pool(retrievers, question.text, depth))
    for number, passage in enumerate(found, 1):
        _print_passage(question, passage, f"Stycke {number} av {len(found)}")
        choice = _choose(_JUDGE, (YES, NO, SKIP, QUIT))
        if choice == QUIT:
            return False
        journal.add(_entry(question, passage, choice))
    if journal.has_answer(question):
        journal.add(Entry(question, Verdict.FINISHED))
        return True
    out().print("Inget stycke svarade på frågan.")
    verdict = _choose_closing()
    if verdict is not None:
        journal.add(Entry(question, verdict))
    return verdict is not None


def _waiting(journal: "Journal", listed: "Sequence[PendingQuestion]") -> "Iterator[PendingQuestion]":
    """Yield what is left from last time, then the list, or what is typed where there is no list."""
    from eval.pending import typed_question

    for question in dict.fromkeys((*journal.questions, *listed)):
        if not journal.is_closed(question):
            yield question
    while not listed and (text := _read(_QUESTION)):
        yield typed_question(text, journal.questions)


def _entry(question: "PendingQuestion", passage: "Passage", choice: str) -> "Entry":
    from eval.judging import Entry, Verdict, answer_from

    if choice == YES:
        return Entry(question, Verdict.YES, passage.id, answer_from(passage, _choose_sentence(passage)))
    return Entry(question, Verdict.NO if choice == NO else Verdict.SKIPPED, passage.id)


def _choose_closing() -> "Verdict | None":
    """Let the judge say how a question without an answer is closed, None to stop."""
    from eval.judging import Verdict

    choice = _choose(_CLOSE, (YES, NO, QUIT))
    if choice == NO:
        return Verdict.DROPPED
    near = _choose(_NEAR, (YES, NO, QUIT)) if choice == YES else QUIT
    if near == QUIT:
        return None
    return Verdict.NEAR_MISS if near == YES else Verdict.UNANSWERABLE


def _choose_sentence(passage: "Passage") -> str:
    """Let the judge point out the sentence that answers; empty for the passage's beginning."""
    from eval.judging import sentences_of

    sentences = sentences_of(passage)
    if len(sentences) < 2:
        return ""
    for number, sentence in enumerate(sentences, 1):
        out().print(Padding(Text(plain(f"{number}. {sentence}")), (0, 0, 0, 3)))
    choice = _choose(_QUOTE, ("", *map(str, range(1, len(sentences) + 1))))
    return sentences[int(choice) - 1] if choice.isdigit() else ""


def _choose(prompt: str, choices: "Sequence[str]") -> str:
    """Ask until one of the choices is typed; the end of the input means to stop."""
    while True:
        typed = _read(prompt)
        if typed is None:
            return QUIT
        if typed.lower() in choices:
            return typed.lower()
        out().print(f"Skriv något av: {', '.join(choice or 'Enter' for choice in choices)}.")


def _read(prompt: str) -> str | None:
    """Read a line without the space around it, None at the end of the input."""
    try:
        return out().input(prompt, markup=False).strip()
    except EOFError:
        return None


def _print_passage(question: "PendingQuestion", passage: "Passage", place: str) -> None:
    console = out()
    console.rule()
    console.print(Text(plain(f"Fråga: {question.text}"), style="bold"))
    console.print(Text(plain(f"{place}: {passage.citation.text}"), style="dim"))
    console.print(Padding(Text(plain(passage.text)), (0, 0, 0, 3)))


def _print_outcome(journal: "Journal", *, stopped: bool) -> None:
    done = sum(journal.is_closed(question) for question in journal.questions)
    console = out()
    ready = plural(done, "fråga är klar", "frågor är klara")
    console.print(f"{ready}. Allt är sparat i {journal.path}.", soft_wrap=True)
    if stopped:
        console.print("Kör samma kommando för att fortsätta.")
    if journal.set_file.exists():
        console.print(f"Mät med: qa eval {journal.set_file}", soft_wrap=True)
