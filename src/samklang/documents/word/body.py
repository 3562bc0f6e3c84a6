"""Writes a comparison as the paragraphs and tables of a Word document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from samklang.documents.comparing import CellStep, Fate, Piece, Step
from samklang.documents.passages import Kind, Passage
from samklang.documents.word.elements import Element, element
from samklang.documents.word.names import BOOKMARK
from samklang.documents.word.numbers import Lists
from samklang.documents.word.remarks import Remark
from samklang.documents.word.runs import Pen

TEXT_WIDTH = 9638  # twentieths of a point
# What Word takes for the name of a bookmark.
_CAN_BE_NAMED = re.compile(r"[0-9A-Za-z]{1,30}")
# Word has no moved rows: they are taken out in one place and put in at another.
_OF_ROWS = {Fate.MOVED_AWAY: Fate.DELETED, Fate.MOVED_HERE: Fate.INSERTED}
_TRACKED = (Fate.INSERTED, Fate.DELETED, Fate.MOVED_AWAY, Fate.MOVED_HERE)
_GONE = (Fate.DELETED, Fate.MOVED_AWAY)
_ONLY_NEW = (Fate.INSERTED, Fate.MOVED_HERE)
# The same in every cell.
_CELL_WIDTH = element("tcW", w=0, type="auto")
_CELL = element("tcPr", _CELL_WIDTH)
_CELL_STYLE = element("pPr", element("pStyle", val="TableText"))
_MOVES = {Fate.MOVED_AWAY: "moveFrom", Fate.MOVED_HERE: "moveTo"}


class Body:
    """The document's body under the pen; `remarks` are the comments at each step."""

    def __init__(self, pen: Pen, remarks: Mapping[int, list[Remark]]) -> None:
        self._pen, self._remarks = pen, remarks
        self.lists = Lists()
        self.comments: list[Remark] = []
        self._keys: set[str] = set()
        self._moved: dict[tuple[Fate, int], int] = {}

    def written(self, steps: Sequence[Step]) -> Iterator[Element]:
        rows: list[tuple[int, Step]] = []
        for at, step in enumerate(steps):
            is_row = step.passage.kind is Kind.ROW
            if rows and (not is_row or _begins_table([row for _at, row in rows], step)):
                yield from self._table(rows)
                rows = []
            if is_row:
                rows.append((at, step))
            else:
                yield self._paragraph(at, step)
                if _would_change_what_follows(steps, at):
                    yield _between()
        if rows:
            yield from self._table(rows)

    def _paragraph(self, at: int, step: Step) -> Element:
        words = [*self._bookmark(step), *self._pen.words(step, step.words)]
        settings, words = self._settings(step), self._commented(at, words)
        return element("p", settings, *(self._framed(step, words) if step.move else words))

    def _settings(self, step: Step) -> Element:
        """Return the paragraph's style and list, what they were, and whether it is itself new."""
        passage = step.passage
        found = self.lists.settings(passage, is_gone=step.fate in _GONE)
        if step.fate in _TRACKED:
            found.append(element("rPr", *self._pen.mark(step.fate)))
        if step.fate is Fate.CHANGED and step.old and _place(step.old) != _place(passage):
            before = element("pPr", *self.lists.settings_before(step.old))
            found.append(self._pen.change("pPrChange", before))
        return element("pPr", *found)

    def _framed(self, step: Step, words: list[Element]) -> list[Element]:
        """Tie the two ends of a move together by a name."""
        turn = self._moved[step.fate, step.move] = self._moved.get((step.fate, step.move), 0) + 1
        tag, number = _MOVES[step.fate], self._pen.number()
        name = f"move{step.move}_{turn}"
        begin = self._pen.change(f"{tag}RangeStart", id=number, name=name)
        return [begin, *words, element(f"{tag}RangeEnd", id=number)]

    def _bookmark(self, step: Step) -> list[Element]:
        """Mark where a section of the new text begins, so that it is known when it comes back."""
        key = step.passage.key
        is_new = step.fate not in (Fate.DELETED, Fate.MOVED_AWAY)
        if not is_new or key in self._keys or not _CAN_BE_NAMED.fullmatch(key):
            return []
        self._keys.add(key)
        number = self._pen.number()
        begin = element("bookmarkStart", id=number, name=BOOKMARK + key)
        return [begin, element("bookmarkEnd", id=number)]

    def _commented(self, at: int, words: list[Element]) -> list[Element]:
        before: list[Element] = []
        after: list[Element] = []
        for remark in self._remarks.get(at, ()):
            number = len(self.comments)
            self.comments.append(remark)
            before.append(element("commentRangeStart", id=number))
            reference = element("r", element("commentReference", id=number))
            after += [element("commentRangeEnd", id=number), reference]
        return [*before, *words, *after]

    def _table(self, rows: Sequence[tuple[int, Step]]) -> Iterator[Element]:
        written = [self._row(at, step) for at, step in rows]
        columns = max(cells for cells, _row in written)
        width = TEXT_WIDTH // columns
        grid = element("tblGrid", *(element("gridCol", w=width) for _turn in range(columns)))
        yield element("tbl", _table_settings(), grid, *(row for _cells, row in written))
        yield _between()

    def _row(self, at: int, step: Step) -> tuple[int, Element]:
        """Return how many cells the row has, and the row."""
        fate = _OF_ROWS.get(step.fate, step.fate)
        head = [element("tblHeader")] if step.passage.is_head else []
        settings = element("trPr", element("cantSplit"), *head, *self._pen.mark(fate))
        whole = Step(fate, step.old, step.new)
        cells: list[Element] = []
        for cell in step.row:
            if _is_in(fate, cell):
                words = list(self._pen.words(whole, _as(fate, cell.pieces)))
                if not cells:
                    words = self._commented(at, [*self._bookmark(step), *words])
                cells.append(self._cell(fate, cell, words))
        return len(cells), element("tr", settings, *cells)

    def _cell(self, fate: Fate, cell: CellStep, words: Iterable[Element]) -> Element:
        settings = _CELL
        if fate not in _TRACKED and cell.is_in_old is not cell.is_in_new:
            change = self._pen.change("cellDel" if cell.is_in_old else "cellIns")
            settings = element("tcPr", _CELL_WIDTH, change)
        return element("tc", settings, element("p", _CELL_STYLE, *words))


