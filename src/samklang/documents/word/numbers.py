"""Which of Word's styles and lists a passage is written with."""

from __future__ import annotations

from collections.abc import Iterator

from samklang.documents.passages import Kind, Passage
from samklang.documents.word.elements import Element, element

_LEVELS = 9
_BULLETS, _COUNTED = 0, 1
_SIGNS = ("•", "–", "▪")
_FORMATS = (("decimal", "%{}."), ("lowerLetter", "%{})"), ("lowerRoman", "%{}."))
_INDENT = 425


class Lists:
    """The lists of a document; each that begins has a number of its own, and counts from one."""

    def __init__(self) -> None:
        self._numbers: list[tuple[int, int]] = []
        self._open: dict[int, int] = {}
        self._open_before: dict[int, int] = {}

    def settings(self, passage: Passage, *, is_gone: bool) -> list[Element]:
        """Return the style and the list; what is gone counts by itself and disturbs no other."""
        if not passage.is_item:
            return self.settings_before(passage)
        opened = self._open_before if is_gone else self._open
        if passage.is_first or passage.level not in opened:
            opened[passage.level] = self._begun(passage)
        for deeper in [level for level in opened if level > passage.level]:
            del opened[deeper]
        if not is_gone:
            self._open_before = dict(opened)
        return _of_item(passage.level, opened[passage.level])

    def settings_before(self, passage: Passage) -> list[Element]:
        """Return what a passage was before a change; an item of then is a list by itself."""
        if passage.is_item:
            return _of_item(passage.level, self._begun(passage))
        if passage.kind is Kind.HEADING:
            return [element("pStyle", val=f"Heading{passage.level}")]
        return [element("pStyle", val="Normal")]

    def _begun(self, item: Passage) -> int:
        """Begin a list with this item, and return its number."""
        kind = _COUNTED if item.kind is Kind.NUMBERED else _BULLETS
        self._numbers.append((kind, item.level))
        return len(self._numbers)

    def written(self) -> Iterator[Element]:
        """Return what stands in the part that describes lists."""
        for kind in (_BULLETS, _COUNTED):
            yield element("abstractNum", *_levels(kind), abstractNumId=kind)
        for number, (kind, level) in enumerate(self._numbers, start=1):
            start = element("lvlOverride", element("startOverride", val=1), ilvl=level)
            yield element("num", element("abstractNumId", val=kind), start, numId=number)


def _of_item(level: int, number: int) -> list[Element]:
    listed = element("numPr", element("ilvl", val=level), element("numId", val=number))
    return [element("pStyle", val="ListParagraph"), listed]


def _levels(kind: int) -> Iterator[Element]:
    yield element("multiLevelType", val="hybridMultilevel")
    for level in range(_LEVELS):
        name, pattern = _FORMATS[level % len(_FORMATS)]
        sign = pattern.format(level + 1)
        if kind == _BULLETS:
            name, sign = "bullet", _SIGNS[level % len(_SIGNS)]
        indent = element("ind", left=_INDENT * (level + 1), hanging=_INDENT)
        yield element(
            "lvl",
            element("start", val=1),
            element("numFmt", val=name),
            element("lvlText", val=sign),
            element("lvlJc", val="left"),
            element("pPr", indent),
            ilvl=level,
        )
