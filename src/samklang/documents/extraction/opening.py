"""The one door to a received file's text: whatever kind of file it is, it is opened here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from samklang.documents.extraction import archive, docx, html, odt, pdf, plain
from samklang.documents.extraction.gate import Kind, admit, check_size
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
        raise FileFault("no_text")
    return extracted


def extract_path(name: str, path: str) -> ExtractedText:
    """Return the text of a stored file, whose size is checked before it is read."""
    stored = Path(path)
    check_size(stored.stat().st_size)
    return extract(name, stored.read_bytes())


def members(name: str, content: bytes) -> Iterator[tuple[str, bytes | FileFault]]:
    """Yield each file in a ZIP with its safe name: its content, or the fault that keeps it out."""
    admitted = admit(content)
    if admitted.kind is not Kind.ARCHIVE or admitted.package is None:
        yield name, content
        return
    yield from archive.members(admitted.package)
