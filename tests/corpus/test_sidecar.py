"""The sidecar is read as people write it, and what cannot be used is said row by row."""

from datetime import date

import pytest

from corpus.sidecar import SidecarRow, read_sidecar
from qa.errors import DocumentError

ROW = SidecarRow(
    pattern="ks.txt",
    body="Kommunstyrelsen",
    title="Extra möte",
    place="Stora salen",
    url="https://example.org/ks",
    start=date(2024, 1, 10),
    end=date(2024, 1, 11),
)
TABLE = """file,body,date,end_date,title,place,url
ks.txt,Kommunstyrelsen,2024-01-10,2024-01-11,Extra möte,Stora salen,https://example.org/ks
"""


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("cp1252"),
        TABLE.encode("utf-16"),
        TABLE.replace(",", ";").encode(),
        TABLE.replace(",", "\t").encode(),
        TABLE.replace("\n", "\r\n").encode(),
        ("\n\n" + TABLE).encode(),
        TABLE.replace(
            "file,body,date,end_date,title,place,url", "Fil,Organ,Datum,Slutdatum,Titel,Plats,Länk"
        ).encode(),
        TABLE.replace("2024-01-10,2024-01-11", "10–11 januari 2024,").encode(),
        TABLE.replace("Stora salen", '"Stora salen"').encode(),
    ],
    ids=[
        "utf-8",
        "mark",
        "cp1252",
        "utf-16",
        "semicolons",
        "tabs",
        "crlf",
        "blank lines",
        "swedish",
        "range",
        "quotes",
    ],
)
def test_a_row_is_read_however_the_table_is_saved(data):
    sidecar = read_sidecar(data, "metadata.csv")
    assert sidecar.rows == (ROW,)
    assert sidecar.errors == sidecar.warnings == ()


def test_columns_that_are_not_there_are_empty():
    (row,) = read_sidecar(b"file,date\na.txt,2024-01-10\n", "metadata.csv").rows
    assert row == SidecarRow("a.txt", start=date(2024, 1, 10))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "a.txt,2024-13-01,",
            'Rad 3: date är "2024-13-01", som inte är ett datum; skriv det som 2024-01-31.',
        ),
        ("a.txt,igår,", 'Rad 3: date är "igår"'),
        ("a.txt,2024-01-10,snart", 'Rad 3: end_date är "snart"'),
        ("a.txt,2024-01-10,2024-01-09", 'Rad 3: end_date "2024-01-09" är före date "2024-01-10"'),
        ("a.txt,,2024-01-10", "Rad 3: end_date är"),
        (",2024-01-10,", "Rad 3: kolumnen file är tom"),
    ],
)
def test_a_row_that_cannot_be_read_is_reported_with_its_number_and_the_others_stand(row, message):
    sidecar = read_sidecar(f"file,date,end_date\nb.txt,2024-02-01,\n{row}\n".encode(), "metadata.csv")
    assert [row.pattern for row in sidecar.rows] == ["b.txt"]
    assert len(sidecar.errors) == 1
    assert sidecar.errors[0].startswith(message)


def test_an_unknown_column_is_named_with_those_that_are_known():
    sidecar = read_sidecar(b"file,datm\na.txt,2024-01-10\n", "metadata.csv")
    assert sidecar.warnings == (
        'metadata.csv: kolumnen "datm" är okänd; använd file, body, date, end_date, title, place, url.',
    )


def test_a_table_without_the_file_column_is_refused():
    with pytest.raises(DocumentError, match="saknar kolumnen file"):
        read_sidecar(b"body,date\nKS,2024-01-10\n", "metadata.csv")


@pytest.mark.parametrize(
    ("pattern", "path", "named"),
    [
        ("ks.txt", "ks.txt", True),
        ("ks.txt", "2024/ks.txt", True),
        ("2024/ks.txt", "2024/ks.txt", True),
        ("2024/ks.txt", "2023/ks.txt", False),
        ("2024/ks.txt", "ks.txt", False),
        ("ks-*.txt", "2024/ks-1.txt", True),
        ("2024/*", "2024/ks-1.txt", True),
        ("2024/*", "2023/ks-1.txt", False),
        ("ks-?.txt", "ks-12.txt", False),
        ("protokoll [1].txt", "protokoll [1].txt", True),
        ("KS.txt", "ks.txt", False),
    ],
)
def test_a_pattern_names_a_file_by_its_name_or_by_its_whole_path(pattern, path, named):
    assert SidecarRow(pattern).names(path) is named


def test_a_row_that_spells_out_the_file_wins_over_a_pattern_before_it():
    sidecar = read_sidecar(b"file,body\n*.txt,Alla\nks.txt,KS\n", "metadata.csv")
    assert [sidecar.row_for(path).body for path in ("ks.txt", "kf.txt")] == ["KS", "Alla"]
    assert sidecar.row_for("kf.md") is None


def test_rows_that_name_no_file_are_found():
    sidecar = read_sidecar(b"file,body\nks.txt,KS\nkf.txt,KF\n", "metadata.csv")
    assert [row.pattern for row in sidecar.unused(["ks.txt"])] == ["kf.txt"]
