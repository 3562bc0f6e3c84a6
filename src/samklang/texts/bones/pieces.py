"""A document's own lines and paragraphs: without margins, contents and notes, bullets in place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from samklang.documents.extraction.lines import Line, keep
from samklang.documents.extraction.text import Block, BlockKind, ExtractedText

_MARK = re.compile(
    r"(?P<sign>[-–—•▪·●○◦‣*\uf0b7\uf0a7]|o|§|\(?[^\W\d_]\)|\(?\d{1,2}[.)])(?:\s+|\Z)(?=\D|\Z)"
)
_MARKDOWN = re.compile(r"#{1,6}\s+(?=\S)")
_NOTE = re.compile(r"(?P<number>\d{1,3})\s+\S")
# What is a heading or a table's row in the file stays one, whatever it begins with.
_UNMARKED = (BlockKind.HEADING, BlockKind.TABLE_ROW)
_INNER_SIGNS = "o◦▪‣\uf0a7"
# Notes have their numbers glued to a word of the text: "läkare3", "boendet.12".
_GLUED = r"[^\W\d_]\S{{0,3}}?(?<!\d){number}(?!\d)"


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a plain text, or a paragraph of a file that has paragraphs.

    `mark` is the bullet's own sign; `parted` is whether air stands above it; `whole` is whether
    it is a paragraph and not only a line of one.
    """

    kind: BlockKind
    text: str
    lines: tuple[Line, ...]
    page: int | None = None
    level: int = 0
    cells: tuple[str, ...] = ()
    mark: str = ""
    parted: bool = False
    whole: bool = False

    @property
    def start(self) -> int:
        return self.lines[0].start


@dataclass(frozen=True, slots=True)
class Cut:
    """A document in pieces, with the titles of its table of contents and its notes' numbers."""

    pieces: tuple[Piece, ...]
    contents: tuple[str, ...]
    notes: frozenset[str]


def cut(extracted: ExtractedText) -> Cut:
    kept = keep(extracted.text)
    pieces = list(_pieces(extracted, kept.lines))
    pieces, notes = _without_notes(pieces, extracted.text)
    return Cut(tuple(_with_marks(pieces)), kept.contents, notes)


def _pieces(extracted: ExtractedText, lines: Sequence[Line]) -> Iterator[Piece]:
    """Yield what is left of each block when the lines that are not the document's own are out."""
    starts = [line.start for line in lines]
    is_plain = extracted.format == "text"
    blocks = extracted.blocks
    end_of_last = 0
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        end = after.start if after else len(extracted.text)
        own = tuple(lines[bisect_left(starts, block.start) : bisect_left(starts, end)])
        if own:
            air = extracted.text.count("\n", end_of_last, own[0].start) > 1
            yield _piece(block, own, is_plain=is_plain, parted=air)
            end_of_last = own[-1].end


def _piece(block: Block, own: tuple[Line, ...], *, is_plain: bool, parted: bool) -> Piece:
    text = own[0].text if is_plain else " ".join(block.text.split())
    kind = BlockKind.PARAGRAPH if is_plain else block.kind
    return Piece(
        kind,
        text,
        own,
        page=block.page,
        level=0 if is_plain else block.level,
        cells=block.cells,
        parted=parted,
        whole=not is_plain,
    )


def _without_notes(pieces: list[Piece], text: str) -> tuple[list[Piece], frozenset[str]]:
    """Leave out footnotes: a number that is glued to a word before it, to the end of their page."""
    kept: list[Piece] = []
    notes: set[str] = set()
    in_note = False
    for piece in pieces:
        note = _NOTE.match(piece.text)
        is_note = bool(note) and (piece.parted or in_note) and _is_glued(note, piece, text)
        in_note = is_note or (in_note and not piece.parted)
        if is_note and note:
            notes.add(note["number"])
        if not in_note:
            kept.append(piece)
    return kept, frozenset(notes)


def _is_glued(note: re.Match[str] | None, piece: Piece, text: str) -> bool:
    if note is None:
        return False
    before = text[max(0, piece.start - 6000) : piece.start]
    return bool(re.search(_GLUED.format(number=note["number"]), before))


def _with_marks(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Part bullets from their words; a sign alone on its line belongs to the line below."""
    alone = ""
    for piece in pieces:
        bare = _MARKDOWN.sub("", piece.text)
        mark = None if piece.kind in _UNMARKED else _MARK.match(bare)
        if mark and mark.end() == len(bare):
            alone = mark["sign"]
            continue
        if alone and piece.kind not in _UNMARKED:
            yield _bulleted(piece, alone, bare)
        elif mark:
            yield _bulleted(piece, mark["sign"], bare[mark.end() :])
        elif piece.kind is BlockKind.LIST_ITEM:
            yield replace(piece, mark="•")
        else:
            yield piece
        alone = ""


def _bulleted(piece: Piece, sign: str, text: str) -> Piece:
    level = piece.level if piece.whole and piece.level else int(sign in _INNER_SIGNS)
    return replace(piece, kind=BlockKind.LIST_ITEM, text=text, mark=sign, level=level)
