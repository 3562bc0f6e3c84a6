"""How the inventory is computed from the register as it was known on a day: pure rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samklang.agreements.api import HAS, LACKS, Level, Standing, Status, best
from samklang.common.periods import months_between
from samklang.reporting.figures import (
    Answer,
    AreaFigures,
    Cell,
    Counts,
    Holding,
    Inventory,
    LeftOut,
    Local,
    Municipality,
    Regional,
)


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area with its short and long names per language."""

    pk: int
    code: str
    names: Mapping[str, str]
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class County:
    """What the register and the answers say of a county on one day."""

    name: str
    words: Mapping[str, Mapping[str, str]]
    demo: bool
    areas: Sequence[AreaRow]
    # (organization id, short name), in the country’s alphabetical order.
    municipalities: Sequence[tuple[int, str]]
    standings: Mapping[int, Standing]
    # (organization id, area id) of those that answered that they have none.
    none: frozenset[tuple[int, int]]

    def of_area(self, area_id: int, level: str) -> list[Standing]:
        return [
            standing
            for standing in self.standings.values()
            if standing.agreement.area_id == area_id and standing.agreement.level == level
        ]


def inventory(county: County, *, on: date) -> Inventory:
    """Compute the report’s figures; nothing in them is taken from anywhere but the county."""
    cells = _cells(county)
    areas = tuple(_area(county, area, cells) for area in county.areas)
    return Inventory(
        on=on,
        name=county.name,
        words=county.words,
        demo=county.demo,
        areas=areas,
        municipalities=tuple(
            Municipality(name, tuple(cells[pk, area.pk] for area in county.areas))
            for pk, name in county.municipalities
        ),
        mean_months=_mean(local.months for area in areas for local in area.locals),
    )


def _cells(county: County) -> dict[tuple[int, int], Cell]:
    held: dict[tuple[int, int], list[Standing]] = defaultdict(list)
    for standing in county.standings.values():
        if standing.agreement.level == Level.LOCAL:
            for party_id in standing.agreement.party_ids:
                held[party_id, standing.agreement.area_id].append(standing)
    return {
        (pk, area.pk): _cell(held[pk, area.pk], said_none=(pk, area.pk) in county.none)
        for pk, _name in county.municipalities
        for area in county.areas
    }


def _cell(held: list[Standing], *, said_none: bool) -> Cell:
    shown = best(held)
    if shown is None:
        status = Status.MISSING if said_none else Status.NO_ANSWER
        return Cell(status, _answer(status))
    return Cell(shown.status, _answer(shown.status), shown.agreement.pk, shown.validity.end)


def _answer(status: Status) -> Answer:
    if status in HAS:
        return Answer.YES
    return Answer.NO if status in LACKS else Answer.NO_ANSWER


def _area(county: County, area: AreaRow, cells: Mapping[tuple[int, int], Cell]) -> AreaFigures:
    regional = _regional(county.of_area(area.pk, Level.REGIONAL))
    names = dict(county.municipalities)
    found = [
        _local(standing, county.standings.get(standing.agreement.parent_id or 0, regional), names)
        for standing in county.of_area(area.pk, Level.LOCAL)
        if standing.status in HAS
    ]
    return AreaFigures(
        code=area.code,
        names=area.names,
        titles=area.titles,
        answers=_counts(cells[pk, area.pk].answer for pk in names),
        regional=_shown(regional) if regional else None,
        locals=tuple(sorted(found, key=_by_age)),
        mean_months=_mean(local.months for local in found),
    )


def _counts(answers: Iterable[str]) -> Counts:
    given = list(answers)
    return Counts(given.count(Answer.YES), given.count(Answer.NO), given.count(Answer.NO_ANSWER))


def _regional(standings: list[Standing]) -> Standing | None:
    """Choose the one in force; of several, the one that started last."""
    return max(
        standings,
        key=lambda one: (
            one.status in HAS,
            one.validity.start.last if one.validity.start else date.min,
        ),
        default=None,
    )


def _shown(standing: Standing) -> Regional:
    agreement = standing.agreement
    return Regional(agreement.pk, agreement.title, standing.status, _holding(standing))


def _holding(standing: Standing) -> Holding:
    valid = standing.validity
    return Holding(
        valid.start,
        valid.end,
        valid.extended_from,
        valid.until_further_notice,
        standing.holds_from if standing.start_unknown else None,
    )


def _local(standing: Standing, regional: Standing | None, names: Mapping[int, str]) -> Local:
    agreement = standing.agreement
    adopted = standing.edition.adopted_date if standing.edition else None
    months, left_out = _time(regional, adopted)
    return Local(
        agreement_id=agreement.pk,
        title=agreement.title,
        names=tuple(name for pk, name in names.items() if pk in agreement.party_ids),
        status=standing.status,
        holding=_holding(standing),
        adopted_date=adopted,
        months=months,
        left_out=left_out,
        outlived_end=regional.validity.end if regional and standing.outlives else None,
        clause=standing.validity.review_quote,
    )


def _time(regional: Standing | None, adopted: date | None) -> tuple[float | None, str]:
    """Count from the regional agreement’s first day, or the middle of the period it is known as.

    A local agreement older than the regional one was not made from it, and says nothing about
    how long that takes.
    """
    start = regional.validity.start if regional else None
    if adopted is None:
        return None, LeftOut.NO_ADOPTION
    if start is None:
        return None, LeftOut.NO_START
    months = round(months_between(start.middle, adopted), 1)
    return (None, LeftOut.EARLIER) if months < 0 else (months, "")


def _mean(months: Iterable[float | None]) -> float | None:
    known = [one for one in months if one is not None]
    return round(sum(known) / len(known), 1) if known else None


def _by_age(local: Local) -> tuple[date, str]:
    start = local.holding.start.first if local.holding.start else local.adopted_date
    return start or date.max, local.name
