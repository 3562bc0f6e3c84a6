"""What every kind of file becomes when it has been opened: one text, and the blocks in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Span = tuple[int, int]


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"


@dataclass(frozen=True, slots=True)
class Block:
    """One line of thought in a document: `text` stands at `start` in the whole text.

    In a PDF the lines of a paragraph are joined: where the whole text has a line break the block
    has a space, and a word divided by a hyphen is whole. `source_of` gives back the source's own
    characters. In every other format the block is a slice of the whole text.

    `level` is a heading's (1–6) or a list item's (0–) depth; `page` counts from 1, and is None
    where the format has no pages; `cells` holds a table row's cells, empty for other kinds. A
    row's text is its cells with tabs between them.
    """

    kind: BlockKind
    text: str
    start: int
    page: int | None = None
    level: int = 0
    cells: tuple[str, ...] = ()

    def to_keep(self) -> dict[str, Any]:
        """Return its fields by their names, as they are kept beside the text."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def kept(cls, fields: Mapping[str, Any]) -> Block:
        """Return the block that was kept as these fields; JSON knows neither kinds nor tuples."""
        kind, cells = BlockKind(fields["kind"]), tuple(fields["cells"])
        return cls(**{**fields, "kind": kind, "cells": cells})


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """A document's text, NFC-normalized, with its blocks in reading order.

    `format` is "docx", "odt", "pdf", "text" or "html". `warnings` are codes of what a person
    should know ("language:en", "macros_left_out", …). `properties` is what the file says of itself
    (title, author, created, modified), never trusted as a fact. `hidden` is where personal identity
    numbers stood, whose digits are dots in all of this.
    """

    text: str
    blocks: tuple[Block, ...]
    format: str
    page_count: int | None = None
    warnings: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    hidden: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Examined:
    """What a file is (“pdf”, “docx”, …), and its text; some have none that can be read.

    `personal_numbers` is how many there seem to be in it.
    """

    kind: str
    personal_numbers: int
    text: ExtractedText | None = None


class FileFault(Exception):
    """The file cannot be read; `code` names why, and is the key of the sentence the user gets."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


def source_of(text: str, block: Block, begin: int = 0, end: int | None = None) -> str:
    """Return the source's own characters behind a part of a block, line breaks and hyphens kept."""
    position, first = block.start, block.start
    for index, letter in enumerate(block.text[:end]):
        if letter not in (text[position], text[position].replace("\n", " ")):
            # The block closed a divided word here, with or without its hyphen.
            position += len("-\n") if text[position] == "-" else len("\n")
        if index == begin:
            first = position
        position += 1
    return text[first:position]
