"""Folders give their files with names, ids and fingerprints, whatever people call their files."""

import os
import unicodedata
from pathlib import Path

import pytest

from corpus import folder as folder_module
from corpus.folder import find_sources
from qa.errors import DocumentError


def write(path: Path, text: str = "Protokoll") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(*folders: Path) -> list[str]:
    return [source.name for source in find_sources(folders).sources]


def ids(*folders: Path) -> dict[str, str]:
    return {source.name: source.meeting_id for source in find_sources(folders).sources}


def skipped(*folders: Path) -> dict[str, str]:
    return {skip.name: skip.reason for skip in find_sources(folders).skipped}


def fingerprint(folder: Path) -> str:
    (source,) = find_sources([folder]).sources
    return source.fingerprint


def test_files_are_found_in_all_folders_below_and_sorted_by_name(tmp_path):
    for name in ("b.txt", "a/z.md", "a/b/c.markdown"):
        write(tmp_path / name)
    assert names(tmp_path) == ["a/b/c.markdown", "a/z.md", "b.txt"]


def test_an_id_is_the_path_as_readable_words(tmp_path):
    for name in ("goteborg/ks-2024-01-10.txt", "Åsa/Protokoll KS (justerat) 2024.txt", "!!.txt"):
        write(tmp_path / name)
    assert set(ids(tmp_path).values()) == {
        "goteborg/ks-2024-01-10",
        "asa/protokoll-ks-justerat-2024",
        "namnlos",
    }


def test_files_that_differ_only_by_their_ending_keep_it_in_the_id(tmp_path):
    for name in ("a.txt", "a.md", "b.txt"):
        write(tmp_path / name)
    assert ids(tmp_path) == {"a.txt": "a.txt", "a.md": "a.md", "b.txt": "b"}


def test_names_that_read_alike_still_get_different_ids_that_do_not_depend_on_each_other(tmp_path):
    for name in ("KS 1.txt", "ks_1.txt", "ks-1.txt"):
        write(tmp_path / name)
    three = ids(tmp_path)
    assert len(set(three.values())) == 3
    (tmp_path / "ks-1.txt").unlink()
    two = ids(tmp_path)
    assert two == {name: three[name] for name in two}


def test_a_decomposed_name_is_given_composed_and_the_file_is_still_found(tmp_path):
    path = write(tmp_path / unicodedata.normalize("NFD", "årsmöte.txt"))
    (source,) = find_sources([tmp_path]).sources
    assert source.name == "årsmöte.txt"
    assert source.path.samefile(path)


def test_two_names_that_are_one_after_composing_are_not_both_read(tmp_path):
    for form in ("NFC", "NFD"):
        write(tmp_path / unicodedata.normalize(form, "möte.txt"))
    found = find_sources([tmp_path])
    assert len(found.sources) == 1
    assert [skip.reason for skip in found.skipped] == ["heter likadant som en annan fil; byt namn"]


def test_a_name_that_is_no_text_is_skipped_and_shown_readably(tmp_path):
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/m\xf6te.txt")).write_text("x", encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes only names in UTF-8")
    assert skipped(tmp_path) == {"m\ufffdte.txt": "har ett namn som inte är giltig UTF-8; byt namn på filen"}


def test_hidden_files_locks_and_notes_on_the_folder_are_passed_over_silently(tmp_path):
    for name in (".a.txt", ".git/b.txt", "~$c.txt", "__MACOSX/d.txt", "README.md", "e.txt"):
        write(tmp_path / name)
    assert names(tmp_path) == ["e.txt"]
    assert skipped(tmp_path) == {}


def test_unknown_endings_and_empty_files_are_skipped_with_a_reason(tmp_path):
    for name in ("a.xls", "b"):
        write(tmp_path / name)
    write(tmp_path / "c.txt", "")
    reasons = skipped(tmp_path)
    assert reasons["a.xls"].startswith("har ändelsen .xls. Programmet läser")
    assert reasons["b"].startswith("har ingen ändelse.")
    assert reasons["c.txt"] == "är tom"


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("a.doc", "spara om den som .docx."),
        ("a.DOC", "spara om den som .docx."),
        ("a.tiff", "spara sidorna som en pdf."),
        ("a.zip", "Packa upp den i mappen."),
    ],
)
def test_a_file_that_may_be_minutes_in_another_form_says_what_to_do(name, advice, tmp_path):
    write(tmp_path / name)
    assert skipped(tmp_path)[name].endswith(advice)


def test_pdf_files_are_new_once_scanned_pages_can_be_read(tmp_path, monkeypatch):
    write(tmp_path / "a.pdf")
    write(tmp_path / "b.txt")

    def fingerprints(*, installed: bool) -> list[str]:
        monkeypatch.setattr(folder_module, "is_installed", lambda: installed)
        return [source.fingerprint for source in find_sources([tmp_path]).sources]

    (pdf, text), (pdf_then, text_then) = fingerprints(installed=False), fingerprints(installed=True)
    assert pdf != pdf_then
    assert text == text_then


def test_a_file_above_the_limit_is_skipped(tmp_path, monkeypatch):
    write(tmp_path / "a.txt", "x" * 2000)

    def refuse(size: int, name: str) -> None:
        raise DocumentError(f"{name} är {size} byte, för stor.")

    monkeypatch.setattr(folder_module, "check_size", refuse)
    assert skipped(tmp_path) == {"a.txt": "a.txt är 2000 byte, för stor."}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_an_unreadable_file_is_skipped(tmp_path):
    write(tmp_path / "a.txt").chmod(0)
    assert skipped(tmp_path) == {"a.txt": "kan inte läsas: behörighet saknas"}


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    write(tmp_path / "secret" / "x.txt")
    inside = tmp_path / "minutes"
    write(inside / "a.txt")
    (inside / "x.txt").symlink_to(tmp_path / "secret" / "x.txt")
    (inside / "all").symlink_to(tmp_path / "secret")
    assert names(inside) == ["a.txt"]
    assert skipped(inside) == dict.fromkeys(("all", "x.txt"), "är en länk som leder ut ur mappen")


