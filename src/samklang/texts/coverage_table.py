"""The coverage as a table, and as lines for a phone: each cell is filled into a mould."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samklang.common.jinja import joined, mould
from samklang.common.spoken import said_once
from samklang.texts.coverage import Column, Coverage, Mark, Row
from samklang.texts.undertakings import Group


@said_once
def mark_words() -> Mapping[Mark, str]:
    return {
        Mark.ANSWERED: _("Answered"),
        Mark.PARTLY: _("Partly"),
        Mark.MISSING: _("Missing"),
        Mark.NOT_APPLICABLE: _("Not applicable"),
        Mark.SUSPECT: _("Suspect"),
        Mark.NOT_JUDGED: _("Not judged"),
    }


# In a small table of the whole county each letter counts.
LETTERS = {
    Mark.ANSWERED: "a",
    Mark.PARTLY: "p",
    Mark.MISSING: "m",
    Mark.NOT_APPLICABLE: "n",
    Mark.SUSPECT: "s",
    Mark.NOT_JUDGED: "u",
}
# What a municipality's line on a phone tells of, in this order.
_TOLD = (Mark.PARTLY, Mark.MISSING, Mark.SUSPECT, Mark.NOT_JUDGED, Mark.NOT_APPLICABLE)


@dataclass(frozen=True)
class CoverageTable:
    """What was asked for, with the sums of all of it."""

    groups: tuple[Group, ...]
    whole: Coverage
    shown: Coverage
    only_gaps: bool

    @property
    def heads(self) -> SafeString:
        kind = mould("texts/_coverage_head.html", "code", "name")
        return joined(kind.fill(one.code, one.name) for one in self.shown.places)

    @property
    def rows(self) -> SafeString:
        return joined(self._rows())

    def _rows(self) -> Iterator[str]:
        cells = _Cells(self.shown)
        of = {row.undertaking.key: row for row in self.whole.rows}
        shown = {row.undertaking.key: row for row in self.shown.rows}
        head = mould("texts/_coverage_group.html", "title", "span")
        line = mould("texts/_coverage_row.html", "number", "wording", "cells", "said")
        for group in self.groups:
            own = [one for one in group.undertakings if one.key in shown]
            if own:
                yield head.fill(group.title, len(self.shown.places) + 2)
            for one in own:
                said = _("%(answered)s of %(held)s") % {
                    "answered": of[one.key].answered_count,
                    "held": of[one.key].held_count,
                }
                yield line.fill(one.number, one.short, cells.of(shown[one.key]), said)

    @property
    def sums(self) -> SafeString:
        kind = mould("texts/_coverage_sum.html", "count")
        counts = {one.place: one.answered_count for one in self.whole.columns if one.has_text}
        return joined(kind.fill(counts.get(one, "")) for one in self.shown.places)

    @property
    def lines(self) -> SafeString:
        """The same for a phone: a line per municipality."""
        kind = mould("texts/_coverage_line.html", "code", "name", "said")
        return joined(
            kind.fill(one.place.code, one.place.name, self._said(one))
            for one in self.whole.columns
            if one.has_text and (one.has_gap or not self.only_gaps)
        )

    def _said(self, column: Column) -> str:
        """Say how many it answers, and which it does not."""
        parts = [
            _("%(answered)s of %(asked)s answered.")
            % {"answered": column.answered_count, "asked": len(self.whole.rows)}
        ]
        numbers = [row.undertaking.number for row in self.whole.rows]
        for told in _TOLD:
            held = [n for n, one in zip(numbers, column.marks, strict=True) if one is told]
            if held:
                parts.append(f"{mark_words()[told]}: {', '.join(held)}.")
        return " ".join(parts)


class _Cells:
    """Fills the cells of a row, each with the address of its own page."""

    def __init__(self, shown: Coverage) -> None:
        self.places = shown.places
        said = mark_words()
        cell = mould("texts/_coverage_cell.html", "letter", "code", "key", "word")
        none = mould("texts/_coverage_none.html", "said").fill(_("None"))
        # Filled once for each word and municipality; the key is put in for each row.
        self._made: dict[tuple[Mark | None, str], list[str]] = {}
        for place in shown.places:
            for one, word in said.items():
                filled = cell.fill(LETTERS[one], place.code, "\0", word)
                self._made[one, place.code] = filled.split("\0")
            self._made[None, place.code] = [none]

    def of(self, row: Row) -> SafeString:
        key, made = row.undertaking.key, self._made
        both = zip(row.marks, row.places, strict=True)
        return joined([key.join(made[one, place.code]) for one, place in both])
