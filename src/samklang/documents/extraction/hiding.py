"""Hides personal identity numbers in what was read, before anything else sees it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from samklang.common.residents import hidden, personal_numbers, without_personal_numbers
from samklang.documents.extraction.text import Block, BlockKind, ExtractedText, Span


def hide_personal_numbers(extracted: ExtractedText) -> ExtractedText:
    """Return the same document with dots for their digits, and where they stood."""
    spans = tuple(found.span() for found in personal_numbers(extracted.text))
    said = tuple((name, without_personal_numbers(value)) for name, value in extracted.properties)
    if not spans:
        return replace(extracted, properties=said)
    text = _with_dots(extracted.text, spans)
    ends = [end for _start, end in spans]
    blocks = tuple(
        _hidden_block(block, extracted.text, text, spans[bisect_left(ends, block.start + 1) :])
        for block in extracted.blocks
    )
    return replace(extracted, text=text, blocks=blocks, properties=said, hidden=spans)


def _with_dots(text: str, spans: Iterable[Span]) -> str:
    pieces, done = [], 0
    for start, end in spans:
        pieces += [text[done:start], hidden(text[start:end])]
        done = end
    return "".join([*pieces, text[done:]])


def _hidden_block(block: Block, before: str, after: str, spans: tuple[Span, ...]) -> Block:
    """Hide what of the block is hidden; `spans` begins with the first that may reach into it."""
    # A paragraph of a PDF is a little longer in the source: line breaks and hyphens.
    reach = block.start + 2 * len(block.text)
    if not spans or spans[0][0] >= reach:
        return block
    end = block.start + len(block.text)
    if before[block.start : end] == block.text:
        return _with_text(block, after[block.start : end])
    shown = without_personal_numbers(block.text)
    # Where the lines were joined the number may have lost what it was known by.
    return _with_text(block, hidden(block.text) if shown == block.text else shown)


def _with_text(block: Block, text: str) -> Block:
    if block.kind is not BlockKind.TABLE_ROW:
        return replace(block, text=text)
    cells, start = [], 0
    for cell in block.cells:
        cells.append(text[start : start + len(cell)])
        start += len(cell) + 1
    return replace(block, text=text, cells=tuple(cells))
