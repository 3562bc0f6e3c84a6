"""Puts a document's blocks together into one text, and knows where each of them stands in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from samklang.common.letters import clean
from samklang.documents.extraction.headings import heading_level, is_list_item
from samklang.documents.extraction.language import language_warnings
from samklang.documents.extraction.text import Block, BlockKind, ExtractedText

Properties = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Composer:
    """A document under composition: add blocks in reading order, then `finish`."""

    blocks: list[Block] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _length: int = 0

    def add(self, kind: BlockKind, text: str, *, level: int = 0, page: int | None = None) -> None:
        text = clean(text).strip()
        if text:
            self._put(text, Block(kind, text, self._length, page, level))

    def add_row(self, cells: list[str], *, page: int | None = None) -> None:
        cleaned = tuple([clean(cell).strip() for cell in cells])
        if any(cleaned):
            text = "\t".join(cleaned)
            self._put(text, Block(BlockKind.TABLE_ROW, text, self._length, page, 0, cleaned))

    def add_joined(self, source: str, block: Block) -> None:
        """Add a block whose source has other line breaks than the block itself."""
        self._put(source, Block(block.kind, block.text, self._length, block.page, block.level))

    def add_blank(self) -> None:
        """Keep an empty line of the source."""
        self._lines.append("")
        self._length += 1

    def _put(self, source: str, block: Block) -> None:
        self.blocks.append(block)
        self._lines.append(source)
        self._length += len(source) + 1

    def finish(
        self,
        format_name: str,
        *,
        page_count: int | None = None,
        warnings: tuple[str, ...] = (),
        properties: Properties = (),
    ) -> ExtractedText:
        text = "\n".join(self._lines)
        return ExtractedText(
            text=text,
            blocks=tuple(_with_guesses(self.blocks)),
            format=format_name,
            page_count=page_count,
            warnings=warnings + language_warnings(text),
            properties=tuple((name, clean(value)) for name, value in properties if value),
        )


def _with_guesses(blocks: list[Block]) -> list[Block]:
    """Guess list items by their look, and headings too where the document itself marks none."""
    marks_headings = any(block.kind == BlockKind.HEADING for block in blocks)
    return [
        _guessed(block, marks_headings) if block.kind == BlockKind.PARAGRAPH else block
        for block in blocks
    ]


def _guessed(block: Block, marks_headings: bool) -> Block:
    if is_list_item(block.text):
        return replace(block, kind=BlockKind.LIST_ITEM)
    level = 0 if marks_headings else heading_level(block.text)
    return replace(block, kind=BlockKind.HEADING, level=level) if level else block
