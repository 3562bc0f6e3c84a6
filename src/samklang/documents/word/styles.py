"""Reads what a received document's styles and lists make of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from samklang.documents.extraction.docx_styles import read_styles
from samklang.documents.extraction.markup import parse
from samklang.documents.extraction.package import Package
from samklang.documents.passages import Kind
from samklang.documents.word.markup import Element, said
from samklang.documents.word.names import W

_TITLES = ("title", "rubrik", "titel")
_DEEPEST_HEADING, _DEEPEST_LIST = 6, 8
_LONGEST_CHAIN = 10
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST = 999


@dataclass(frozen=True, slots=True)
class Place:
    """What a paragraph is: a heading of some level, or an item of a numbered or unnumbered list."""

    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    number: str = ""
    is_title: bool = False
    family: str = ""
    restarts: bool = False

    def goes_on(self, before: Place | None) -> bool:
        """Say whether an item belongs to the same list as the one before it at its level.

        Word counts on through all lists of a family, except where one says that it restarts.
        """
        is_related = before is not None and before.family == self.family
        return is_related and (not self.restarts or before == self)


@dataclass(frozen=True, slots=True)
class _Level:
    format: str = "bullet"
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    family: str = ""
    levels: tuple[_Level, ...] = ()
    restarts: frozenset[str] = frozenset()


@dataclass(slots=True)
class Styles:
    """The styles by their ids, and the lists by their numbers."""

    headings: dict[str, int] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)
    numbers: dict[str, tuple[str, int]] = field(default_factory=dict)
    lists: dict[str, _List] = field(default_factory=dict)
    _counted: dict[str, list[int]] = field(default_factory=dict)

    def place(self, settings: Element | None) -> Place:
        style = said(settings, "pStyle")
        number, level = self._number_of(settings, style)
        heading = _outline(settings, self.headings.get(style, 0))
        if style in self.titles:
            return Place(Kind.HEADING, 1, is_title=True)
        if heading and heading <= _DEEPEST_HEADING:
            return Place(Kind.HEADING, heading, number=number)
        if number:
            return self._item(number, level)
        return Place()

    def _item(self, number: str, level: int) -> Place:
        listed = self.lists.get(number, _List())
        is_bullet = self._level(number, level).format in ("bullet", "none")
        kind = Kind.BULLET if is_bullet else Kind.NUMBERED
        restarts = str(level) in listed.restarts
        return Place(kind, level, number, family=listed.family, restarts=restarts)

    def counted(self, place: Place) -> str:
        """Return the number that Word shows before a heading, and count on."""
        if place.kind is not Kind.HEADING or not place.number:
            return ""
        level = place.level - 1
        counts = self._counted.setdefault(place.number, [0] * (_DEEPEST_LIST + 1))
        counts[level] = min(counts[level] + 1, _MOST)
        counts[level + 1 :] = [0] * (_DEEPEST_LIST - level)
        shown = self._level(place.number, level).pattern
        for depth in range(level + 1):
            written = _written(counts[depth], self._level(place.number, depth).format)
            shown = shown.replace(f"%{depth + 1}", written)
        return shown.strip().rstrip(".")

    def _level(self, number: str, level: int) -> _Level:
        levels = self.lists.get(number, _List()).levels
        return levels[level] if level < len(levels) else _Level()

    def _number_of(self, settings: Element | None, style: str) -> tuple[str, int]:
        number = said(settings, "numPr/numId")
        level = said(settings, "numPr/ilvl")
        known, depth = self.numbers.get(style, ("", 0))
        number = number or known
        depth = int(level) if level.isdecimal() else depth
        return ("" if number == "0" else number), min(depth, _DEEPEST_LIST)


def styles_of(package: Package) -> Styles:
    found = Styles(headings=read_styles(package).headings)
    if "word/styles.xml" in package:
        _read_styles(parse(package.read("word/styles.xml"), "word/styles.xml"), found)
    if "word/numbering.xml" in package:
        _read_lists(parse(package.read("word/numbering.xml"), "word/numbering.xml"), found)
    return found


def _read_styles(root: Element, found: Styles) -> None:
    styles = {one.get(f"{W}styleId", ""): one for one in root.iterchildren(f"{W}style")}
    for key, style in styles.items():
        if said(style, "name").lower() in _TITLES:
            found.titles.add(key)
        for base in _chain(key, styles):
            if number := said(base, "pPr/numPr/numId"):
                level = said(base, "pPr/numPr/ilvl")
                found.numbers[key] = number, int(level) if level.isdecimal() else 0
                break


def _chain(key: str, styles: dict[str, Element]) -> Iterator[Element]:
    """Return a style and those it is based on, which may be in a ring."""
    for _turn in range(_LONGEST_CHAIN):
        if key not in styles:
            return
        yield styles[key]
        key = said(styles[key], "basedOn")


def _read_lists(root: Element, found: Styles) -> None:
    kinds = {
        one.get(f"{W}abstractNumId", ""): tuple(
            _Level(said(level, "numFmt", otherwise="decimal"), said(level, "lvlText"))
            for level in one.iterchildren(f"{W}lvl")
        )
        for one in root.iterchildren(f"{W}abstractNum")
    }
    for one in root.iterchildren(f"{W}num"):
        family = said(one, "abstractNumId")
        restarts = frozenset(
            each.get(f"{W}ilvl", "")
            for each in one.iterchildren(f"{W}lvlOverride")
            if each.find(f"{W}startOverride") is not None
        )
        levels = kinds.get(family, ())
        found.lists[one.get(f"{W}numId", "")] = _List(family, levels, restarts)


def _outline(settings: Element | None, of_style: int) -> int:
    """Return a heading's level: what the paragraph says itself, or else its style."""
    told = said(settings, "outlineLvl")
    return int(told) + 1 if told.isdecimal() else of_style


def _written(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman.upper() if form == "upperRoman" else roman
    return str(count)


def _roman(count: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        written += sign * (count // worth)
        count %= worth
    return written
