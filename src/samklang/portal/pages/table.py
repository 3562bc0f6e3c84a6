"""The matrix as a table: each cell is filled into a mould of its own kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samklang.common.jinja import Mould, joined, mould, part
from samklang.common.words import Words
from samklang.portal.forms import Show, Terms
from samklang.portal.matrix import Cell, Matrix, Row
from samklang.portal.wording import levels, long_date

# Where the projector's form has room for one word and a month.
_DATED = frozenset({"in-force", "expiring", "expired"})


def table(laid: Matrix, asked: Terms, known: Words) -> SafeString:
    calm = asked.show is Show.ACTION and not asked.projector
    heads = tuple(column.area.short_name for column in laid.columns)
    filled = _Cells(heads, calm=calm, tight=asked.projector)
    rows = laid.rows if asked.projector else laid.shown
    return part(
        "portal/_matrix.html",
        {
            "matrix": laid,
            "rows": [(row, joined(filled.of(row))) for row in rows],
            "day": long_date(asked.on),
            "words": levels(known),
            "you": gettext("(you)"),
            "of": gettext("of"),
            "has": gettext("Has %(local)s") % levels(known),
            "lacks": gettext("None in force"),
            "silent": gettext("No answer"),
            "calm": calm,
            "tight": asked.projector,
        },
    )


class _Cells:
    """Fills cells; where only what needs action is asked for, the others are shown calmly."""

    def __init__(self, heads: tuple[str, ...], *, calm: bool, tight: bool) -> None:
        self.heads = heads
        self.pressing, self.other = _cell(calm=False), _cell(calm=calm)
        self.small: Callable[[Cell], SafeString | str] = _month if tight else _Remark()

    def of(self, row: Row) -> Iterator[SafeString]:
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
        if said not in self._made:
            small = mould("portal/_remark.html", "remark", "day", dated=bool(cell.day))
            self._made[said] = small.fill(*said) if cell.remark else ""
        return self._made[said]


def _month(cell: Cell) -> SafeString | str:
    """Return what a cell of the projector's form has room for beside its word."""
    if cell.mark not in _DATED:
        return ""
    return mould("portal/_month.html", "day", "month").fill(cell.day, cell.day[:7])


def _cell(*, calm: bool) -> Mould:
    return mould("portal/_cell.html", "head", "mark", "address", "word", "remark", calm=calm)
