"""Reads a Word document: one pass over its XML that keeps headings, lists, tables and notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from samklang.documents.extraction.composing import Composer, Properties
from samklang.documents.extraction.docx_styles import ListStyle, Styles, read_styles
from samklang.documents.extraction.markup import drop, parse
from samklang.documents.extraction.package import Package
from samklang.documents.extraction.text import BlockKind, ExtractedText, FileFault

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
P, TABLE, ROW, CELL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
P_PROPERTIES, P_STYLE, NUMBERING, OUTLINE = f"{W}pPr", f"{W}pStyle", f"{W}numPr", f"{W}outlineLvl"
T, TAB, BREAK, RETURN, HYPHEN = f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen"
MOVED_AWAY, TEXT_BOX, VALUE = f"{W}moveFrom", f"{W}txbxContent", f"{W}val"
NOTE, END_NOTE, NOTE_TYPE = f"{W}footnote", f"{W}endnote", f"{W}type"
FIELD_CODE, SIMPLE_FIELD, FIELD = f"{W}instrText", f"{W}fldSimple", f"{W}instr"
_PROGRAM_FIELD = re.compile(r"\bDDE(?:AUTO)?\b", re.IGNORECASE)
# A tab stop has the tag of a typed tab, but stands first in its paragraph and is stripped.
_TYPED = {TAB: "\t", BREAK: "\n", RETURN: "\n", HYPHEN: "-"}
# Wrappers round paragraphs and tables: content controls, insertions, custom markup.
_WRAPPERS = tuple(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "customXml", "moveTo"))
_DEEPEST_HEADING = 6
_HEAD = 4096
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def read(package: Package, warnings: tuple[str, ...] = ()) -> ExtractedText:
    main = _main_part(package)
    root = _prepared(package.read(main), main)
    links = _links_of(package, main)
    walk = _Walk(Composer(), read_styles(package))
    walk.margins(package, links, _references(root, "headerReference"))
    walk.children(root)
    walk.notes(package, "word/footnotes.xml", NOTE)
    walk.notes(package, "word/endnotes.xml", END_NOTE)
    walk.margins(package, links, _references(root, "footerReference"))
    if _starts_programs(root):
        warnings += ("starts_programs",)
    return walk.composer.finish("docx", warnings=warnings, properties=_properties(package))


def _starts_programs(root: etree._Element) -> bool:
    """Say whether a field would ask another program for its content (DDE).

    The field's code may be cut into pieces, as it is when somebody wants to hide it.
    """
    pieces = (element.text or "" for element in root.iter(FIELD_CODE))
    simple = (element.get(FIELD, "") for element in root.iter(SIMPLE_FIELD))
    return bool(_PROGRAM_FIELD.search("".join(pieces)) or _PROGRAM_FIELD.search(" ".join(simple)))


def _main_part(package: Package) -> str:
    if "word/document.xml" in package:
        return "word/document.xml"
    for name in package.names:  # some programs number it
        if name.startswith("word/document") and name.endswith(".xml"):
            return name
    raise FileFault("damaged", part="word/document.xml")


def _prepared(content: bytes, part: str) -> etree._Element:
    """Parse a part, and make its tree such that a paragraph's text is the text of its letters."""
    if _STRICT in content[:_HEAD]:
        content = content.replace(_STRICT, W.strip("{}").encode())
    root = parse(content, part)
    for element in root.iter(*_TYPED):
        element.text = _TYPED[element.tag]
        element.tag = T  # one tag to look for takes half the time of five
    if b"moveFrom" in content or b"Fallback" in content:
        for element in list(root.iter(MOVED_AWAY, _FALLBACK)):
            drop(element)
    if b"txbxContent" in content:
        _lift_text_boxes(root)
    return root


def _lift_text_boxes(root: etree._Element) -> None:
    """Put the paragraphs of each text box after the paragraph that it is anchored in."""
    for box in list(root.iter(TEXT_BOX)):
        anchor = next(box.iterancestors(P), None)
        if anchor is not None:
            for child in reversed(box):
                anchor.addnext(child)


