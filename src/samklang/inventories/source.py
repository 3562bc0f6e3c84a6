"""The file’s text as the confirm page shows it: quotes marked and numbered, the rest folded."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from samklang.documents.api import Text
from samklang.inventories.questions import Question, Span

# So close together, places of the same fact are one mark: the parties in a list.
_NEAR = 4
# Fewer than so many paragraphs without a mark are shown, not folded away.
_FOLD_FROM = 3
Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered stretch of the text; `clash` when it contradicts another."""

    number: int
    span: Span
    clash: bool
    # The name of the first question that it answers, to link back to.
    question: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph, marked or not; `opens` where the mark begins."""

    text: str
    mark: Mark | None = None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    kind: str
    pieces: tuple[Piece, ...]
    page: int | None

    @property
    def marked(self) -> bool:
        return any(piece.mark for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs that are shown, or folded together because nothing was read from them."""

    paragraphs: tuple[Paragraph, ...]
    folded: bool

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(p.page for p in self.paragraphs if p.page is not None))


@dataclass(frozen=True)
class Source:
    """The whole text beside the facts."""

    passages: tuple[Passage, ...]
    marks: tuple[Mark, ...]
    page_count: int | None

    def numbers(self, spans: Iterable[Span]) -> list[int]:
        """Return the numbers of the marks that the spans fall within."""
        wanted = list(spans)
        return [
            mark.number for mark in self.marks if any(_overlap(mark.span, one) for one in wanted)
        ]


def source(text: Text | None, asked: Sequence[Question], others: Sequence[Span]) -> Source:
    """Lay out the text with the places of all questions, and of what else is to be seen."""
    marks = _marks(asked, others)
    blocks = [block for block in (text.blocks if text else ()) if block["text"].strip()]
    paragraphs = [_paragraph(text.text, block, marks) for block in blocks] if text else []
    return Source(tuple(_passages(paragraphs)), marks, text.page_count if text else None)


def _marks(asked: Sequence[Question], others: Sequence[Span]) -> tuple[Mark, ...]:
    """Number every place in the order of the text; what overlaps is one mark."""
    found: list[tuple[Span, str, bool]] = [(span, "", False) for span in others]
    for question in asked:
        clash = bool(question.alternatives)
        found += [(span, question.name, clash) for span in _joined(question.all_spans)]
    merged: list[tuple[Span, str, bool]] = []
    for span, name, clash in sorted(found):
        if merged and span[0] < merged[-1][0][1]:
            (start, end), first, clashed = merged[-1]
            merged[-1] = ((start, max(end, span[1])), first or name, clashed or clash)
        elif span[1] > span[0]:
            merged.append((span, name, clash))
    return tuple(
        Mark(number, span, clash, name) for number, (span, name, clash) in enumerate(merged, 1)
    )


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start - joined[-1][1] <= _NEAR:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _paragraph(text: str, block: Block, marks: tuple[Mark, ...]) -> Paragraph:
    start = block["start"]
    # A paragraph of a PDF is a little longer in the source: line breaks and hyphens.
    reach = start + 2 * len(block["text"])
    near = [mark for mark in marks if _overlap(mark.span, (start, reach))]
    pieces = _pieces(block["text"], _offsets(text, block), near) if near else ()
    kind, page = str(block["kind"]), block["page"]
    return Paragraph(kind, tuple(pieces) or (Piece(block["text"]),), page)


def _offsets(text: str, block: Block) -> list[int]:
    """Return where each letter of the paragraph stands in the whole text."""
    offsets, position = [], block["start"]
    for letter in block["text"]:
        if position < len(text) and letter not in (
            text[position],
            text[position].replace("\n", " "),
        ):
            position += len("-\n")  # the extractor closed a divided word here
        offsets.append(position)
        position += 1
    return offsets


def _pieces(written: str, offsets: list[int], marks: Sequence[Mark]) -> Iterator[Piece]:
    done = 0
    for mark in marks:
        begin = bisect_left(offsets, mark.span[0])
        end = bisect_left(offsets, mark.span[1])
        if begin >= end:
            continue
        if begin > done:
            yield Piece(written[done:begin])
        yield Piece(written[begin:end], mark, opens=offsets[0] <= mark.span[0])
        done = end
    if done < len(written):
        yield Piece(written[done:])


def _passages(paragraphs: Sequence[Paragraph]) -> Iterator[Passage]:
    """Keep the heading or the paragraph just before a mark; fold longer stretches without any."""
    shown = [number for number, one in enumerate(paragraphs) if one.marked]
    keep = {near for number in shown for near in (number - 1, number)}
    start = 0
    while start < len(paragraphs):
        visible = start in keep
        end = start
        while end < len(paragraphs) and (end in keep) == visible:
            end += 1
        yield Passage(tuple(paragraphs[start:end]), not visible and end - start >= _FOLD_FROM)
        start = end


def paragraph_number(blocks: Sequence[Block], position: int) -> int:
    return bisect_right([block["start"] for block in blocks], position)
