"""``qa ask``: a question in the terminal."""

import textwrap
import time
from typing import TYPE_CHECKING, Annotated

import typer

from service.commands.exit_codes import OK
from service.commands.options import OFF, IndexOption, JsonOption, ModelOption
from service.commands.terminal import out, plain, write_json
from service.questions import DEFAULT_LIMIT
from service.wiring import encoder_of, settings_with
from service.wording import CERTAINTY_WORDS, confidence_word, plural

if TYPE_CHECKING:
    from qa.answer import Extract
    from qa.arrangement import Group
    from qa.types import Hit
    from qa.voting import ItemVote
    from service.api.paging import PartOfAnswer

_INDENT = "   "
_MOST_OF_GROUP = 3
"""Hits of a group that are shown; a case that comes up often has dozens."""

EXAMPLES = """\
qa ask "Vad sades om serviceavgiften?"
qa ask "simhallen" --body kommunstyrelsen --date-from 2023-01-01
qa ask "vem reserverade sig?" --case-number RS-2023-00123 --json
qa ask "parkeringsavgift" --sort date --group case
"""


def ask(  # noqa: PLR0913 - one parameter an option
    question: Annotated[str, typer.Argument(metavar="FRÅGA", help="Frågan, inom citattecken.")],
    index_folder: IndexOption = None,
    model: ModelOption = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            metavar="ANTAL",
            help=f"Högst så många träffar (annars {DEFAULT_LIMIT}); med --group högst så många grupper, "
            f"var och en med sina {_MOST_OF_GROUP} bästa träffar.",
        ),
    ] = DEFAULT_LIMIT,
    body: Annotated[str, typer.Option("--body", metavar="ORGAN", help="Bara detta organ.")] = "",
    date_from: Annotated[
        str, typer.Option("--date-from", metavar="DATUM", help="Tidigaste mötesdag, ÅÅÅÅ-MM-DD.")
    ] = "",
    date_to: Annotated[
        str, typer.Option("--date-to", metavar="DATUM", help="Senaste mötesdag, ÅÅÅÅ-MM-DD.")
    ] = "",
    case_number: Annotated[
        str, typer.Option("--case-number", metavar="DNR", help="Bara detta diarienummer.")
    ] = "",
    file: Annotated[
        str, typer.Option("--file", metavar="FIL", help="Bara denna fil, som källan i en träff skriver den.")
    ] = "",
    section: Annotated[
        str, typer.Option("--section", metavar="DEL", help="Bara denna del av ärendena, till exempel beslut.")
    ] = "",
    sort: Annotated[
        str,
        typer.Option(
            "--sort",
            metavar="ORDNING",
            help="relevance = bäst först (annars), date = det nyaste först av det som hör till frågan.",
        ),
    ] = "",
    group: Annotated[
        str,
        typer.Option(
            "--group",
            metavar="SÄTT",
            help="Samla träffarna: case = ärende för ärende, meeting = sammanträde för sammanträde.",
        ),
    ] = "",
    no_understand: Annotated[
        bool,
        typer.Option(
            "--no-understand",
            help="Läs frågan som den står: tid, organ, ärende och önskemål i den påverkar inte ordningen.",
        ),
    ] = OFF,
    as_json: JsonOption = OFF,
) -> int:
    """Ställ en fråga och få de stycken som svarar, bäst först och med källa."""
    from qa.answer import Answerer, make_question
    from qa.arrangement import Arrangement
    from qa.index.generation import open_index
    from qa.progress import SILENT
    from qa.types import Filter
    from service.api.paging import ask_part
    from service.questions import read_day, read_grouping, read_name, read_order, read_section

    where = Filter(
        body=read_name(body),
        date_from=read_day(date_from),
        date_to=read_day(date_to),
        case_number=read_name(case_number),
        file=read_name(file),
        section=read_section(section),
    )
    wanted = Arrangement(read_order(sort), read_grouping(group))
    asked = make_question(question, where, limit, understand=not no_understand)
    settings = settings_with(index_folder, model)
    index = open_index(settings.index)
    answerer = Answerer(index, encoder_of(settings, SILENT))
    began = time.perf_counter()
    found = ask_part(answerer, asked, 0, wanted)
    took_ms = (time.perf_counter() - began) * 1000
    if as_json:
        from service.api.present import present_answer

        write_json(present_answer(found, took_ms, index.version, index.model))
    else:
        print_answer(found)
    return OK