def _would_change_what_follows(steps: Sequence[Step], at: int) -> bool:
    """Say whether this is the last of some that are gone, before one that is not.

    LibreOffice gives the one that stays the style of the first that is gone, and would make a
    heading of a paragraph when it saves the document; a line between takes that on itself.
    """
    following = steps[at + 1] if at + 1 < len(steps) else None
    if steps[at].fate not in _GONE or following is None or following.fate in _GONE:
        return False
    gone = takewhile(_is_gone_paragraph, reversed(steps[: at + 1]))
    *_others, first = [_heading(one.passage) for one in gone]
    return first != _heading(following.passage)


def _is_gone_paragraph(step: Step) -> bool:
    return step.fate in _GONE and step.passage.kind is not Kind.ROW


def _between() -> Element:
    """Return a paragraph that nobody sees."""
    return element("p", element("pPr", element("pStyle", val="Between")))


def _heading(passage: Passage) -> int:
    return passage.level if passage.kind is Kind.HEADING else 0


def _begins_table(rows: Sequence[Step], step: Step) -> bool:
    """Say whether a row begins another table than the one that is being written.

    It is the new text's tables that count; what is gone stands in the table where it stood.
    """
    if step.new is not None and step.fate not in _GONE:
        if not step.new.is_first:
            return False
        if any(row.fate not in _GONE for row in rows):
            return True
    was_first = step.old is not None and step.old.is_first and step.fate not in _ONLY_NEW
    return was_first and any(row.fate not in _ONLY_NEW for row in rows)


def _place(passage: Passage) -> tuple[Kind, int]:
    return passage.kind, passage.level


def _is_in(fate: Fate, cell: CellStep) -> bool:
    if fate is Fate.INSERTED:
        return cell.is_in_new
    return cell.is_in_old or fate is not Fate.DELETED


def _as(fate: Fate, pieces: Iterable[Piece]) -> Iterable[Piece]:
    """Return what of a cell is written in a row that is all new, or all gone."""
    if fate is Fate.INSERTED:
        return (Piece(new=one.new) for one in pieces if one.new)
    if fate is Fate.DELETED:
        return (Piece(old=one.old) for one in pieces if one.old)
    return pieces


def _table_settings() -> Element:
    look = element("tblLook", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noVBand=1)
    return element(
        "tblPr",
        element("tblStyle", val="Lined"),
        element("tblW", w=5000, type="pct"),
        look,
    )
