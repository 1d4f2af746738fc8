"""Readers that misbehave and files made to harm, for the tests of isolation.

A module, so that a worker process finds the readers.
"""

import os
import time
from collections.abc import Mapping

from corpus.source import SourceFile
from qa.errors import DocumentError
from qa.types import DateBasis, Meeting
from tests.corpus.pdf_writer import drawn, page_with
from tests.corpus.writers import docx_package, docx_paragraph, odt_package


def behave_as_named(source: SourceFile) -> Meeting:
    """Do what the file's name says before its first hyphen; read well where it says nothing."""
    deed = DEEDS.get(source.path.stem.partition("-")[0])
    return meeting(source, title=f"read by {os.getpid()}") if deed is None else deed(source)


def meeting(source: SourceFile, title: str) -> Meeting:
    return Meeting(source.meeting_id, "Nämnden", title, None, DateBasis.UNKNOWN, source.name, ())


def hang(source: SourceFile) -> Meeting:
    time.sleep(600)
    return meeting(source, "late")


def compute(source: SourceFile) -> Meeting:
    while True:
        pass


def crash(source: SourceFile) -> Meeting:
    os.abort()


def fail(source: SourceFile) -> Meeting:
    raise ValueError("a defect of the program")


def refuse(source: SourceFile) -> Meeting:
    raise DocumentError(f"{source.name} är ingen hel fil.")


def recurse(source: SourceFile) -> Meeting:
    return recurse(source)


def swallow(source: SourceFile) -> Meeting:
    return meeting(source, "x" * len(bytearray(3_000_000_000)))


def flood(source: SourceFile) -> Meeting:
    return meeting(source, "x" * 5_000_000)


def slow(source: SourceFile) -> Meeting:
    time.sleep(0.5)
    return meeting(source, "slow")


DEEDS = {deed.__name__: deed for deed in (hang, compute, crash, fail, refuse, recurse, swallow, flood, slow)}


def hostile_files() -> Mapping[str, bytes]:
    """Return files made to harm, by names with their endings."""
    text = b"BT /F1 4 Tf 50 700 Td (text text text text) Tj ET\n"
    grid = b"".join(b"%d 0 m %d 800 l S 0 %d m 590 %d l S\n" % (n, n, n, n) for n in range(0, 590, 5))
    boxes = b"".join(b"%d %d 20 10 re S\n" % (n * 20 % 580, n // 29 * 10) for n in range(1400))
    repeated = '<table:table-row table:number-rows-repeated="1000000000"><table:table-cell><text:p>x</text:p>'
    return {
        "empty.pdf": b"",
        "random.pdf": b"%PDF-1.4\n" + bytes(range(256)) * 400,
        "locked.pdf": drawn((70, 700, "x"), lock="abc"),
        "blanks.pdf": page_with(b" " * 100_000_000),
        "grid.pdf": page_with(grid + text),
        "boxes.pdf": page_with(boxes + text),
        "strokes.pdf": page_with(b"0 0 m " + b"9 9 l 0 0 l " * 200_000 + b"S " + text),
        "many lines.pdf": page_with(b"0 0 m 500 0 l S\n" * 20_000 + text),
        "far lines.pdf": page_with(b"1e30 0 m 1e30 1e30 l S -1e30 5 m 1e30 5 l S\n" + text),
        "deep.docx": docx_package("<w:tbl><w:tr><w:tc>" * 20_000 + docx_paragraph("x")),
        "wide.docx": docx_package(
            "<w:tbl><w:tr>" + f"<w:tc>{docx_paragraph('x')}</w:tc>" * 50_000 + "</w:tr></w:tbl>"
        ),
        "hollow.docx": docx_package(""),
        "no zip.docx": b"PK\x03\x04" + bytes(1000),
        "cut.docx": docx_package(docx_paragraph("x" * 9999))[:400],
        "rows.odt": odt_package(
            f"<table:table>{repeated}</table:table-cell></table:table-row></table:table>"
        ),
        "spaces.odt": odt_package('<text:p>a<text:s text:c="2000000000"/>b</text:p>'),
        "deep.html": b"<div>" * 200_000 + b"x",
        "tables.html": b"<table>" * 5_000 + b"<tr><td>x",
        "wide.html": b"<p>x" * 200_000,
        "braces.rtf": b"{\\rtf1 " + b"{" * 500_000,
        "binary.rtf": b"{\\rtf1 \\bin999999999 abc}",
        "zeros.txt": bytes(1_000_000),
        "endless.txt": b"a " * 2_000_000,
        "dots.txt": ("§ 1 " + ". " * 5_000 + "\n").encode() * 200,
        "hyphens.txt": (b"a-" * 5_000 + b"\n") * 100,
        "parentheses.txt": ("Närvarande " + "(" * 200_000).encode(),
        "marks.md": b"***___###### " * 30_000,
        "numbers.txt": "\n\n".join(f"{n % 98}. Titel" for n in range(20_000)).encode(),
        "agenda.txt": ("Ärenden\n" + "\n".join(f"{n}. Rubrik" for n in range(1, 500))).encode(),
    }
