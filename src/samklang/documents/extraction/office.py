"""Recognizes office documents among ZIP files, and checks them before they are opened."""

from __future__ import annotations

import re
from collections.abc import Callable

from samklang.documents.extraction.markup import declares_entities
from samklang.documents.extraction.package import Package
from samklang.documents.extraction.text import FileFault

_CONTENT_TYPES = "[Content_Types].xml"
_OOXML_FOLDERS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"), ("visio/", "visio"))
_ODF = b"application/vnd.oasis.opendocument."
_ODF_KINDS = {b"text": "odt", b"text-template": "odt", b"text-master": "odt"}
_ODF_OTHERS = ((b"spreadsheet", "ods"), (b"presentation", "odp"), (b"graphics", "odg"))
_MARKUP = (".xml", ".rels")
# A drawing is never opened, and an honest one may name its document type.
_DRAWING = ".svg"
_INCLUDE = b"http://www.w3.org/2001/XInclude"
# What Word fetches from elsewhere when the file is opened; a link that somebody clicks is no such.
_FETCHED = re.compile(rb"/(?:oleObject|frame|subDocument|image|externalLink|aFChunk)\"")
_RELATIONSHIP = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")


def kind_of(package: Package) -> str:
    """Return "docx", "odt", the name of another office format, or "archive"."""
    if _CONTENT_TYPES in package:
        return next(
            (kind for folder, kind in _OOXML_FOLDERS if _has_folder(package, folder)), "archive"
        )
    mimetype = package.read("mimetype").strip() if "mimetype" in package else b""
    if mimetype.startswith(_ODF):
        return _odf_kind(mimetype.removeprefix(_ODF))
    return "epub" if mimetype == b"application/epub+zip" else "archive"


def _odf_kind(name: bytes) -> str:
    if name in _ODF_KINDS:
        return _ODF_KINDS[name]
    return next((kind for start, kind in _ODF_OTHERS if name.startswith(start)), "odf")


def _has_folder(package: Package, folder: str) -> bool:
    return any(name.startswith(folder) for name in package.names)


def check(package: Package) -> tuple[str, ...]:
    """Refuse what makes the document unsafe; return warnings for what is left out."""
    package.check_names()
    _check_encryption(package)
    _check_declarations(package)
    found = (
        ("macros_left_out", _has_macros(package)),
        ("remote_template", _fetches(package, _is_template)),
        ("remote_parts", _fetches(package, _FETCHED.search)),
        ("embedded_objects", _has_embedded_objects(package)),
    )
    return tuple(code for code, is_there in found if is_there)


def _check_encryption(package: Package) -> None:
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise FileFault("encrypted")


def _check_declarations(package: Package) -> None:
    """No part of an office document needs a DOCTYPE; one that has it wants something else."""
    for name in package.names:
        written = name.lower()
        if written.endswith((*_MARKUP, _DRAWING)) and _reaches_out(package.read(name), written):
            raise FileFault("external_entities", part=name)


def _reaches_out(content: bytes, name: str) -> bool:
    plain = content.replace(b"\0", b"")  # as it would be in one byte a letter
    if _INCLUDE in plain:
        return True
    return b"<!ENTITY" in plain if name.endswith(_DRAWING) else declares_entities(content)


def _has_macros(package: Package) -> bool:
    return (
        b"macroEnabled" in package.read(_CONTENT_TYPES)
        or any(name.lower().endswith("vbaproject.bin") for name in package.names)
        or any(name.startswith(("Basic/", "Scripts/")) for name in package.names)
    )


def _is_template(link: bytes) -> bool:
    return b"attachedTemplate" in link


def _fetches(package: Package, is_so: Callable[[bytes], object]) -> bool:
    """Say whether any part is linked to such a thing outside the file."""
    return any(
        b"External" in link and is_so(link)
        for name in package.names
        if name.endswith(".rels")
        for link in _RELATIONSHIP.findall(package.read(name).replace(b"\0", b""))
    )


def _has_embedded_objects(package: Package) -> bool:
    return any(name.startswith(("word/embeddings/", "word/activeX/")) for name in package.names)
