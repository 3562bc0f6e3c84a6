"""Which word each municipality has in each area, and how the words add up: pure rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

from samklang.agreements.api import (
    HAS,
    LACKS,
    NEEDS_ACTION,
    Level,
    Standing,
    Status,
    best,
    worth,
)
from samklang.common.periods import StatedDate
from samklang.common.spoken import said_once
from samklang.common.words import Words
from samklang.portal.addresses import Addresses
from samklang.portal.forms import Measure, Order, Show, Terms
from samklang.portal.queries import Area, County, Municipality
from samklang.portal.wording import Remarks, remarks, status_words


class Counts(NamedTuple):
    """Has one in force, lacks one, has not answered: always all municipalities together."""

    has: int = 0
    lacks: int = 0
    no_answer: int = 0

    @property
    def total(self) -> int:
        return self.has + self.lacks + self.no_answer

    @property
    def triple(self) -> tuple[int, int, int]:
        return self.has, self.lacks, self.no_answer


# Hundreds are made for a page, and a frozen one takes three times as long to make.
@dataclass(slots=True)
class Cell:
    """One municipality in one area: a word, a symbol, a shade, a remark and where it leads."""

    status: Status
    mark: str
    word: str
    remark: str
    day: str
    url: str
    needs_action: bool
    standing: Standing | None

    @property
    def end(self) -> date | None:
        valid = self.standing.last_known if self.standing else None
        return valid.end.last if valid and valid.end else None


@dataclass(frozen=True, slots=True)
class Row:
    """One municipality; its counts are of the statutory areas, as the county's are."""

    municipality: Municipality
    own: bool
    cells: tuple[Cell, ...]
    counts: Counts
    action_count: int


@dataclass(frozen=True, slots=True)
class Column:
    area: Area
    url: str
    counts: Counts


@dataclass(frozen=True)
class Matrix:
    """All rows; `shown` are those that were asked for, in the order that was asked for."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    shown: tuple[Row, ...]

    @cached_property
    def counts(self) -> Counts:
        """The statutory areas together: what the county must have."""
        return added(column.counts for column in self.columns if column.area.statutory)

    @cached_property
    def action_count(self) -> int:
        return sum(row.action_count for row in self.rows)

    @cached_property
    def statutory_count(self) -> int:
        return sum(column.area.statutory for column in self.columns)


def matrix(
    county: County, terms: Terms, *, own: frozenset[int], known: Words, to: Addresses
) -> Matrix:
    """Lay out the county; an area that is not statutory has a column if it has agreements."""
    areas = [one for one in county.areas if one.statutory or county.of_area(one, Level.LOCAL)]
    cells = cells_of(county, known, to)
    rows = tuple(cells.row(one, areas, own=one.pk in own) for one in county.municipalities)
    columns = tuple(
        Column(area, to.area(area.code), counted([row.cells[number].status for row in rows]))
        for number, area in enumerate(areas)
    )
    return Matrix(columns, rows, tuple(_ordered(_chosen(rows, terms.show), terms.order)))


def cells_of(county: County, known: Words, to: Addresses) -> Cells:
    return Cells(county, county.held(), kinds(known), remarks(), to)


class Kind(NamedTuple):
    """What all cells with the same status have in common."""

    mark: str
    word: str
    needs_action: bool


@dataclass(frozen=True, slots=True)
class Cells:
    """Makes cells from what is held, with words and addresses that are resolved once."""

    county: County
    held: Mapping[tuple[int, int], Sequence[Standing]]
    kinds: Mapping[Status, Kind]
    remarks: Remarks
    to: Addresses

    def row(self, municipality: Municipality, areas: Sequence[Area], *, own: bool) -> Row:
        cells = tuple([self.cell(municipality, area) for area in areas])
        counts = counted(
            [cell.status for area, cell in zip(areas, cells, strict=True) if area.statutory]
        )
        return Row(municipality, own, cells, counts, sum([cell.needs_action for cell in cells]))

    def cell(self, municipality: Municipality, area: Area) -> Cell:
        held = self.held.get((municipality.pk, area.pk))
        if held is None:
            return self._empty(municipality, area)
        # One agreement is the cell's own; of several the cell page lists all.
        if len(held) == 1:
            standing = held[0]
            url = self.to.agreement(standing.agreement.pk)
        else:
            standing = min(held, key=worth)
            url = self.to.cell(municipality.code, area.code)
        mark, word, pressing = self.kinds[standing.status]
        remark, day = self.remarks.of(standing)
        pressing = pressing or standing.review_overdue
        return Cell(standing.status, mark, word, remark, day, url, pressing, standing)

    def _empty(self, municipality: Municipality, area: Area) -> Cell:
        said_none = (municipality.pk, area.pk) in self.county.none
        status = Status.MISSING if said_none else Status.NO_ANSWER
        mark, word, pressing = self.kinds[status]
        url = self.to.cell(municipality.code, area.code)
        return Cell(status, mark, word, "", "", url, pressing, None)


@cache
def mark(status: Status) -> str:
    """Return the word of the status as symbols and classes write it."""
    return status.value.replace("_", "-")


@said_once
def kinds(known: Words) -> Mapping[Status, Kind]:
    return {
        status: Kind(mark(status), word, status in NEEDS_ACTION)
        for status, word in status_words(known).items()
    }


# Where each status is counted, in the order of the counts.
_PLACES = {status: 0 if status in HAS else 1 if status in LACKS else 2 for status in Status}


def counted(statuses: Iterable[Status]) -> Counts:
    places = [_PLACES[status] for status in statuses]
    return Counts(places.count(0), places.count(1), places.count(2))


def added(counts: Iterable[Counts]) -> Counts:
    has = lacks = no_answer = 0
    for one in counts:
        has, lacks, no_answer = has + one.has, lacks + one.lacks, no_answer + one.no_answer
    return Counts(has, lacks, no_answer)


def _chosen(rows: tuple[Row, ...], show: Show) -> list[Row]:
    match show:
        case Show.ACTION:
            return [row for row in rows if row.action_count]
        case Show.OWN:
            return [row for row in rows if row.own]
        case _:
            return list(rows)


def _ordered(rows: list[Row], order: Order) -> list[Row]:
    """Order by the nearest last day, or by fewest in place; else as the country does."""
    match order:
        case Order.END:
            return sorted(rows, key=_nearest_end)
        case Order.MISSING:
            return sorted(rows, key=lambda row: row.counts.has)
        case _:
            return rows


def _nearest_end(row: Row) -> date:
    ends = [cell.end for cell in row.cells if cell.end and cell.status in HAS]
    return min(ends, default=date.max)


def measured(row: Row, measure: Measure) -> int:
    """Count what the tile map shows, over the statutory areas' cells of the row."""
    match measure:
        case Measure.ACTION:
            return row.action_count
        case Measure.NO_ANSWER:
            return row.counts.no_answer
        case _:
            return row.counts.has


def regional(county: County, area: Area) -> Standing | None:
    """Choose the regional agreement of an area: the best; of several, the one that began last."""
    held = county.of_area(area, Level.REGIONAL)
    held.sort(key=lambda one: one.validity.start.last if one.validity.start else date.min)
    return best(reversed(held))


def regional_ends(county: County) -> dict[str, StatedDate]:
    """Return when the statutory areas' regional agreements end, by the area's name."""
    found = {}
    for area in county.areas:
        standing = regional(county, area) if area.statutory else None
        end = standing.last_known.end if standing else None
        if end is not None:
            found[area.name] = end
    return found
