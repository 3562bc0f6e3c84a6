"""A document as sections: what stands under each heading, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samklang.documents.extraction.text import ExtractedText
from samklang.texts.bones.headings import Heading, HeadingFinder, letters
from samklang.texts.bones.parts import Part, parts_of, width_of
from samklang.texts.bones.pieces import Cut, Piece, cut
from samklang.texts.bones.rules import Rules


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands right under it, down to the next heading.

    The first section of a document that begins without a heading has neither number nor heading.
    `start` and `line` are where the heading stands; lines count from 1.
    """

    number: str
    heading: str
    level: int
    parts: tuple[Part, ...]
    start: int
    line: int
    page: int | None = None

    @property
    def text(self) -> str:
        return "\n".join(part.text for part in self.parts)


@dataclass(slots=True)
class _Open:
    """A section that is being read."""

    heading: Heading
    first: Piece | None
    pieces: list[Piece]


def sections_of(extracted: ExtractedText, rules: Rules) -> tuple[Section, ...]:
    """Part a document into its sections, in reading order."""
    own = cut(extracted)
    width = width_of(own.pieces)
    found = (_section(one, own, extracted.text, width) for one in _opened(own, rules))
    return tuple(one for one in found if not _is_only_contents(one, rules))


def _opened(own: Cut, rules: Rules) -> Iterator[_Open]:
    finder = HeadingFinder(own.pieces, rules, frozenset(map(letters, own.contents)))
    current = _Open(Heading("", "", 0), own.pieces[0] if own.pieces else None, [])
    i = 0
    while i < len(own.pieces):
        heading = finder.at(i)
        if heading is None:
            current.pieces.append(own.pieces[i])
            i += 1
            continue
        if current.pieces or current.heading.title:
            yield current
        current = _Open(heading, own.pieces[i], [])
        i += heading.count
    if current.pieces or current.heading.title:
        yield current


def _section(one: _Open, own: Cut, text: str, width: int) -> Section:
    start = one.first.start if one.first else 0
    return Section(
        one.heading.number,
        one.heading.title,
        one.heading.level,
        parts_of(one.pieces, text, own.notes, width),
        start,
        text.count("\n", 0, start) + 1,
        one.first.page if one.first else None,
    )


def _is_only_contents(section: Section, rules: Rules) -> bool:
    """Tell the heading of a table of contents, of which nothing is left."""
    return bool(rules.contents.fullmatch(section.heading)) and not section.parts
