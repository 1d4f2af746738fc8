"""Zip packages (DOCX, ODT) opened with care: what they unpack to is bounded."""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from corpus.decoding import check_size
from qa.errors import DocumentError

MAX_ENTRIES = 10_000
MAX_PART = 50_000_000
"""Bytes that one part may unpack to; the text of a thousand pages needs a third of it."""
MAX_RATIO = 200
"""Times that a part may grow when unpacked; the XML of minutes grows by 10 to 40."""
_HARMLESS = 5_000_000
"""Bytes of a part that may grow as it likes."""
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = 0x1
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What the zip library raises for packages that are damaged or packed in unknown ways."""


@dataclass(frozen=True, slots=True)
class Package:
    """An open package; ``name`` is the file's name, for messages."""

    name: str
    archive: zipfile.ZipFile

    def read(self, part: str) -> bytes | None:
        """Return the bytes of a part, None if the package has none by that name.

        Raises:
            DocumentError: the part is damaged, encrypted, or unpacks to too much.
        """
        try:
            entry = self.archive.getinfo(part)
        except KeyError:
            return None
        if entry.flag_bits & _ENCRYPTED:
            raise _locked(self.name)
        limit = MAX_PART
        if entry.file_size > _HARMLESS:
            limit = min(limit, max(_HARMLESS, entry.compress_size * MAX_RATIO))
        try:
            with self.archive.open(entry) as stream:
                # The sizes that the directory of a zip tells may be a lie, so the limit holds here too.
                data = stream.read(limit + 1)
        except (*_DAMAGE, struct.error) as error:
            raise damaged(self.name) from error
        if len(data) > limit:
            raise DocumentError(
                f"{self.name} packar upp till mer än {limit / 1e6:.0f} MB, vilket inget protokoll gör. "
                "Filen läses inte; kontrollera var den kommer från."
            )
        return data


def open_package(data: bytes, name: str) -> Package:
    """Open a package held in memory.

    Raises:
        DocumentError: it is too large, no zip file, damaged, or locked by a password.
    """
    check_size(len(data), name)
    if data.startswith(_OLE):
        raise _locked(name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (*_DAMAGE, struct.error) as error:
        raise damaged(name) from error
    entries = len(archive.infolist())
    if entries > MAX_ENTRIES:
        raise DocumentError(
            f"{name} består av {entries} delar, mer än gränsen på {MAX_ENTRIES}. "
            "Filen läses inte; kontrollera var den kommer från."
        )
    return Package(name, archive)


def damaged(name: str) -> DocumentError:
    """Return the error for a file that cannot be opened."""
    return DocumentError(
        f"{name} är skadad eller har fel filändelse. Öppna den i ett ordbehandlingsprogram, spara om den "
        "och läs in den igen."
    )


def _locked(name: str) -> DocumentError:
    return DocumentError(
        f"{name} är skyddad med lösenord eller sparad i ett äldre format. Spara den utan lösenord som docx, "
        "odt eller pdf och läs in den igen."
    )
