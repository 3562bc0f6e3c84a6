"""Binds received PDFs into one, in the limited process: each cleaned and stamped, then all joined.

PDFium cleans and stamps, since it opens what others cannot; pypdf writes the bookmarks and the
pages’ own names, which PDFium cannot.
"""

from __future__ import annotations

import ctypes
from io import BytesIO
from typing import Any, BinaryIO, Final

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PageRange, PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.errors import PyPdfError
from pypdf.generic import IndirectObject, NameObject

from samklang.documents.extraction.pdf import MAX_PAGES, opened
from samklang.documents.extraction.text import FileFault
from samklang.documents.pdf.sheets import Bookmark, Part, Sheets

Matrix = tuple[float, float, float, float, float, float]
_SIZE, _MARGIN = 9.0, 14.0
# What stands in a page’s dictionary and would lead somewhere, or do something, by itself.
_ACTIVE: Final = ("/AA", "/StructParents", "/PieceInfo", "/Metadata")


def clean(file: BinaryIO, stamp: str) -> Sheets:
    """Return the pages without forms, scripts and attachments, `stamp` with its number on each."""
    file.seek(0)
    source = opened(file.read())
    if len(source) > MAX_PAGES:
        raise FileFault("too_many_pages", pages=len(source), most=MAX_PAGES)
    bound = pypdfium2.PdfDocument.new()
    try:
        bound.import_pages(source)
    except pypdfium2.PdfiumError as error:
        raise FileFault("damaged") from error
    for number in range(len(bound)):
        page = bound[number]
        pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
        page.close()
        if stamp:
            _stamp(bound, number, stamp.replace("{}", str(number + 1)))
    written = BytesIO()
    bound.save(written)
    return Sheets(len(bound), written.getvalue(), _tried(written.getvalue()))


def _tried(content: bytes) -> int:
    """Bind it alone and return how many objects it is of: what cannot be bound stops here.

    PDFium opens what pypdf does not, and one file must never stop the binding of all the others.
    """
    try:
        reader = PdfReader(BytesIO(content))
        writer = PdfWriter()
        writer.append(reader, import_outline=False)
        writer.write(BytesIO())
        size: Any = reader.trailer["/Size"]
        return int(size)
    except (
        PyPdfError,
        ArithmeticError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise FileFault("damaged") from error


def _stamp(document: pypdfium2.PdfDocument, number: int, words: str) -> None:
    """Write the words at the top right of the page, on white, however the page is turned."""
    page = document[number]
    text = pdfium.FPDFPageObj_NewTextObj(document.raw, b"Helvetica", ctypes.c_float(_SIZE))
    pdfium.FPDFText_SetText(text, _wide(words))
    left, low, right, high = (ctypes.c_float() for _side in range(4))
    pdfium.FPDFPageObj_GetBounds(text, left, low, right, high)
    width = right.value - left.value
    turn = _placed(page, width)
    ground = pdfium.FPDFPageObj_CreateNewRect(-3, -3, width + 6, _SIZE + 4)
    pdfium.FPDFPageObj_SetFillColor(ground, 255, 255, 255, 255)
    pdfium.FPDFPath_SetDrawMode(ground, pdfium.FPDF_FILLMODE_WINDING, 0)
    for one in (ground, text):
        pdfium.FPDFPageObj_Transform(one, *turn)
        pdfium.FPDFPage_InsertObject(page.raw, one)
    pdfium.FPDFPage_GenerateContent(page.raw)
    page.close()


def _placed(
    page: pypdfium2.PdfPage, width: float
) -> tuple[float, float, float, float, float, float]:
    """Return the matrix that puts a text of that width upright in the page’s shown corner."""
    x0, y0, x1, y1 = page.get_cropbox()
    inwards, downwards = width + _MARGIN, _SIZE + _MARGIN
    return {
        0: (1.0, 0.0, 0.0, 1.0, x1 - inwards, y1 - downwards),
        90: (0.0, 1.0, -1.0, 0.0, x0 + downwards, y1 - inwards),
        180: (-1.0, 0.0, 0.0, -1.0, x0 + inwards, y0 + downwards),
        270: (0.0, -1.0, 1.0, 0.0, x1 - downwards, y0 + inwards),
    }[page.get_rotation() % 360]


def _wide(words: str) -> ctypes.Array[ctypes.c_ushort]:
    """Return the words as PDFium takes them; its font has the letters of western Europe."""
    known = words.encode("cp1252", "replace").decode("cp1252")
    written = known.encode("utf-16-le") + b"\0\0"
    return (ctypes.c_ushort * (len(written) // 2)).from_buffer_copy(written)


def join(file: BinaryIO, parts: tuple[Part, ...], bookmarks: tuple[Bookmark, ...]) -> Sheets:
    """Return the parts, which stand after each other in the file, as one PDF.

    The first is ours: its language, title and tags are those of the whole.
    """
    writer, starts = PdfWriter(), []
    file.seek(0)
    for part in parts:
        reader, start = PdfReader(BytesIO(file.read(part.size))), len(writer.pages)
        if start == 0:
            writer.clone_document_from_reader(reader)
            writer.root_object.pop(NameObject("/Outlines"), None)
        else:
            chosen = PageRange(slice(*part.pages)) if part.pages else None
            writer.append(reader, pages=chosen, import_outline=False)
        starts.append(start)
        _name(writer, part, start)
    _disarm(writer, from_page=starts[1] if len(starts) > 1 else len(writer.pages))
    for one in bookmarks:
        _mark(writer, one, starts, None)
    writer.page_mode = "/UseOutlines"
    written = BytesIO()
    writer.write(written)
    return Sheets(len(writer.pages), written.getvalue())


def _name(writer: PdfWriter, part: Part, start: int) -> None:
    last = len(writer.pages) - 1
    if part.numbered:
        writer.set_page_label(start, last, style=PageLabelStyle.DECIMAL, prefix=part.name, start=1)
    else:
        writer.set_page_label(start, last, prefix=part.name)


def _disarm(writer: PdfWriter, *, from_page: int) -> None:
    """Let nothing act by itself, and claim no standard that strangers’ pages do not keep."""
    root = writer.root_object
    for name in ("/Metadata", "/OpenAction", "/AA"):
        root.pop(NameObject(name), None)
    for page in writer.pages[from_page:]:
        for name in _ACTIVE:
            page.pop(NameObject(name), None)


def _mark(
    writer: PdfWriter, one: Bookmark, starts: list[int], parent: IndirectObject | None
) -> None:
    made = writer.add_outline_item(title=one.title, page_number=starts[one.part], parent=parent)
    for below in one.under:
        _mark(writer, below, starts, made)