def test_a_link_that_leads_nowhere_is_skipped(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert skipped(tmp_path) == {"a.txt": "är en länk som inte leder någonstans"}


def test_a_link_within_the_folder_does_not_make_a_second_meeting(tmp_path):
    write(tmp_path / "b.txt")
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert names(tmp_path) == ["b.txt"]


def test_a_link_to_a_hidden_file_within_the_folder_is_read_as_mounted_volumes_have_it(tmp_path):
    write(tmp_path / "..data" / "a.txt")
    (tmp_path / "a.txt").symlink_to("..data/a.txt")
    assert names(tmp_path) == ["a.txt"]


def test_a_folder_that_is_itself_a_link_is_read(tmp_path):
    write(tmp_path / "real" / "a.txt")
    (tmp_path / "link").symlink_to("real")
    assert names(tmp_path / "link") == ["a.txt"]


def test_a_single_file_is_read_by_its_own_name_with_the_sidecar_beside_it(tmp_path):
    write(tmp_path / "a.txt")
    write(tmp_path / "metadata.csv", "file,body\na.txt,KS\nb.txt,KF\n")
    found = find_sources([tmp_path / "a.txt"])
    assert [(source.name, source.sidecar.body) for source in found.sources] == [("a.txt", "KS")]
    assert found.warnings == ()


def test_a_missing_folder_is_an_error_that_names_it(tmp_path):
    with pytest.raises(DocumentError, match=r"saknas finns inte\. Ange en mapp"):
        find_sources([tmp_path / "saknas"])


def test_several_folders_give_plain_names_as_long_as_none_collide(tmp_path):
    write(tmp_path / "x" / "a.txt")
    write(tmp_path / "y" / "b.txt")
    assert names(tmp_path / "x", tmp_path / "y") == ["a.txt", "b.txt"]


def test_colliding_names_begin_with_their_folder(tmp_path):
    write(tmp_path / "x" / "a.txt")
    write(tmp_path / "y" / "a.txt")
    assert names(tmp_path / "x", tmp_path / "y") == ["x/a.txt", "y/a.txt"]


def test_folders_of_the_same_name_are_told_apart_by_the_folder_above(tmp_path):
    write(tmp_path / "2023" / "ks" / "a.txt")
    write(tmp_path / "2024" / "ks" / "a.txt")
    assert names(tmp_path / "2023" / "ks", tmp_path / "2024" / "ks") == ["2023/ks/a.txt", "2024/ks/a.txt"]


def test_a_file_reached_twice_is_read_once(tmp_path):
    write(tmp_path / "x" / "a.txt")
    assert names(tmp_path, tmp_path / "x", tmp_path) == ["x/a.txt"]


def test_the_fingerprint_changes_with_the_file_its_row_and_the_parser(tmp_path, monkeypatch):
    write(tmp_path / "a.txt", "ett")
    seen = [fingerprint(tmp_path)]
    write(tmp_path / "a.txt", "två")
    seen.append(fingerprint(tmp_path))
    write(tmp_path / "metadata.csv", "file,body\na.txt,KS\n")
    seen.append(fingerprint(tmp_path))
    monkeypatch.setattr(folder_module, "PARSER_VERSION", -1)
    seen.append(fingerprint(tmp_path))
    assert len(set(seen)) == 4


def test_the_fingerprint_stays_when_the_row_says_the_same_in_another_place(tmp_path):
    write(tmp_path / "a.txt")
    write(tmp_path / "metadata.csv", "file,body\na.txt,KS\n")
    before = fingerprint(tmp_path)
    write(tmp_path / "metadata.csv", "body;file\n\nKS;*.txt\n")
    assert fingerprint(tmp_path) == before


def test_the_nearest_sidecar_with_a_row_for_the_file_is_used(tmp_path):
    for name in ("a.txt", "ks/a.txt", "ks/b.txt"):
        write(tmp_path / name)
    write(tmp_path / "metadata.csv", "file,body\n*.txt,Yttre\n")
    write(tmp_path / "ks" / "metadata.csv", "file,body\na.txt,Inre\n")
    rows = {source.name: source.sidecar.body for source in find_sources([tmp_path]).sources}
    assert rows == {"a.txt": "Yttre", "ks/a.txt": "Inre", "ks/b.txt": "Yttre"}


def test_what_is_wrong_in_a_sidecar_is_told_and_the_files_are_read(tmp_path):
    write(tmp_path / "a.txt")
    write(tmp_path / "metadata.csv", "file,date,x\na.txt,2024-01-10,\nborta.txt,2024-01-10,\na.txt,fel,\n")
    found = find_sources([tmp_path])
    assert [source.name for source in found.sources] == ["a.txt"]
    assert [(skip.name, skip.reason[:6]) for skip in found.skipped] == [("metadata.csv", "Rad 4:")]
    assert found.warnings[0].startswith('metadata.csv: kolumnen "x" är okänd')
    assert found.warnings[1].startswith('metadata.csv: raden för "borta.txt" gäller ingen fil')


def test_a_sidecar_that_is_no_table_is_skipped(tmp_path):
    write(tmp_path / "a.txt")
    write(tmp_path / "metadata.csv", "hej\n")
    assert names(tmp_path) == ["a.txt"]
    assert "saknar kolumnen file" in skipped(tmp_path)["metadata.csv"]
