"""Reads a Word document that came back: its text, who changed what in it, and the comments.

It runs in the sandbox and lets in what the gate lets in; `actions.read_word` is the way to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import attrgetter
from typing import Any, BinaryIO

from samklang.common.letters import clean
from samklang.common.residents import without_personal_numbers
from samklang.documents.comparing import Fate
from samklang.documents.extraction.gate import Kind, admit
from samklang.documents.extraction.markup import parse, text_in
from samklang.documents.extraction.package import Package
from samklang.documents.extraction.text import FileFault
from samklang.documents.passages import safe_address, settled
from samklang.documents.word.commented import commented
from samklang.documents.word.markup import Element, said
from samklang.documents.word.names import BOOKMARK, W
from samklang.documents.word.remarks import Remark, Tracked, WordText
from samklang.documents.word.spans import (
    GONE_FROM_NEW,
    GONE_FROM_OLD,
    change_in,
    local,
    moment_of,
    spans,
)
from samklang.documents.word.styles import Styles, styles_of
from samklang.documents.word.views import CellOfLines, Line, Row, View

_MAIN = "word/document.xml"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_WRAPPERS = ("sdt", "sdtContent", "ins", "customXml", "moveTo", "del", "moveFrom")
_WIDEST = 60
# LibreOffice calls a bookmark another's copy when it has passed through its own format.
_MARKED = re.compile(BOOKMARK + r"([0-9A-Za-z]+)(?:_Copy_\d+)?")


def read(file: BinaryIO) -> WordText:
    """Return what the opened file says, or raise the FileFault that keeps it out."""
    file.seek(0)
    admitted = admit(file.read())
    if admitted.kind is not Kind.DOCX or admitted.package is None:
        raise FileFault("wrong_type", detected=str(admitted.kind))
    package = admitted.package
    if _MAIN not in package:
        raise FileFault("damaged", part=_MAIN)
    walk = _Walk(styles_of(package), _links(package))
    root = _root(package)
    walk.blocks(root)
    comments = _comments(package, commented(root))
    return walk.answer(_title(package), comments, (*admitted.warnings, *_left(package)))


def _root(package: Package) -> Element:
    content = package.read(_MAIN).replace(_STRICT, W.strip("{}").encode())
    body = parse(content, _MAIN).find(f"{W}body")
    if body is None:
        raise FileFault("damaged", part=_MAIN)
    return body


_NOW: tuple[Any, Any] = attrgetter("run"), attrgetter("place")
_THEN: tuple[Any, Any] = attrgetter("before"), attrgetter("before")


@dataclass(slots=True)
class _Walk:
    """The walk through the document; both texts grow as it goes."""

    styles: Styles
    links: Mapping[str, str]
    title: str = ""
    new: View = field(default_factory=lambda: View(GONE_FROM_NEW, True, *_NOW))
    old: View = field(default_factory=lambda: View(GONE_FROM_OLD, False, *_THEN))
    changes: list[Tracked] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)

    def blocks(self, parent: Element) -> None:
        for child in parent:
            name = local(child)
            if name == "p":
                self.paragraph(child)
            elif name == "tbl":
                self.table(child)
            elif name in _WRAPPERS:
                self.blocks(child)

    def paragraph(self, element: Element) -> None:
        line = self.line(element)
        if line.place.is_title and not self.title:
            self.title = "".join(one.run.text for one in line.spans)
            return
        self.note(line)
        self.new.add_line(line)
        self.old.add_line(line)

    def table(self, table: Element) -> None:
        for number, element in enumerate(_unwrapped(table, "tr")):
            row = self.row(element, is_first=not number)
            for cell in row.cells:
                for line in cell.lines:
                    self.note(line)
            self.new.add_row(row)
            self.old.add_row(row)

    def row(self, row: Element, *, is_first: bool) -> Row:
        settings = row.find(f"{W}trPr")
        is_head = settings is not None and settings.find(f"{W}tblHeader") is not None
        return Row(
            [self.cell(one) for one in _unwrapped(row, "tc")],
            change_in(settings),
            is_head,
            is_first,
        )

    def cell(self, cell: Element) -> CellOfLines:
        wide = said(cell, "tcPr/gridSpan")
        return CellOfLines(
            [self.line(one) for one in cell.iter(f"{W}p")],
            change_in(cell.find(f"{W}tcPr")),
            min(int(wide), _WIDEST) if wide.isdecimal() else 1,
        )

    def line(self, element: Element) -> Line:
        settings = element.find(f"{W}pPr")
        was = None if settings is None else settings.find(f"{W}pPrChange/{W}pPr")
        place = self.styles.place(settings)
        end = change_in(None if settings is None else settings.find(f"{W}rPr"))
        return Line(
            place,
            place if was is None else self.styles.place(was),
            list(spans(element, self.links)),
            end=end,
            key=_key(element),
            remarks=[one.get(f"{W}id", "") for one in element.iter(*_COMMENTED)],
            counted="" if end.fate in GONE_FROM_NEW else self.styles.counted(place),
        )

    def note(self, line: Line) -> None:
        """Note the changes and the comments at the place where the line comes to stand."""
        at = len(self.new.passages)
        for key in line.remarks:
            self.anchors.setdefault(key, at)
        for change, group in groupby(line.spans, key=lambda one: one.change):
            if change.fate is not Fate.SAME:
                text = without_personal_numbers(clean("".join(one.run.text for one in group)))
                self.changes.append(Tracked(at, change.fate, text, change.author, change.made_at))

    def answer(
        self, title: str, comments: dict[str, Remark], warnings: tuple[str, ...]
    ) -> WordText:
        last = max(len(self.new.passages) - 1, 0)
        return WordText(
            title=without_personal_numbers(clean(self.title.strip() or title)),
            text=tuple(settled(self.new.passages)),
            before=tuple(settled(self.old.passages)),
            changes=tuple(self.changes),
            remarks=tuple(self._remark(one, key, last) for key, one in self._in_order(comments)),
            warnings=warnings,
        )

    def _in_order(self, comments: dict[str, Remark]) -> list[tuple[str, Remark]]:
        """Return the comments as they are read; those that stand at no passage come last."""
        order = {key: place for place, key in enumerate(self.anchors)}
        return sorted(comments.items(), key=lambda one: order.get(one[0], len(order)))

    def _remark(self, comment: Remark, key: str, last: int) -> Remark:
        at = min(self.anchors.get(key, -1), last)
        whole = self.new.passages[at].text if 0 <= at < len(self.new.passages) else ""
        is_whole = " ".join(whole.split()) == comment.about
        return replace(comment, at=at, about="" if is_whole else comment.about)


_COMMENTED = (f"{W}commentRangeStart", f"{W}commentReference")


def _unwrapped(parent: Element, name: str) -> Iterator[Element]:
    for child in parent:
        if local(child) == name:
            yield child
        elif local(child) in _WRAPPERS:
            yield from _unwrapped(child, name)


def _key(paragraph: Element) -> str:
    names = (one.get(f"{W}name", "") for one in paragraph.iter(f"{W}bookmarkStart"))
    return next((found[1] for one in names if (found := _MARKED.fullmatch(one))), "")


def _links(package: Package) -> dict[str, str]:
    part = "word/_rels/document.xml.rels"
    if part not in package:
        return {}
    return {
        one.get("Id", ""): safe_address(one.get("Target", ""))
        for one in parse(package.read(part), part)
        if one.get("TargetMode") == "External" and one.get("Type", "").endswith("/hyperlink")
    }


def _title(package: Package) -> str:
    part = "docProps/core.xml"
    if part not in package:
        return ""
    return parse(package.read(part), part).findtext("{http://purl.org/dc/elements/1.1/}title") or ""


def _comments(package: Package, about: Mapping[str, str]) -> dict[str, Remark]:
    part = "word/comments.xml"
    if part not in package:
        return {}
    return {
        (key := one.get(f"{W}id", "")): Remark(
            0,
            _shown(one.get(f"{W}author", "")),
            moment_of(one),
            _body(one),
            _shown(about.get(key, "")),
        )
        for one in parse(package.read(part), part).iterchildren(f"{W}comment")
    }


def _body(comment: Element) -> str:
    lines = ("".join(text_in(t) for t in one.iter(f"{W}t")) for one in comment.iter(f"{W}p"))
    return _shown("\n".join(lines)).strip()


def _shown(text: str) -> str:
    return without_personal_numbers(clean(text))


def _left(package: Package) -> tuple[str, ...]:
    """Say what stands in the document and is not read here."""
    has_boxes = b"txbxContent" in package.read(_MAIN)
    has_notes = any(
        name in package and package.read(name).count(b"<w:t>") + package.read(name).count(b"<w:t ")
        for name in ("word/footnotes.xml", "word/endnotes.xml")
    )
    told = (("text_boxes_left_out", has_boxes), ("notes_left_out", has_notes))
    return tuple(code for code, is_so in told if is_so)
