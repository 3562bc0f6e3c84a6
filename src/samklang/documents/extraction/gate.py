"""Decides what a received file is by its content, and refuses what cannot be read safely."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from samklang.documents.extraction import office
from samklang.documents.extraction.package import Package
from samklang.documents.extraction.plain import is_text
from samklang.documents.extraction.signatures import foreign_type, ole_fault
from samklang.documents.extraction.size import check_size
from samklang.documents.extraction.text import FileFault

_PDF_WITHIN = 1024
_HEAD = 4096


class Kind(StrEnum):
    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    HTML = "html"
    TEXT = "text"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Admitted:
    """A file that may be opened: what it is, and what the user should know about it."""

    kind: Kind
    warnings: tuple[str, ...] = ()
    package: Package | None = None


def admit(content: bytes) -> Admitted:
    """Return what the content is, or raise the fault that keeps it out."""
    check_size(len(content))
    head = content[:_HEAD]
    if ole_fault_or_none := ole_fault(content):
        raise ole_fault_or_none
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _admit_package(content)
    if b"%PDF-" in head[:_PDF_WITHIN] and not head.lstrip().startswith(b"<"):
        return Admitted(Kind.PDF, _pdf_warnings(content))
    if foreign := foreign_type(head):
        raise FileFault("wrong_type", detected=foreign)
    return _admit_text(content)


def _admit_package(content: bytes) -> Admitted:
    package = Package(content)
    if not package.entries:
        raise FileFault("empty_archive")
    kind = office.kind_of(package)
    if kind == "archive":
        return Admitted(Kind.ARCHIVE, package=package)
    if kind not in (Kind.DOCX, Kind.ODT):
        raise FileFault("wrong_type", detected=kind)
    return Admitted(Kind(kind), office.check(package), package)


def _pdf_warnings(content: bytes) -> tuple[str, ...]:
    active = b"/JavaScript" in content or b"/Launch" in content
    return ("active_content",) if active else ()


def _admit_text(content: bytes) -> Admitted:
    if not content.strip():
        raise FileFault("no_words")
    if not is_text(content):
        raise FileFault("wrong_type", detected="binary")
    head = content[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if _is_html(head):
        return Admitted(Kind.HTML)
    if head.startswith((b"<?xml", b"<svg")):
        raise FileFault("wrong_type", detected="image" if b"<svg" in head else "xml")
    return Admitted(Kind.TEXT)


def _is_html(head: bytes) -> bool:
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<!--")) or (
        head.startswith((b"<?xml", b"<!doctype")) and b"<html" in head
    )
