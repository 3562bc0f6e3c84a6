"""The paragraphs and bullets of a section, each with its lines joined and every word's origin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samklang.documents.extraction.folding import Folding, close_word
from samklang.documents.extraction.lines import Line
from samklang.documents.extraction.text import BlockKind
from samklang.texts.bones.pieces import Piece
from samklang.texts.bones.rules import Rules

_FULL_SHARE, _SHORTEST_FULL_LINE = 0.75, 45
_END = re.compile(r"[.!?][\"”’)]?(?=\s+[\"”’(•–-]?\s?(?P<after>[^\W_]))")
_ENDED = ".:;!?"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a part: its words, and where they stand in the part."""

    text: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph, bullet or table row; `origin` tells where each of its words stands."""

    kind: BlockKind
    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    end: int
    page: int | None = None
    level: int = 0
    mark: str = ""
    cells: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        return self.origins[0]

    def origin(self, position: int) -> int:
        """Return where a place in the joined text stands in the document."""
        i = bisect_right(self.starts, position) - 1
        return self.origins[i] + position - self.starts[i]


def parts_of(
    pieces: Sequence[Piece], original: str, notes: frozenset[str], width: int
) -> tuple[Part, ...]:
    """Join the pieces of one section into parts; `width` is how long a full line is."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and _goes_on(groups[-1], piece, width):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return tuple(_part(group, original, notes) for group in groups)


def width_of(pieces: Sequence[Piece]) -> int:
    """Return how long a document's full lines are."""
    lengths = sorted(len(piece.lines[0].text) for piece in pieces)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _goes_on(group: Sequence[Piece], piece: Piece, width: int) -> bool:
    """Tell whether a line belongs to what is above it."""
    above = group[-1]
    if piece.mark or BlockKind.TABLE_ROW in (piece.kind, above.kind):
        return False
    is_begun = piece.text[0].islower() and above.text[-1] not in _ENDED
    if piece.whole:
        return is_begun and above.page != piece.page
    if piece.parted:
        return is_begun
    if above.text[-1] == ":":
        return False
    full = max(_SHORTEST_FULL_LINE, _FULL_SHARE * width)
    return piece.text[0].islower() or len(above.lines[0].text) >= full


def _part(group: Sequence[Piece], original: str, notes: frozenset[str]) -> Part:
    first = group[0]
    lines = [line for piece in group for line in piece.lines]
    lines[0] = _without_mark(lines[0], first, original)
    folding = Folding()
    for above, line in zip((None, *lines), lines, strict=False):
        if above is not None and not close_word(folding, above, line):
            folding.add(" ", above.end)
        folding.add_line(original[line.start : line.end], line.start)
    _drop_note_numbers(folding, notes)
    return Part(
        first.kind,
        "".join(folding.pieces),
        tuple(folding.starts),
        tuple(folding.origins),
        lines[-1].end,
        page=first.page,
        level=first.level,
        mark=first.mark,
        cells=first.cells,
    )


def _without_mark(line: Line, piece: Piece, original: str) -> Line:
    """Begin at the words, behind the bullet's sign or the heading sign of a converted file."""
    raw = original[line.start : line.end]
    begin = raw.find(
        piece.text.split(" ", 1)[0], len(piece.mark) if raw.startswith(piece.mark) else 0
    )
    return Line(piece.text, line.start + max(begin, 0), line.end)


def _drop_note_numbers(folding: Folding, notes: frozenset[str]) -> None:
    """Take the numbers of notes away from the words that they are glued to."""
    if not notes:
        return
    glued = re.compile(rf"(?<=[^\W\d_])(?:{'|'.join(sorted(notes, key=len, reverse=True))})(?!\d)")
    before = 0
    for i, piece in enumerate(folding.pieces):
        folding.starts[i] = before
        folding.pieces[i] = glued.sub("", piece)
        before += len(folding.pieces[i])


def sentences(part: Part, rules: Rules) -> Iterator[Sentence]:
    """Yield a part's sentences; a full stop after an abbreviation ends none."""
    begin = 0
    for found in _END.finditer(part.text):
        is_short = rules.abbreviation.search(part.text, begin, found.start())
        if is_short or found["after"].islower():
            continue
        yield _sentence(part.text, begin, found.end())
        begin = found.end()
    if part.text[begin:].strip():
        yield _sentence(part.text, begin, len(part.text))


def _sentence(text: str, begin: int, end: int) -> Sentence:
    bare = text[begin:end]
    begin += len(bare) - len(bare.lstrip())
    return Sentence(bare.strip(), begin, end)
