"""XML parsed with care: no entities, no network, bounded depth. The names of elements without namespaces."""

from collections.abc import Iterator

from lxml import etree

from corpus.readers.package import Package, damaged
from qa.errors import DocumentError

MAX_ELEMENTS = 1_500_000
"""Elements of one part; a page of minutes has about 500, one that was much corrected twice as many."""


def parse_part(package: Package, part: str) -> etree._Element | None:
    """Return the root of a part of a package, None if the package has none by that name.

    Raises:
        DocumentError: the part is no XML, declares entities, or is nested or filled beyond measure.
    """
    data = package.read(part)
    return None if data is None else parse_xml(data, package.name)


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Return the root of XML; comments and processing instructions are left out.

    Args:
        data: the bytes.
        name: the file's name, for messages.

    Raises:
        DocumentError: it is no XML, declares entities, or is nested or filled beyond measure.
    """
    # "<" is one byte in every encoding but UTF-16, where it is one byte beside a zero.
    if data.count(b"<") > 2 * MAX_ELEMENTS:
        raise DocumentError(f"{name} har fler delar än något protokoll. Filen läses inte; dela den.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentError(
            f"{name} innehåller en egen dokumenttyp (DTD), som inte läses av säkerhetsskäl. "
            "Spara om filen i ett ordbehandlingsprogram."
        )
    return root


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """Return an attribute by its name without namespace, None if the element has none."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def number(element: etree._Element, name: str) -> int | None:
    """Return an attribute as a whole number of at most six digits, None if it is none."""
    value = (attribute(element, name) or "").strip()
    return (
        int(value) if value.lstrip("-").isascii() and value.lstrip("-").isdigit() and len(value) < 7 else None
    )


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child of that name, the first child of it and so on; None if one is missing."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """Yield the children of that name."""
    if element is not None:
        yield from (inner for inner in element if local(inner) == name)
