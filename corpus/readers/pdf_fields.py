"""What is laid upon a page of a PDF: filled form fields and text boxes, and comments."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, raw

_MOST = 2000
"""Things upon a page; one with more is no page of minutes."""
_EMPTY = 2
"""Bytes of a string in UTF-16 that has only its end."""


def settle_fields(page: "PdfPage") -> tuple[bool, bool]:
    """Make the filled fields and text boxes of a page part of its text.

    Returns:
        Whether the page changed, so that it must be opened anew; and whether it has comments, or
        fields filled with something that the page does not show.
    """
    from pypdfium2 import raw

    shown = hidden = False
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        note = raw.FPDFPage_GetAnnot(page.raw, index)
        kind = raw.FPDFAnnot_GetSubtype(note)
        if kind in {raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP}:
            appears = raw.FPDFAnnot_GetAP(note, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > _EMPTY
            shown = shown or appears
            hidden = hidden or (not appears and _says(note, b"V", b"Contents"))
        elif kind == raw.FPDF_ANNOT_TEXT:
            hidden = hidden or _says(note, b"Contents")
        raw.FPDFPage_CloseAnnot(note)
    changed = shown and raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS
    return changed, hidden


def _says(note: "raw.FPDF_ANNOTATION", *keys: bytes) -> bool:
    from pypdfium2 import raw

    return any(raw.FPDFAnnot_GetStringValue(note, key, None, 0) > _EMPTY for key in keys)
