r"""A BEIR corpus (``corpus.jsonl``) as meetings, so that any public retrieval set can be indexed.

Each document becomes a meeting with one agenda item. It says ``<folder>/corpus.jsonl#<_id>`` as
its source file, so a passage leads back to its document. The id, which often names the topic, is
neither embedded nor indexed as words. Format: Thakur et al. (2021), "BEIR", NeurIPS Datasets.
"""

import gzip
import hashlib
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from corpus.slug import slug
from qa.errors import DocumentError
from qa.types import AgendaItem, DateBasis, Meeting, Paragraph, Role, Run, Section

CORPUS_NAMES = ("corpus.jsonl", "corpus.jsonl.gz")
BEIR_VERSION = 1
"""Raised when the same line would become another meeting than before."""
MOST_PROBLEMS = 10
"""Problems of one file that are spelled out."""


@dataclass(frozen=True, slots=True)
class BeirDocument:
    r"""One line of a BEIR corpus; ``text`` is NFC with ``\n`` line ends.

    ``corpus`` is the name of the folder, ``file`` is ``<corpus>/corpus.jsonl#<_id>``.
    """

    file: str
    corpus: str
    document_id: str
    title: str
    text: str
    url: str = ""

    @property
    def fingerprint(self) -> str:
        """Hexadecimal SHA-256 over all that the meeting is made of."""
        parts = (str(BEIR_VERSION), self.file, self.corpus, self.title, self.text, self.url)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def load(self) -> Meeting:
        """Make the meeting; its one agenda item has the document's title.

        It has no body, title or date, since what is the same for all documents only blurs their
        vectors (measured: -.02 nDCG@10).
        """
        meeting_id = f"{slug(self.corpus)}/{quote(self.document_id, safe='')}"
        section = Section(Role.TEXT, "", tuple(_paragraphs(self.text)))
        return Meeting(
            id=meeting_id,
            body="",
            title="",
            start_date=None,
            date_basis=DateBasis.UNKNOWN,
            source_file=self.file,
            items=(AgendaItem(f"{meeting_id}/1", "", self.title, (), (section,)),),
            source_url=self.url,
        )


def is_beir_folder(path: Path) -> bool:
    """Tell whether a folder holds a BEIR corpus."""
    return any((path / name).is_file() for name in CORPUS_NAMES)


def read_beir_corpus(folder: Path) -> tuple[BeirDocument, ...]:
    """Read the corpus of a BEIR folder, in the order of the file.

    A corpus with broken lines is refused, since figures measured on a part of it would mislead.

    Raises:
        DocumentError: there is no corpus, it cannot be read, or lines of it cannot be used; says which.
    """
    path = next((folder / name for name in CORPUS_NAMES if (folder / name).is_file()), None)
    if path is None:
        raise DocumentError(f"Mappen {folder} har ingen corpus.jsonl och är alltså ingen BEIR-samling.")
    documents: dict[str, BeirDocument] = {}
    problems = []
    for number, line in _lines(path):
        try:
            document = _document(line, folder.resolve().name)
            if document.document_id in documents:
                raise DocumentError(f"_id {document.document_id!r} finns redan på en tidigare rad")
        except DocumentError as error:
            problems.append(f"rad {number}: {error}")
        else:
            documents[document.document_id] = document
    if problems:
        shown = "; ".join(problems[:MOST_PROBLEMS])
        raise DocumentError(
            f"{path.name} har {len(problems)} rader som inte kan användas: {shown}. Rätta filen och kör igen."
        )
    if not documents:
        raise DocumentError(f"{path.name} är tom. Den ska ha ett dokument per rad.")
    return tuple(documents.values())


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield number and text of the lines that are not blank."""
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, line
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise DocumentError(
            f"{path.name} kan inte läsas ({error}). Den ska vara UTF-8, en rad JSON per dokument."
        ) from error


def _document(line: str, corpus: str) -> BeirDocument:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise DocumentError(f"inte JSON ({error.msg})") from error
    if not isinstance(record, dict):
        raise DocumentError('ska vara ett objekt {"_id": …, "title": …, "text": …}')
    document_id, title, text = record.get("_id"), record.get("title") or "", record.get("text")
    if not isinstance(document_id, str) or not document_id:
        raise DocumentError("fältet _id saknas eller är inte en text")
    if not isinstance(text, str) or not isinstance(title, str):
        raise DocumentError("fältet text saknas, eller text och title är inte texter")
    metadata = record.get("metadata")
    url = metadata.get("url") if isinstance(metadata, dict) else None
    return BeirDocument(
        file=f"{corpus}/{CORPUS_NAMES[0]}#{document_id}",
        corpus=corpus,
        document_id=document_id,
        title=" ".join(_clean(title).split()),
        text=_clean(text),
        url=url if isinstance(url, str) else "",
    )


def _clean(text: str) -> str:
    r"""Return NFC with ``\n`` line ends and lone surrogates, which JSON may carry, as question marks."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the lines of a text as verbatim paragraphs."""
    start = 0
    for line in text.split("\n"):
        content = line.strip()
        if content:
            offset = start + line.index(content)
            yield Paragraph(content, (Run(0, offset, len(content)),))
        start += len(line) + 1
