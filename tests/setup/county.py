"""What the register says of a county on a day, counted as the county's own report counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from samklang.agreements.api import HAS, LACKS, Level, Standing, Status, county_standings
from samklang.common.periods import months_between
from samklang.inventories.api import answered_none
from samklang.library.models import Area
from samklang.organizations.models import Organization, Partnership

REPORT_DAY = date(2025, 2, 7)
TODAY = date(2026, 11, 24)


class County:
    """One county on one day; the figures are counted here, and stored nowhere."""

    def __init__(self, code: str, on: date) -> None:
        home = Partnership.objects.get(code=code)
        self.areas = {one.code: one.pk for one in Area.objects.filter(partnership=home)}
        municipalities = Organization.objects.of_partnership(home.pk).local()
        self.municipalities = {one.short_name: one.pk for one in municipalities}
        self.standings = list(county_standings(home.pk, on=on).values())
        self.without = answered_none(home.pk, on=on)

    def regional(self, area: str) -> Standing:
        return next(s for s in self._about(area) if s.agreement.level == Level.REGIONAL)

    def local(self, area: str) -> dict[str, Standing]:
        return {
            name: standing
            for standing in self._about(area)
            for name, pk in self.municipalities.items()
            if standing.agreement.level == Level.LOCAL and pk in standing.agreement.party_ids
        }

    def status(self, area: str, municipality: str) -> Status:
        standing = self.local(area).get(municipality)
        if standing:
            return standing.status
        asked = (self.municipalities[municipality], self.areas[area])
        return Status.MISSING if asked in self.without else Status.NO_ANSWER

    def answers(self, area: str) -> tuple[int, int, int]:
        """Count Ja, Nej and Svar saknas."""
        words = Counter(
            "yes" if status in HAS else "no" if status in LACKS else "unknown"
            for status in (self.status(area, name) for name in self.municipalities)
        )
        return words["yes"], words["no"], words["unknown"]

    def outliving(self, area: str) -> set[str]:
        held = self.local(area).items()
        return {name for name, one in held if one.outlives and one.status in HAS}

    def mean_months(self, area: str) -> float:
        """From the regional agreement in force until the last required party adopted."""
        start = self.regional(area).validity.start
        assert start is not None
        waits = [
            months_between(start.middle, standing.edition.adopted_date)
            for standing in self.local(area).values()
            if standing.status in HAS and standing.edition and standing.edition.adopted_date
        ]
        return sum(waits) / len(waits)

    def _about(self, area: str) -> Iterator[Standing]:
        return (s for s in self.standings if s.agreement.area_id == self.areas[area])
