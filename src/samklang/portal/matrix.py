"""Which word each municipality has in each area, and how the words add up: pure rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from samklang.agreements.api import (
    HAS,
    LACKS,
    NEEDS_ACTION,
    Level,
    Standing,
    Status,
    best,
)
from samklang.common.periods import StatedDate
from samklang.common.words import Words
from samklang.portal.addresses import Addresses
from samklang.portal.forms import Measure, Order, Show, Terms
from samklang.portal.queries import Area, County, Municipality
from samklang.portal.wording import Remarks, status_words


@dataclass(frozen=True, slots=True)
class Counts:
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

    @property
    def action_count(self) -> int:
        return sum(cell.needs_action for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Column:
    area: Area
    url: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Matrix:
    """All rows; `shown` are those that were asked for, in the order that was asked for."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    shown: tuple[Row, ...]

    @property
    def counts(self) -> Counts:
        """The statutory areas together: what the county must have."""
        return added(column.counts for column in self.columns if column.area.statutory)

    @property
    def action_count(self) -> int:
        return sum(row.action_count for row in self.rows)

    @property
    def statutory_count(self) -> int:
        return sum(column.area.statutory for column in self.columns)


def matrix(
    county: County, terms: Terms, *, own: frozenset[int], known: Words, to: Addresses
) -> Matrix:
    """Lay out the county; an area that is not statutory has a column if it has agreements."""
    held = county.held()
    with_locals = {area_id for _organization, area_id in held}
    areas = [area for area in county.areas if area.statutory or area.pk in with_locals]
    cells = Cells(county, held, status_words(known), Remarks(), to)
    rows = tuple(cells.row(one, areas, own=one.pk in own) for one in county.municipalities)
    columns = tuple(
        Column(area, to.area(area.code), counted(row.cells[number].status for row in rows))
        for number, area in enumerate(areas)
    )
    return Matrix(columns, rows, tuple(_ordered(_chosen(rows, terms.show), terms.order)))


def cells_of(county: County, known: Words, to: Addresses) -> Cells:
    return Cells(county, county.held(), status_words(known), Remarks(), to)


@dataclass(frozen=True, slots=True)
class Cells:
    """Makes cells from what is held, with words and addresses that are resolved once."""

    county: County
    held: Mapping[tuple[int, int], Sequence[Standing]]
    words: Mapping[Status, str]
    remarks: Remarks
    to: Addresses

    def row(self, municipality: Municipality, areas: Sequence[Area], *, own: bool) -> Row:
        cells = tuple(self.cell(municipality, area) for area in areas)
        statutory = zip(areas, cells, strict=True)
        counts = counted(cell.status for area, cell in statutory if area.statutory)
        return Row(municipality, own, cells, counts)

    def cell(self, municipality: Municipality, area: Area) -> Cell:
        pair = municipality.pk, area.pk
        held = self.held.get(pair, ())
        standing = held[0] if len(held) == 1 else best(held)
        if standing is None:
            status = Status.MISSING if pair in self.county.none else Status.NO_ANSWER
            return self._made(status, ("", ""), self.to.cell(municipality.code, area.code), None)
        # One agreement is the cell's own; of several the cell page lists all.
        url = (
            self.to.agreement(standing.agreement.pk)
            if len(held) == 1
            else self.to.cell(municipality.code, area.code)
        )
        return self._made(standing.status, self.remarks.of(standing), url, standing)

    def _made(
        self, status: Status, remark: tuple[str, str], url: str, standing: Standing | None
    ) -> Cell:
        needs_action = standing.needs_action if standing else status in NEEDS_ACTION
        word, (remark_words, day) = self.words[status], remark
        return Cell(status, mark(status), word, remark_words, day, url, needs_action, standing)


@cache
def mark(status: Status) -> str:
    """Return the word of the status as symbols and classes write it."""
    return status.value.replace("_", "-")


def counted(statuses: Iterable[Status]) -> Counts:
    has = lacks = no_answer = 0
    for status in statuses:
        if status in HAS:
            has += 1
        elif status in LACKS:
            lacks += 1
        else:
            no_answer += 1
    return Counts(has, lacks, no_answer)


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
