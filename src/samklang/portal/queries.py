"""What the county page, its cells and its timelines show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import Http404
from django.utils.translation import get_language

from samklang.agreements.api import Level, Standing, county_standings
from samklang.inventories.api import answered_none
from samklang.library.api import area_names
from samklang.organizations.api import Acting, Partnership, municipalities

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Municipality:
    pk: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Area:
    """An area with its names in the reader’s language."""

    pk: int
    code: str
    name: str
    short_name: str
    statutory: bool


@dataclass(frozen=True)
class County:
    """Everything that is known of a county on one day."""

    partnership: Partnership
    on: date
    municipalities: tuple[Municipality, ...]
    areas: tuple[Area, ...]
    standings: Mapping[int, Standing]
    # Those that have answered that they have none, as (municipality, area).
    none: frozenset[Pair]

    @cached_property
    def _by_area(self) -> Mapping[tuple[int, str], list[Standing]]:
        found: dict[tuple[int, str], list[Standing]] = defaultdict(list)
        for standing in self.standings.values():
            found[standing.agreement.area_id, standing.agreement.level].append(standing)
        return found

    def of_area(self, area: Area, level: str) -> list[Standing]:
        return list(self._by_area.get((area.pk, level), ()))

    def held(self) -> Mapping[Pair, list[Standing]]:
        """Return the local agreements by (municipality, area)."""
        found: dict[Pair, list[Standing]] = defaultdict(list)
        there = frozenset(one.pk for one in self.municipalities)
        for (area_id, level), standings in self._by_area.items():
            if level != Level.LOCAL:
                continue
            for standing in standings:
                for party_id in standing.agreement.party_ids:
                    if party_id in there:
                        found[party_id, area_id].append(standing)
        return found


def county(
    partnership: Partnership, *, on: date, area: str = "", seen_by: Acting | None = None
) -> County:
    """Return the county as it was known on the day, in five statements whatever its size.

    Where only one area is looked at, only its agreements are asked for; 404 if there is none.
    Where titles are shown, `seen_by` is who reads them: drafts have names for their own only.
    """
    areas = _areas(partnership.pk)
    chosen = find_area(areas, area).pk if area else None
    return County(
        partnership=partnership,
        on=on,
        municipalities=tuple(Municipality(*row) for row in municipalities(partnership.pk)),
        areas=areas,
        standings=county_standings(partnership.pk, on=on, area=chosen, seen_by=seen_by),
        none=frozenset(answered_none(partnership.pk, on=on)),
    )


def find_area(areas: Iterable[Area], code: str) -> Area:
    """Return the area by its code in the address, or answer 404."""
    for area in areas:
        if area.code == code:
            return area
    raise Http404


def find_municipality(county: County, code: str) -> Municipality:
    for municipality in county.municipalities:
        if municipality.code == code:
            return municipality
    raise Http404


def _areas(partnership_id: int) -> tuple[Area, ...]:
    """Statutory areas first, each with its names in the reader’s language or the pack’s own."""
    language = (get_language() or "").split("-")[0]
    found = [Area(*row) for row in area_names(partnership_id, language)]
    return tuple(sorted(found, key=lambda area: not area.statutory))
