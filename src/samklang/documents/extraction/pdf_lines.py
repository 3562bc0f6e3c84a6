"""Takes the lines of a PDF page, with where each of them stands and how it is set."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw

from samklang.documents.extraction.composing import clean

# PDFium joins a word divided at the end of a line and marks the place with U+FFFE.
_LINE = re.compile("([^\r\n\ufffe]*)(\ufffe|\r\n|\r|\n|$)")
_DIVIDED = "\ufffe"
_SCALED = 2.0  # points; no text is set so small
Handle = Any  # PDFium's own, which has no type here


@dataclass(slots=True)
class Line:
    """One line as it stands on the page; lengths are points from the page's lower left corner."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    weight: int
    divided: bool  # it ends with a hyphen that divides a word


def lines_of(text_page: pypdfium2.PdfTextPage, page: int) -> list[Line]:
    text = text_page.get_text_range()
    tidy = _is_tidy(text)
    # Letters outside the basic plane are two units to PDFium but one to Python.
    wide = len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)
    lines = []
    for found in _LINE.finditer(text):
        written = found[1].strip()
        shown = written if tidy else clean(written).strip()
        if shown:
            begin = text.index(written, found.start())
            end = begin + len(written) - 1
            if wide:
                begin, end = _units(text, begin), _units(text, end)
            place = begin, end, found[2] == _DIVIDED
            lines.append(_line(text_page.raw, shown, page, place))
    return lines


def _is_tidy(text: str) -> bool:
    """Say whether no line of the page needs cleaning; most pages do not."""
    letters = text.replace("\r\n", "").replace(_DIVIDED, "")
    return letters.isprintable() and unicodedata.is_normalized("NFC", letters)


def _units(text: str, position: int) -> int:
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


def _line(handle: Handle, text: str, page: int, place: tuple[int, int, bool]) -> Line:
    begin, end, divided = place
    first, last = raw.FS_RECTF(), raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(handle, begin, first)
    raw.FPDFText_GetLooseCharBox(handle, end, last)
    return Line(
        f"{text}-" if divided else text,
        page,
        first.left,
        max(first.right, last.right),
        first.bottom,
        _size(handle, begin),
        raw.FPDFText_GetFontWeight(handle, begin),
        divided,
    )


def _size(handle: Handle, index: int) -> float:
    """Return the letter's size as it is seen: some programs set size one and scale the page."""
    size: float = raw.FPDFText_GetFontSize(handle, index)
    if size <= _SCALED:
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(handle, index, matrix)
        size *= math.hypot(matrix.c, matrix.d) or 1.0
    return round(size * 2) / 2