def print_answer(found: "PartOfAnswer") -> None:
    """Write an answer for a reader."""
    from service.understood_wording import understood_text

    console, answer = out(), found.answer
    understood = understood_text(answer)
    if understood:
        console.print(_wrap(understood, console.width, "") + "\n", style="dim", soft_wrap=True)
    if answer.no_answer_reason:
        console.print(_wrap(answer.no_answer_reason, console.width, "") + "\n", soft_wrap=True)
    if answer.extract:
        _print_extract(answer.extract)
    _print_votes(answer.votes)
    if answer.extract or answer.votes:
        console.print(f"\n{_heading(found)}:\n", style="dim")
    if found.groups is not None:
        for group in found.groups:
            _print_group(group)
    else:
        for hit in answer.hits:
            _print_hit(hit)
    if answer.hits:
        console.print(f"{plural(answer.total, 'genomsökt stycke', 'genomsökta stycken')}.", style="dim")


def _print_extract(extract: "Extract") -> None:
    console = out()
    console.print(CERTAINTY_WORDS[extract.certainty], style="bold")
    for span in extract.spans:
        console.print(_wrap(f"”{span.text}”", console.width, _INDENT), soft_wrap=True)
        console.print(_wrap(span.passage.citation.text, console.width, _INDENT), style="dim", soft_wrap=True)


def _print_votes(votes: "tuple[ItemVote, ...]") -> None:
    from service.commands.proceedings_wording import item_vote_lines

    console = out()
    for one in votes:
        for line in item_vote_lines(one):
            console.print(_wrap(line, console.width, _INDENT), soft_wrap=True)
        console.print(_wrap(one.citation.text, console.width, _INDENT), style="dim", soft_wrap=True)


def _heading(found: "PartOfAnswer") -> str:
    if found.groups is not None:
        return "Styckena, samlade"
    return "Styckena, nyast först" if found.is_laid_out else "Styckena, bäst först"


def _print_group(group: "Group") -> None:
    console = out()
    console.print(
        _wrap(f"{group.title} ({group.key})", console.width, ""), style="bold underline", soft_wrap=True
    )
    console.print("")
    for hit in group.hits[:_MOST_OF_GROUP]:
        _print_hit(hit)
    more = len(group.hits) - _MOST_OF_GROUP
    if more > 0:
        console.print(
            f"… och {plural(more, 'träff', 'träffar')} till; --json ger alla.\n", style="dim", soft_wrap=True
        )


def _print_hit(hit: "Hit") -> None:
    from service.why_wording import why_text

    console = out()
    citation = hit.passage.citation
    heading = f"{hit.rank}. {citation.text} [{confidence_word(hit.confidence)}]"
    console.print(_wrap(heading, console.width, ""), style="bold", soft_wrap=True)
    for line in hit.passage.text.splitlines():
        console.print(_wrap(line, console.width, _INDENT), soft_wrap=True)
    if hit.why:
        why = f"Varför: {why_text(hit.why, citation.section)}"
        console.print(_wrap(why, console.width, _INDENT), style="dim", soft_wrap=True)
    source = plain(citation.source_url or citation.source_file)
    console.print(f"{_INDENT}{source}\n", style="dim", soft_wrap=True)


def _wrap(text: str, width: int, first_indent: str) -> str:
    return textwrap.fill(plain(text), width, initial_indent=first_indent, subsequent_indent=_INDENT)
