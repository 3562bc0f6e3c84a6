"""Reads which of a Word document's styles are headings, and which are lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from samklang.documents.extraction.package import Package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = f"{_W}val"
_STYLE = re.compile(r"style\b[^>]*>")  # begins with a literal, which is what makes it fast
_OF_PARAGRAPHS = re.compile(r"\btype=[\"']paragraph[\"']")
_KEY = re.compile(r"styleId=[\"']([^\"']*)")
_NAME, _BASE, _OUTLINE, _NUMBER, _DEPTH = (
    re.compile(rf"<(?:\w+:)?{tag}\b[^>]*\bval=[\"']([^\"']*)")
    for tag in ("name", "basedOn", "outlineLvl", "numId", "ilvl")
)
_NUMBERING = re.compile(r"<(?:\w+:)?numPr>.*?</(?:\w+:)?numPr>", re.DOTALL)
_HEADING_NAME = re.compile(r"(?:heading|rubrik) ?(\d)", re.IGNORECASE)
_TITLE_NAMES = ("title", "rubrik", "titel")
_PART = "word/styles.xml"
_DEEPEST = 6
_LONGEST_CHAIN = 10  # styles may be based on each other in a ring


@dataclass(frozen=True, slots=True)
class ListStyle:
    """The list a paragraph or a style says it belongs to; `is_on` is false where it opts out."""

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
    """Read the styles by pattern, not by parsing: they are longer than most documents."""
    found = Styles()
    bases: dict[str, str] = {}
    for style in _paragraph_styles(package.read(_PART).decode("utf-8", "replace")):
        _note(style, found, bases)
    for key in bases:
        _inherit(key, bases, found.headings)
        _inherit(key, bases, found.lists)
    return found


def _paragraph_styles(text: str) -> Iterator[str]:
    """Yield each style from its start to its end tag."""
    starts = list(_STYLE.finditer(text))
    ends = [start.start() for start in starts[1:]] + [len(text)]
    for start, end in zip(starts, ends, strict=False):
        if _OF_PARAGRAPHS.search(start[0]):
            yield text[start.start() : end]


def _note(style: str, found: Styles, bases: dict[str, str]) -> None:
    key = _first(_KEY, style)
    bases[key] = _first(_BASE, style)
    level = _heading_level(style)
    if level:
        found.headings[key] = level
    if numbering := _NUMBERING.search(style):
        number = _first(_NUMBER, numbering[0])
        depth = _first(_DEPTH, numbering[0])
        found.lists[key] = ListStyle(number != "0", int(depth) if depth.isdecimal() else 0)


def _heading_level(style: str) -> int:
    name = _first(_NAME, style).strip().lower()
    if named := _HEADING_NAME.fullmatch(name):
        return int(named[1])
    if name in _TITLE_NAMES:
        return 1
    outline = _first(_OUTLINE, style)
    return int(outline) + 1 if outline.isdecimal() and int(outline) < _DEEPEST else 0


def _first(pattern: re.Pattern[str], style: str) -> str:
    found = pattern.search(style)
    return found[1] if found else ""


def _inherit(key: str, bases: dict[str, str], known: dict[str, Any]) -> None:
    """Let a style be what the nearest style it is based on is."""
    base = key
    for _ in range(_LONGEST_CHAIN):
        if base in known:
            known[key] = known[base]
            return
        base = bases.get(base, "")
