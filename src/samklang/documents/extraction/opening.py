"""The one door to a received file's text: whatever kind of file it is, it is opened here."""

from __future__ import annotations

from samklang.documents.extraction import docx, html, odt, pdf, plain
from samklang.documents.extraction.archive import Members
from samklang.documents.extraction.gate import Kind, admit
from samklang.documents.extraction.hiding import hide_personal_numbers
from samklang.documents.extraction.text import ExtractedText, FileFault


def extract(name: str, content: bytes) -> ExtractedText:
    """Return the text of one document; `name` is only repeated in faults, never believed."""
    try:
        return hide_personal_numbers(_extracted(content))
    except FileFault as fault:
        fault.details.setdefault("name", name)
        raise


def _extracted(content: bytes) -> ExtractedText:
    admitted = admit(content)
    if admitted.package is not None:
        readers = {Kind.DOCX: docx.read, Kind.ODT: odt.read}
        if admitted.kind not in readers:
            raise FileFault("archive")
        extracted = readers[admitted.kind](admitted.package, admitted.warnings)
    else:
        read = {Kind.PDF: pdf.read, Kind.HTML: html.read, Kind.TEXT: plain.read}[admitted.kind]
        extracted = read(content, admitted.warnings)
    if not extracted.text.strip():
        raise FileFault("no_words")
    return extracted


def members(content: bytes) -> Members:
    """Return the files in a ZIP; each is taken out when it is asked for."""
    admitted = admit(content)
    if admitted.kind is not Kind.ARCHIVE or admitted.package is None:
        raise FileFault("wrong_type", detected=str(admitted.kind))
    return Members(admitted.package)
