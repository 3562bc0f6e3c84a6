"""The law beside what the county has: which areas and agreements each provision bears on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.http import Http404
from django.utils.translation import get_language

from samklang.agreements.api import Standing
from samklang.common.chosen_day import EARLIEST, LATEST
from samklang.library.api import (
    LawChange,
    LawText,
    LawTie,
    ProvisionText,
    law_changes,
    law_text,
    law_ties,
)
from samklang.organizations.api import Acting, home_of
from samklang.portal import queries
from samklang.portal.queries import Area, County


@dataclass(frozen=True)
class CountyLaw:
    """A country's law, and the county that it is held beside, on one day."""

    law: LawText
    county: County
    ties: frozenset[LawTie]

    @property
    def on(self) -> date:
        return self.county.on

    @cached_property
    def coming(self) -> tuple[LawChange, ...]:
        since = self.on + timedelta(days=1)
        return law_changes(self.law.provisions, since=since, until=LATEST)

    @cached_property
    def every_change(self) -> tuple[LawChange, ...]:
        return law_changes(self.law.provisions, since=EARLIEST, until=LATEST)

    def areas(self, provision: ProvisionText, *, rest: bool) -> tuple[Area, ...]:
        """Return the areas that rest on the provision, or those that it only touches."""
        tied = {one.area_id for one in self.ties if one[::2] == (provision.pk, rest)}
        return tuple(area for area in self.county.areas if area.pk in tied)

    def all_areas(self, provision: ProvisionText) -> tuple[Area, ...]:
        return self.areas(provision, rest=True) + self.areas(provision, rest=False)

    def agreements(self, areas: Iterable[Area]) -> list[Standing]:
        """Return the agreements about the areas, however they stand."""
        wanted = {area.pk for area in areas}
        return [one for one in self.county.standings.values() if one.agreement.area_id in wanted]


def county_law(acting: Acting, *, on: date) -> CountyLaw:
    """Return the law of the reader's county; drafts have names for their own only."""
    home = home_of(acting)
    language = (get_language() or "").split("-")[0]
    return CountyLaw(
        law=law_text(home.country, language),
        county=queries.county(home, on=on, seen_by=acting),
        ties=law_ties(home.pk),
    )


def find_provision(law: LawText, code: str) -> ProvisionText:
    """Return the provision by its code in the address, or answer 404."""
    if code not in law.by_code:
        raise Http404
    return law.by_code[code]
