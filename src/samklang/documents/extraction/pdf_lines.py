"""Takes the lines of a PDF page, with where each of them stands and how it is set."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from samklang.documents.extraction.composing import clean

# PDFium joins a word divided at the end of a line and marks the place with U+FFFE.
_LINE = re.compile("([^\r\n\ufffe]*)(\ufffe|\r\n|\r|\n|$)")
_DIVIDED = "\ufffe"


@dataclass(slots=True)
class Line:
    """One line as it stands on the page; lengths are points from the page's lower left corner."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    height: float
    weight: int
    divided: bool  # it ends with a hyphen that divides a word


def lines_of(text_page: pypdfium2.PdfTextPage, page: int) -> list[Line]:
    text = text_page.get_text_range()
    # Letters outside the basic plane are two units to PDFium but one to Python.
    whole = text if text.isascii() or max(text, default="") <= "\uffff" else None
    lines = []
    for found in _LINE.finditer(text):
        written = found[1].rstrip()
        cleaned = clean(written).strip()
        if cleaned:
            begin = found.start() + len(written) - len(written.lstrip())
            end = found.start() + len(written) - 1
            if whole is None:
                begin, end = _units(text, begin), _units(text, end)
            lines.append(_line(text_page, cleaned, page, (begin, end, found[2] == _DIVIDED)))
    return lines


def _units(text: str, position: int) -> int:
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


def _line(
    text_page: pypdfium2.PdfTextPage, text: str, page: int, place: tuple[int, int, bool]
) -> Line:
    begin, end, divided = place
    first, last = _box(text_page, begin), _box(text_page, end)
    return Line(
        text=f"{text}-" if divided else text,
        page=page,
        left=first.left,
        right=max(first.right, last.right),
        bottom=first.bottom,
        height=round((first.top - first.bottom) * 2) / 2,
        weight=raw.FPDFText_GetFontWeight(text_page, begin),
        divided=divided,
    )


def _box(text_page: pypdfium2.PdfTextPage, index: int) -> raw.FS_RECTF:
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text_page, index, ctypes.byref(box))
    return box
