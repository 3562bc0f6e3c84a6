"""Takes the lines of a PDF page, with where each of them stands and how it is set."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw

from samklang.common.letters import clean

# PDFium joins a word divided at the end of a line and marks the place with U+FFFE.
_LINE = re.compile("([^\r\n\ufffe]*)(\ufffe|\r\n|\r|\n|$)")
_DIVIDED = "\ufffe"
_SCALED = 2.0  # points; no text is set so small


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
    ruler = _Ruler(text_page.raw)
    lines = []
    for found in _LINE.finditer(text):
        written = found[1]
        shown = written.strip() if tidy else clean(written).strip()
        if shown:
            begin = found.start() + len(written) - len(written.lstrip())
            end = found.start() + len(written.rstrip()) - 1
            if wide:
                begin, end = _units(text, begin), _units(text, end)
            left, right, bottom = ruler.extent(begin, end)
            divided = found[2] == _DIVIDED
            shown = f"{shown}-" if divided else shown
            setting = ruler.size(begin), ruler.weight(begin)
            lines.append(Line(shown, page, left, right, bottom, *setting, divided))
    return lines


def _is_tidy(text: str) -> bool:
    """Say whether no line of the page needs cleaning; most pages do not."""
    letters = text.replace("\r\n", "").replace(_DIVIDED, "")
    return letters.isprintable() and unicodedata.is_normalized("NFC", letters)


def _units(text: str, position: int) -> int:
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


class _Ruler:
    """Measures letters on one page, by their place among PDFium's units."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self._first, self._last = raw.FS_RECTF(), raw.FS_RECTF()

    def extent(self, begin: int, end: int) -> tuple[float, float, float]:
        """Return the left, the right and the bottom of a line from its first and last letters."""
        first, last = self._first, self._last
        raw.FPDFText_GetLooseCharBox(self._handle, begin, first)
        raw.FPDFText_GetLooseCharBox(self._handle, end, last)
        return first.left, max(first.right, last.right), first.bottom

    def weight(self, index: int) -> int:
        weight: int = raw.FPDFText_GetFontWeight(self._handle, index)
        return weight

    def size(self, index: int) -> float:
        """Return the letter's size as it is seen: some programs set one and scale the page."""
        size: float = raw.FPDFText_GetFontSize(self._handle, index)
        if size <= _SCALED:
            matrix = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(self._handle, index, matrix)
            size *= math.hypot(matrix.c, matrix.d) or 1.0
        return round(size * 2) / 2
