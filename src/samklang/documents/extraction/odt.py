"""Reads an OpenDocument text: one pass that keeps headings, lists, tables and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from samklang.documents.extraction.composing import Composer, Properties
from samklang.documents.extraction.markup import drop, parse, text_in
from samklang.documents.extraction.package import Package
from samklang.documents.extraction.text import BlockKind, ExtractedText, FileFault

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_NAMESPACE}office:1.0}}"
TEXT = f"{{{_NAMESPACE}text:1.0}}"
TABLE = f"{{{_NAMESPACE}table:1.0}}"
DRAW = f"{{{_NAMESPACE}drawing:1.0}}"
STYLE = f"{{{_NAMESPACE}style:1.0}}"
P, H, LIST = f"{TEXT}p", f"{TEXT}h", f"{TEXT}list"
ITEM, LIST_HEADER = f"{TEXT}list-item", f"{TEXT}list-header"
SPACE, TAB, BREAK = f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"
STYLE_NAME = f"{TEXT}style-name"
NOTE, NOTE_BODY, OUTLINE = f"{TEXT}note", f"{TEXT}note-body", f"{TEXT}outline-level"
GRID, ROW = f"{TABLE}table", f"{TABLE}table-row"
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
ROW_GROUPS = tuple(f"{TABLE}table-{name}" for name in ("header-rows", "rows", "row-group"))
TEXT_BOX = f"{DRAW}text-box"
# Not part of the text as it reads now: deleted passages, comments, readings above the line.
_UNREAD = (f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}ruby-text")
_WRAPPERS = tuple(
    f"{TEXT}{name}"
    for name in ("section", "table-of-content", "index-body", "index-title", "numbered-paragraph")
)
_MARGINS = ("header", "header-first", "header-left"), ("footer", "footer-first", "footer-left")
# Text that is to be asked for from another program (DDE).
_PROGRAM_LINKS = (f"{TEXT}dde-connection", f"{TEXT}dde-connection-decl", f"{OFFICE}dde-source")
_MOST_SPACES = 1000
_DEEPEST_HEADING = 6


def read(package: Package, warnings: tuple[str, ...] = ()) -> ExtractedText:
    if "content.xml" not in package:
        raise FileFault("damaged", part="content.xml")
    root = parse(package.read("content.xml"), "content.xml")
    if next(root.iter(*_PROGRAM_LINKS), None) is not None:
        warnings += ("starts_programs",)
    notes = _prepare(root)
    walk = _Walk(Composer(), _title_styles(root))
    headers, footers = _margins(package)
    walk.margin(headers)
    for body in root.iter(f"{OFFICE}text"):
        walk.children(body)
    for note in notes:
        walk.children(note)
    walk.margin(footers)
    return walk.composer.finish("odt", warnings=warnings, properties=_properties(package))


def _prepare(root: etree._Element) -> list[etree._Element]:
    """Make the tree such that a paragraph's text is all text in it; return the notes' bodies."""
    for element in root.iter(SPACE):
        count = element.get(f"{TEXT}c", "1")
        element.text = " " * min(int(count), _MOST_SPACES) if count.isdecimal() else " "
    for tag, letter in ((TAB, "\t"), (BREAK, "\n")):
        for element in root.iter(tag):
            element.text = letter
    for element in list(root.iter(*_UNREAD)):
        drop(element)
    bodies = list(root.iter(NOTE_BODY))
    for note in list(root.iter(NOTE)):
        drop(note)
    _lift_text_boxes(root)
    return bodies


def _title_styles(root: etree._Element) -> set[str]:
    """Return the style of titles, and those that the document has made of it for itself."""
    own = root.iter(f"{STYLE}style")
    return {"Title", *(style.get(f"{STYLE}name", "") for style in own if _is_title(style))}


def _is_title(style: etree._Element) -> bool:
    return style.get(f"{STYLE}parent-style-name") == "Title"


def _lift_text_boxes(root: etree._Element) -> None:
    """Put what stands in each text box after the paragraph that it is anchored in."""
    for box in list(root.iter(TEXT_BOX)):
        anchor = next(box.iterancestors(P, H), None)
        if anchor is not None:
            for child in reversed(box):
                tail, anchor.tail = anchor.tail, None
                anchor.addnext(child)
                child.tail, anchor.tail = None, tail


@dataclass(slots=True)
class _Walk:
    """The walk through the document, in the order it is read aloud."""

    composer: Composer
    titles: set[str]

    def children(self, parent: etree._Element, depth: int = -1) -> None:
        for element in parent:
            tag = element.tag
            if tag in (P, H):
                self.paragraph(element, depth)
            elif tag == LIST:
                self.items(element, depth + 1)
            elif tag == GRID:
                self.table(element)
            elif tag in _WRAPPERS:
                self.children(element, depth)

    def items(self, listed: etree._Element, depth: int) -> None:
        for item in listed.iterchildren(ITEM, LIST_HEADER):
            self.children(item, depth)

    def paragraph(self, element: etree._Element, depth: int) -> None:
        text = _text_of(element)
        if element.tag == H or element.get(STYLE_NAME) in self.titles:
            level = element.get(OUTLINE, "1")
            depth = min(int(level), _DEEPEST_HEADING) if level.isdecimal() else 1
            self.composer.add(BlockKind.HEADING, text, level=depth)
        elif depth >= 0:
            self.composer.add(BlockKind.LIST_ITEM, text, level=depth)
        elif text:
            self.composer.add(BlockKind.PARAGRAPH, text)
        elif self.composer.blocks:
            self.composer.add_blank()

    def table(self, table: etree._Element) -> None:
        for row in _rows_of(table):
            cells = list(row.iterchildren(*CELLS))
            if len(cells) == 1:  # a frame round running text, not a row
                self.children(cells[0])
            else:
                self.composer.add_row(["\n".join(_lines_of(cell)) for cell in cells])

    def margin(self, parts: list[etree._Element]) -> None:
        """Add the headers or footers, each text once however many kinds of page there are."""
        texts = [_text_of(paragraph) for part in parts for paragraph in part.iter(P, H)]
        for text in dict.fromkeys(texts):
            self.composer.add(BlockKind.PARAGRAPH, text)


def _rows_of(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        if element.tag == ROW:
            yield element
        elif element.tag in ROW_GROUPS:
            yield from _rows_of(element)


def _lines_of(cell: etree._Element) -> list[str]:
    return [text for text in map(_text_of, cell.iter(P, H)) if text]


def _text_of(paragraph: etree._Element) -> str:
    return text_in(paragraph).strip()


def _margins(package: Package) -> tuple[list[etree._Element], list[etree._Element]]:
    content = package.read("styles.xml")
    if b"<style:header>" not in content and b"<style:footer>" not in content:
        return [], []  # most documents have none, and their styles are long to parse
    root = parse(content, "styles.xml")
    _prepare(root)
    headers, footers = (
        list(root.iter(*(f"{STYLE}{name}" for name in names))) for names in _MARGINS
    )
    return headers, footers


def _properties(package: Package) -> Properties:
    if "meta.xml" not in package:
        return ()
    root = parse(package.read("meta.xml"), "meta.xml")
    said = {etree.QName(element).localname: element.text or "" for element in root.iter("*")}
    names = {"title": "title", "author": "creator", "created": "creation-date", "modified": "date"}
    return tuple((name, said[told]) for name, told in names.items() if said.get(told))