def _references(root: etree._Element, name: str) -> list[str]:
    return [element.get(_R_ID, "") for element in root.iter(f"{W}{name}")]


def _links_of(package: Package, main: str) -> Callable[[str], str]:
    """Return what finds the part that a relationship of the main document names."""
    folder, _, name = main.rpartition("/")
    part = f"{folder}/_rels/{name}.rels"
    targets: dict[str, str] = {}
    if part in package:
        for link in parse(package.read(part), part):
            targets[link.get("Id", "")] = link.get("Target", "")
    return lambda key: f"{folder}/{targets.get(key, '')}"


@dataclass(slots=True)
class _Walk:
    """The walk through a document's parts, in the order they are read aloud."""

    composer: Composer
    styles: Styles

    def margins(self, package: Package, links: Callable[[str], str], keys: list[str]) -> None:
        """Add the headers or footers, each text once however many kinds of page there are."""
        said = set()
        for part in dict.fromkeys(map(links, keys)):
            if part in package:
                root = _prepared(package.read(part), part)
                for text in map(_text_of, root.iter(P)):
                    if text not in said:
                        said.add(text)
                        self.composer.add(BlockKind.PARAGRAPH, text)

    def notes(self, package: Package, part: str, tag: str) -> None:
        if part in package:
            for note in _prepared(package.read(part), part).iter(tag):
                if note.get(NOTE_TYPE) is None:  # the typed ones are separators
                    self.children(note)

    def children(self, parent: etree._Element) -> None:
        for element in parent:
            tag = element.tag
            if tag == P:
                self.paragraph(element)
            elif tag == TABLE:
                self.table(element)
            elif tag in _WRAPPERS or tag == f"{W}body":
                self.children(element)

    def paragraph(self, element: etree._Element) -> None:
        text = _text_of(element)
        if text:
            kind, level = self.kind_of(element)
            self.composer.add(kind, text, level=level)
        elif self.composer.blocks:
            self.composer.add_blank()

    def kind_of(self, element: etree._Element) -> tuple[BlockKind, int]:
        style, outline, listed = _paragraph_properties(element)
        heading = outline or self.styles.headings.get(style, 0)
        if 0 < heading <= _DEEPEST_HEADING:
            return BlockKind.HEADING, heading
        if listed is None:
            listed = self.styles.lists.get(style)
        if listed is not None and listed.is_on:
            return BlockKind.LIST_ITEM, listed.level
        return BlockKind.PARAGRAPH, 0

    def table(self, table: etree._Element) -> None:
        for row in _unwrapped(table, ROW):
            cells = list(_unwrapped(row, CELL))
            if len(cells) == 1:  # a frame round running text, not a row
                self.children(cells[0])
            else:
                self.composer.add_row(["\n".join(_lines_of(cell)) for cell in cells])


def _unwrapped(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _unwrapped(element, tag)


def _lines_of(cell: etree._Element) -> Iterable[str]:
    return filter(None, map(_text_of, cell.iter(P)))


def _text_of(paragraph: etree._Element) -> str:
    return "".join([letters.text or "" for letters in paragraph.iter(T)]).strip()


def _paragraph_properties(element: etree._Element) -> tuple[str, int, ListStyle | None]:
    """Return the style, the outline level (1–, 0 for none) and the list of a paragraph."""
    style, outline, listed = "", 0, None
    first = element[0] if len(element) else None
    if first is None or first.tag != P_PROPERTIES:
        return style, outline, listed
    for setting in first:
        tag = setting.tag
        if tag == P_STYLE:
            style = setting.get(VALUE, "")
        elif tag == NUMBERING:
            listed = ListStyle.of(setting)
        elif tag == OUTLINE:
            outline = int(setting.get(VALUE, "9")) + 1
    return style, outline, listed


def _properties(package: Package) -> Properties:
    part = "docProps/core.xml"
    if part not in package:
        return ()
    said = {
        etree.QName(child).localname: child.text or "" for child in parse(package.read(part), part)
    }
    names = {"title": "title", "author": "creator", "created": "created", "modified": "modified"}
    return tuple((name, said[told]) for name, told in names.items() if said.get(told))
