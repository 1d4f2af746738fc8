"""Folders on disk as the files to read: names, ids, fingerprints, and what is left out."""

import hashlib
import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from corpus.decoding import check_size
from corpus.readers import READERS, reason, supported_endings
from corpus.readers.pdf_ocr import is_installed
from corpus.sidecar import SIDECAR_NAME, Sidecar, SidecarRow, read_sidecar
from corpus.slug import slug
from corpus.source import SourceFile
from corpus.version import PARSER_VERSION
from qa.errors import DocumentError

__all__ = ["Found", "Skipped", "SourceFile", "find_sources"]

_HIDDEN = (".", "~$", "__MACOSX", "README")
"""How names begin that are no minutes: hidden files, a word processor's locks, notes on the folder."""
_WORD_HINT = "Öppna filen i Word eller LibreOffice och spara om den som .docx."
_PICTURE_HINT = "Är den ett inskannat protokoll: spara sidorna som en pdf."
_HINTS = {
    **dict.fromkeys((".doc", ".dot", ".wps", ".wpd", ".pages", ".sxw"), _WORD_HINT),
    **dict.fromkeys((".tif", ".tiff", ".jpg", ".jpeg", ".png", ".heic"), _PICTURE_HINT),
    **dict.fromkeys((".zip", ".7z", ".rar", ".tar", ".gz"), "Packa upp den i mappen."),
}
"""What to do about files that may be minutes in a form that is not read."""
_UNNAMED = "namnlos"
_LONGEST_ID_PART = 100


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or a row of a sidecar, that is not read, and why (in Swedish)."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in the folders, each sorted by name.

    ``warnings`` are Swedish sentences about sidecars: unknown columns, rows that name no file.
    """

    sources: tuple[SourceFile, ...]
    skipped: tuple[Skipped, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file as found: where, below which of the given folders, and under what name."""

    path: Path
    root: Path
    name: str


def find_sources(folders: Sequence[Path]) -> Found:
    """Return the files below ``folders`` (or files themselves), in the order of their names.

    Hidden files and README files are passed over silently. With several folders each name begins with its
    folder's name if the names would collide otherwise. A file that is reached twice is read once.

    Raises:
        DocumentError: a folder does not exist.
    """
    entries, skipped = _entries(folders)
    documents = [entry for entry in entries if not _is_sidecar(entry.path)]
    sidecars, warnings = _sidecars([entry for entry in entries if _is_sidecar(entry.path)], skipped)
    for folder, sidecar in sidecars.items():
        if not any(folder.is_relative_to(given) for given in folders):
            continue
        below = [path for entry in documents if (path := _below(entry.path, folder))]
        warnings += [
            f'{SIDECAR_NAME}: raden för "{row.pattern}" gäller ingen fil; rätta namnet eller ta bort raden.'
            for row in sidecar.unused(below)
        ]
    ids = _meeting_ids([entry.name for entry in documents])
    sources = []
    for entry in documents:
        row = _nearest_row(entry, sidecars)
        try:
            fingerprint = _fingerprint(entry, row)
        except DocumentError as error:
            skipped.append(Skipped(entry.name, str(error)))
        else:
            sources.append(SourceFile(entry.path, entry.name, ids[entry.name], fingerprint, row))
    return Found(tuple(sources), tuple(sorted(skipped, key=lambda skip: skip.name)), tuple(warnings))


def _entries(folders: Sequence[Path]) -> tuple[list[_Entry], list[Skipped]]:
    """Return every file to read, sidecars among them, by name and each once."""
    skipped: list[Skipped] = []
    found: dict[Path, tuple[Path, Path]] = {}
    roots: list[Path] = []
    for folder in folders:
        if not folder.exists():
            raise DocumentError(f"{folder} finns inte. Ange en mapp med protokoll, eller en fil.")
        root = folder if folder.is_dir() else folder.parent
        roots.append(root)
        paths = _walk(root, skipped) if folder.is_dir() else _with_sidecar(folder)
        for path in sorted(paths, key=lambda path: (path.is_symlink(), path)):
            found.setdefault(path.resolve(), (path, root))
    names = {path: _below(path, root) for path, root in found.values()}
    if len(set(names.values())) < len(names):
        labels = _labels(roots)
        names = {path: f"{labels[root.resolve()]}/{names[path]}" for path, root in found.values()}
    entries: dict[str, _Entry] = {}
    for path, root in sorted(found.values()):
        name = names[path]
        problem = _problem(path, name) or (
            "heter likadant som en annan fil; byt namn" if name in entries else ""
        )
        if problem:
            skipped.append(Skipped(_printable(name), problem))
        else:
            entries[name] = _Entry(path, root, name)
    return [entries[name] for name in sorted(entries)], skipped


