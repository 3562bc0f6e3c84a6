"""Parses XML from strangers: no entities, no document types, no network, no huge trees."""

from __future__ import annotations

import re

from lxml import etree

from samklang.documents.extraction.text import FileFault

_OUT_OF_MEMORY = 2  # XML_ERR_NO_MEMORY, which lxml reports as a syntax error
_HEAD = 64
# What may stand before the root element besides a document type: the only place for declarations.
_PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)

_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    dtd_validation=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)


def declares_entities(content: bytes) -> bool:
    """Say whether the XML brings declarations of its own, in whatever encoding it is written."""
    if b"\0" in content[:_HEAD]:
        content = content.replace(b"\0", b"").lstrip(b"\xff\xfe")
    prolog = _PROLOG.match(content)
    return prolog is not None and content.startswith(b"<!", prolog.end())


def parse(content: bytes, part: str) -> etree._Element:
    """Return the root of an XML part, or say why it cannot be read."""
    if declares_entities(content):
        raise FileFault("external_entities", part=part)
    try:
        root = etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", 0) == _OUT_OF_MEMORY:
            raise MemoryError from error
        raise FileFault("damaged", part=part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise FileFault("external_entities", part=part)
    return root


def text_in(element: etree._Element) -> str:
    """Return all the text inside an element, as it stands."""
    return "".join(element.itertext())  # type: ignore[arg-type]  # bytes only in Python 2


def drop(element: etree._Element) -> None:
    """Take an element out of the tree but leave the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
