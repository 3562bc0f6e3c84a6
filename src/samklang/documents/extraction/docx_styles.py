"""Reads which of a Word document's styles are headings, and which are lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from samklang.documents.extraction.markup import parse
from samklang.documents.extraction.package import Package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = f"{_W}val"
_HEADING_NAME = re.compile(r"(?:heading|rubrik) ?(\d)", re.IGNORECASE)
_TITLE_NAMES = ("title", "rubrik", "titel")
_PART = "word/styles.xml"
_DEEPEST = 6
_LONGEST_CHAIN = 10  # styles may be based on each other in a ring


@dataclass(frozen=True, slots=True)
class ListStyle:
    """The list that a paragraph or a style says it belongs to; `is_on` is false where it opts out."""

    is_on: bool
    level: int

    @classmethod
    def of(cls, numbering: etree._Element) -> ListStyle:
        number = numbering.find(f"{_W}numId")
        level = numbering.find(f"{_W}ilvl")
        is_on = number is not None and number.get(_VALUE) != "0"
        depth = level.get(_VALUE, "0") if level is not None else "0"
        return cls(is_on, int(depth) if depth.isdecimal() else 0)


@dataclass(frozen=True, slots=True)
class Styles:
    """Heading level and list by style id."""

    headings: dict[str, int] = field(default_factory=dict)
    lists: dict[str, ListStyle] = field(default_factory=dict)


def read_styles(package: Package) -> Styles:
    found = Styles()
    if _PART not in package:
        return found
    bases: dict[str, str] = {}
    for style in parse(package.read(_PART), _PART).iterchildren(f"{_W}style"):
        if style.get(f"{_W}type") == "paragraph":
            _note(style, found, bases)
    for key in bases:
        _inherit(key, bases, found.headings)
        _inherit(key, bases, found.lists)
    return found


def _note(style: etree._Element, found: Styles, bases: dict[str, str]) -> None:
    key = style.get(f"{_W}styleId", "")
    bases[key] = _value_of(style, "basedOn")
    level = _heading_level(style)
    if level:
        found.headings[key] = level
    numbering = style.find(f"{_W}pPr/{_W}numPr")
    if numbering is not None:
        found.lists[key] = ListStyle.of(numbering)


def _heading_level(style: etree._Element) -> int:
    name = _value_of(style, "name").strip().lower()
    if named := _HEADING_NAME.fullmatch(name):
        return int(named[1])
    if name in _TITLE_NAMES:
        return 1
    outline = _value_of(style, f"pPr/{_W}outlineLvl")
    return int(outline) + 1 if outline.isdecimal() and int(outline) < _DEEPEST else 0


def _value_of(style: etree._Element, path: str) -> str:
    found = style.find(f"{_W}{path}")
    return "" if found is None else found.get(_VALUE, "")


def _inherit(key: str, bases: dict[str, str], known: dict[str, Any]) -> None:
    """Let a style be what the nearest style it is based on is."""
    base = key
    for _ in range(_LONGEST_CHAIN):
        if base in known:
            known[key] = known[base]
            return
        base = bases.get(base, "")
