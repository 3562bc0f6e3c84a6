"""Reads a PDF's text page by page: its lines, its paragraphs, and not its margins over and over."""

from __future__ import annotations

from typing import Final

import pypdfium2

from samklang.documents.extraction.composing import Composer, Properties
from samklang.documents.extraction.pdf_lines import Line, lines_of
from samklang.documents.extraction.pdf_margins import without_repeated_margins
from samklang.documents.extraction.pdf_paragraphs import compose
from samklang.documents.extraction.text import ExtractedText, FileFault

MAX_PAGES: Final = 3_000
_PASSWORD_NEEDED = 4  # FPDF_ERR_PASSWORD
_SECURITY_UNKNOWN = 5  # FPDF_ERR_SECURITY
_FEWEST_LETTERS = 20
_PROPERTIES = {
    "title": "Title",
    "author": "Author",
    "created": "CreationDate",
    "modified": "ModDate",
}


def read(content: bytes, warnings: tuple[str, ...] = ()) -> ExtractedText:
    document = opened(content)
    try:
        page_count = len(document)
        if page_count > MAX_PAGES:
            raise FileFault("too_many_pages", pages=page_count, most=MAX_PAGES)
        pages = [_lines_of_page(document, number) for number in range(page_count)]
        properties = _properties(document)
    finally:
        document.close()
    return _composed(pages, warnings, properties)


def opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (_PASSWORD_NEEDED, _SECURITY_UNKNOWN)
        raise FileFault("encrypted" if locked else "damaged") from error


def _lines_of_page(document: pypdfium2.PdfDocument, number: int) -> list[Line] | None:
    """Return the page's lines, or None for a page that is broken; the others are still read."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return None
    text_page = page.get_textpage()
    lines = lines_of(text_page, number + 1)
    text_page.close()
    page.close()
    return lines


def _composed(
    pages: list[list[Line] | None], warnings: tuple[str, ...], properties: Properties
) -> ExtractedText:
    readable = [lines for lines in pages if lines is not None]
    if not readable:
        raise FileFault("damaged")
    if sum(len(line.text) for lines in readable for line in lines) < _FEWEST_LETTERS:
        raise FileFault("no_text", pages=len(pages))
    composer = Composer()
    compose(composer, without_repeated_margins(readable))
    return composer.finish(
        "pdf",
        page_count=len(pages),
        warnings=warnings + _page_warnings(pages),
        properties=properties,
    )


def _page_warnings(pages: list[list[Line] | None]) -> tuple[str, ...]:
    found = (
        ("damaged_pages", any(lines is None for lines in pages)),
        ("pages_without_text", any(lines == [] for lines in pages)),
    )
    return tuple(code for code, is_there in found if is_there)


def _properties(document: pypdfium2.PdfDocument) -> Properties:
    said = document.get_metadata_dict(skip_empty=True)
    return tuple((name, said[key]) for name, key in _PROPERTIES.items() if said.get(key))