def _walk(root: Path, skipped: list[Skipped]) -> Iterator[Path]:
    """Return the files below a folder that are not hidden; links out of it are reported instead."""

    def unreadable(error: OSError) -> None:
        skipped.append(Skipped(_printable(_below(Path(error.filename), root)), reason(error)))

    inside = root.resolve()
    for at, folders, files in os.walk(root, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith(_HIDDEN))
        for name in sorted([*files, *folders]):
            path = Path(at, name)
            if name.startswith(_HIDDEN) or (path.is_dir() and not path.is_symlink()):
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(inside):
                skipped.append(Skipped(_printable(_below(path, root)), "är en länk som leder ut ur mappen"))
            elif not path.is_dir():
                yield path


def _with_sidecar(file: Path) -> tuple[Path, ...]:
    sidecar = file.with_name(SIDECAR_NAME)
    return (file, sidecar) if sidecar.is_file() else (file,)


def _below(path: Path, folder: Path) -> str:
    """Return the path below a folder with ``/`` and NFC, empty if it is not below it."""
    if not path.is_relative_to(folder):
        return ""
    return unicodedata.normalize("NFC", path.relative_to(folder).as_posix())


def _labels(roots: Iterable[Path]) -> dict[Path, str]:
    """Return as few last parts of each folder's path as tell the folders apart."""
    resolved = sorted({root.resolve() for root in roots})
    deepest = max(len(root.parts) for root in resolved)
    for depth in range(1, deepest + 1):
        labels = {root: unicodedata.normalize("NFC", "/".join(root.parts[-depth:])) for root in resolved}
        if len(set(labels.values())) == len(labels):
            break
    return labels


def _problem(path: Path, name: str) -> str:
    """Say in Swedish why a file is not to be read; empty if it is."""
    if name != _printable(name):
        return "har ett namn som inte är giltig UTF-8; byt namn på filen"
    if not path.is_file():
        return "är en länk som inte leder någonstans" if path.is_symlink() else "är ingen vanlig fil"
    if not _is_sidecar(path) and path.suffix.lower() not in READERS:
        ending = f"ändelsen {path.suffix}" if path.suffix else "ingen ändelse"
        return f"har {ending}. {_HINTS.get(path.suffix.lower()) or supported_endings()}"
    return ""


def _printable(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_sidecar(path: Path) -> bool:
    return path.name.lower() == SIDECAR_NAME


def _sidecars(entries: Iterable[_Entry], skipped: list[Skipped]) -> tuple[dict[Path, Sidecar], list[str]]:
    """Return the sidecar of each folder that has one; what cannot be used of them is skipped."""
    sidecars: dict[Path, Sidecar] = {}
    warnings: list[str] = []
    for entry in entries:
        try:
            sidecar = read_sidecar(entry.path.read_bytes(), entry.name)
        except OSError as error:
            skipped.append(Skipped(entry.name, f"kan inte läsas: {reason(error)}"))
        except DocumentError as error:
            skipped.append(Skipped(entry.name, str(error)))
        else:
            sidecars[entry.path.parent] = sidecar
            skipped += [Skipped(entry.name, error) for error in sidecar.errors]
            warnings += sidecar.warnings
    return sidecars, warnings


def _nearest_row(entry: _Entry, sidecars: dict[Path, Sidecar]) -> SidecarRow | None:
    """Return the row for a file from the sidecar beside it, else from the next folder up."""
    for folder in entry.path.parents:
        row = sidecars[folder].row_for(_below(entry.path, folder)) if folder in sidecars else None
        if row is not None or folder == entry.root:
            return row
    return None


def _fingerprint(entry: _Entry, row: SidecarRow | None) -> str:
    """Return what changes when a file would be read otherwise: once scanned pages can be, for a PDF."""
    digest = hashlib.sha256(repr((PARSER_VERSION, row.content if row else None)).encode())
    if entry.path.suffix.lower() == ".pdf" and is_installed():
        digest.update(b"scanned pages are recognised")
    try:
        size = entry.path.stat().st_size
        if size == 0:
            raise DocumentError("är tom")
        check_size(size, entry.name)
        with entry.path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise DocumentError(f"kan inte läsas: {reason(error)}") from error
    return digest.hexdigest()


def _meeting_ids(names: Sequence[str]) -> dict[str, str]:
    """Return a readable id for each name, all different.

    Names that differ only by their ending keep it. Names that still read alike (``A b.txt`` and
    ``a-b.txt``) get six digits of their own digest.
    """
    bare = {name: "/".join(_part(part) for part in _stem(name).split("/")) for name in names}
    shared = Counter(bare.values())
    full = {
        name: f"{id_}{PurePosixPath(name).suffix.lower()}" if shared[id_] > 1 else id_
        for name, id_ in bare.items()
    }
    still_shared = Counter(full.values())
    return {
        name: f"{id_}-{hashlib.sha256(name.encode()).hexdigest()[:6]}" if still_shared[id_] > 1 else id_
        for name, id_ in full.items()
    }


def _stem(name: str) -> str:
    return name.removesuffix(PurePosixPath(name).suffix)


def _part(part: str) -> str:
    return slug(part, _LONGEST_ID_PART) or _UNNAMED
