"""The matrix as a table: each cell, row and sum is filled into a mould of its own kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samklang.common.jinja import Mould, joined, mould
from samklang.common.spoken import said_once
from samklang.common.words import Words
from samklang.portal.forms import Show, Terms
from samklang.portal.matrix import Cell, Column, Matrix, Row
from samklang.portal.wording import levels, long_date

# Where a row's cells go: they are put in when all of the table is.
_CELLS = "\0"
# Where the projector's form has room for one word and a month.
_DATED = frozenset({"in-force", "expiring", "expired"})


class Table(NamedTuple):
    """What `_matrix.html` shows: rows, heads and sums are markup already."""

    heads: SafeString
    rows: SafeString
    sums: SafeString
    narrow: SafeString
    total: int
    day: str
    words: Mapping[str, str]
    said: Said
    calm: bool
    tight: bool


class Said(NamedTuple):
    """The words that stand in every row or column."""

    you: str
    of: str
    has: str
    lacks: str
    silent: str


@said_once
def _said(known: Words) -> Said:
    return Said(
        you=gettext("(you)"),
        of=gettext("of"),
        has=gettext("Has %(local)s") % levels(known),
        lacks=gettext("None in force"),
        silent=gettext("No answer"),
    )


def table(laid: Matrix, asked: Terms, known: Words) -> Table:
    calm, tight = asked.show is Show.ACTION and not asked.projector, asked.projector
    said = _said(known)
    return Table(
        heads=joined(map(_head, laid.columns)),
        rows=joined(_Rows(laid, said, calm=calm, tight=tight).all()),
        sums=joined(_sum(column, said) for column in laid.columns),
        narrow=joined(map(_narrow, laid.columns)),
        total=len(laid.rows),
        day=long_date(asked.on),
        words=levels(known),
        said=said,
        calm=calm,
        tight=tight,
    )


class _Rows:
    """Fills rows; where only what needs action is asked for, the other cells are shown calmly."""

    def __init__(self, laid: Matrix, said: Said, *, calm: bool, tight: bool) -> None:
        self.shown = laid.rows if tight else laid.shown
        self.heads = tuple(column.area.short_name for column in laid.columns)
        self.said = said
        self.pressing, self.other = _cell(calm=False), _cell(calm=calm)
        self.own, self.others = (_row(own=own, tight=tight) for own in (True, False))
        self.small: Callable[[Cell], SafeString | str] = _month if tight else _Remark()

    def all(self) -> Iterator[str]:
        you, of, *_sums = self.said
        for row in self.shown:
            kind = self.own if row.own else self.others
            place, counts = row.municipality, row.counts
            filled = kind.fill(place.code, place.name, you, counts.has, of, counts.total, _CELLS)
            before, after = filled.split(_CELLS)
            yield before
            yield from self._cells(row)
            yield after

    def _cells(self, row: Row) -> Iterator[str]:
        small = self.small
        for head, cell in zip(self.heads, row.cells, strict=True):
            kind = self.pressing if cell.needs_action else self.other
            yield kind.fill(head, cell.mark, cell.url, cell.word, small(cell))


class _Remark:
    """The small line under the word, filled once for each remark and day of the page."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], SafeString | str] = {("", ""): ""}

    def __call__(self, cell: Cell) -> SafeString | str:
        said = cell.remark, cell.day
        made = self._made.get(said)
        if made is None:
            small = mould("portal/_remark.html", "remark", "day", dated=bool(cell.day))
            made = self._made[said] = small.fill(*said) if cell.remark else ""
        return made


def _month(cell: Cell) -> SafeString | str:
    """Return what a cell of the projector's form has room for beside its word."""
    if cell.mark not in _DATED:
        return ""
    return mould("portal/_month.html", "day", "month").fill(cell.day, cell.day[:7])


def _cell(*, calm: bool) -> Mould:
    return mould("portal/_cell.html", "head", "mark", "address", "word", "remark", calm=calm)


def _row(*, own: bool, tight: bool) -> Mould:
    gaps = "code", "name", "you", "has", "of", "total", "cells"
    return mould("portal/_matrix_row.html", *gaps, own=own, tight=tight)


def _head(column: Column) -> SafeString:
    return mould("portal/_matrix_head.html", "address", "name").fill(
        column.url, column.area.short_name
    )


def _sum(column: Column, said: Said) -> SafeString:
    gaps = "has_said", "has", "lacks_said", "lacks", "silent_said", "silent"
    has, lacks, silent = column.counts.triple
    return mould("portal/_matrix_sum.html", *gaps).fill(
        said.has, has, said.lacks, lacks, said.silent, silent
    )


def _narrow(column: Column) -> SafeString:
    gaps = "name", "has", "lacks", "silent"
    return mould("portal/_matrix_narrow.html", *gaps).fill(
        column.area.short_name, *column.counts.triple
    )
