"""Fills a database with counties of any size and age, the same ones every time."""

from __future__ import annotations

import itertools
import random
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db import connection, transaction

from samklang.accounts.models import User
from samklang.agreements.models import (
    Adoption,
    AdoptionKind,
    Agreement,
    Edition,
    EventKind,
    Level,
    Party,
    ValidityEvent,
)
from samklang.audit.models import Entry, Revision
from samklang.inventories.models import Channel, Finding
from samklang.library.models import Area
from samklang.organizations.models import (
    Membership,
    Organization,
    OrganizationKind,
    Partnership,
    Role,
)

TODAY = datetime.now(tz=UTC).date()
AREA_COUNT = 12
ONE_EDITION = f"area-{AREA_COUNT - 1}"
USER = "bench"
WORDS = {
    "regional": "ramavtal",
    "local": "lokalavtal",
    "local_plural": "lokalavtal",
    "municipality": "kommun",
    "municipality_definite": "kommunen",
}


@dataclass(frozen=True)
class Size:
    """So many counties with so many municipalities together, and so many years of history."""

    counties: int
    municipalities: int
    years: int


SMALL = Size(counties=1, municipalities=15, years=1)
FULL = Size(counties=21, municipalities=290, years=10)


@transaction.atomic
def fill(size: Size) -> None:
    """Make the counties; the first always has fifteen municipalities, the same at any size."""
    shares = [15]
    left, others = size.municipalities - 15, size.counties - 1
    shares += [left // others + (n < left % others) for n in range(others)] if others else []
    for number, count in enumerate(shares):
        _County(number, count, size.years, random.Random(number)).fill()  # noqa: S311 - the same every time


def _partnership(number: int, count: int) -> Partnership:
    places = {f"{number:02}{n:02}": [n // 5 + 1, n % 5 + 1] for n in range(count)}
    return Partnership.objects.create(
        code=f"county-{number}",
        name=f"County {number}",
        country="xx",
        words={"sv": WORDS},
        tiles={"columns": 5, "rows": 5, "places": places},
    )


@dataclass(frozen=True)
class _County:
    number: int
    count: int
    years: int
    chance: random.Random

    def fill(self) -> None:
        partnership = _partnership(self.number, self.count)
        region, municipalities = self._organizations(partnership)
        areas = self._areas(partnership)
        if self.number == 0:
            self._user(municipalities[7])
        regional = self._regional(partnership, region, areas)
        cells = [(one, area) for one in municipalities for area in areas]
        held = [cell for cell in cells if self.chance.random() < 0.75]
        self._locals(partnership, region, regional, held)
        self._findings([cell for cell in cells if cell not in set(held)])
        Revision.objects.create(partnership_id=partnership.pk, number=self.years * 400)

    def _organizations(self, partnership: Partnership) -> tuple[Organization, list[Organization]]:
        region = Organization.objects.create(
            partnership=partnership,
            code=f"r{self.number}",
            kind=OrganizationKind.REGION,
            name="Region",
            short_name="Region",
        )
        made = Organization.objects.bulk_create(
            Organization(
                partnership=partnership,
                code=f"{self.number:02}{n:02}",
                kind=OrganizationKind.MUNICIPALITY,
                name=f"Ort {n} kommun",
                short_name=f"Ort {n}",
                position=n,
            )
            for n in range(self.count)
        )
        return region, list(made)

    def _areas(self, partnership: Partnership) -> list[Area]:
        return Area.objects.bulk_create(
            Area(
                partnership=partnership,
                code=f"area-{n}",
                name=f"Område {n} med namn",
                short_name=f"Område {n}",
                statutory=True,
                position=n,
            )
            for n in range(AREA_COUNT)
        )

    def _user(self, organization: Organization) -> None:
        user = User.objects.create(username=USER, name="Bänk Mätare")
        Membership.objects.create(
            user=user,
            organization=organization,
            role=Role.EDITOR,
            from_date=date(2020, 1, 1),
        )

    def _regional(
        self, partnership: Partnership, region: Organization, areas: list[Area]
    ) -> dict[int, Agreement]:
        made = _made(
            Agreement(
                partnership=partnership,
                level=Level.REGIONAL,
                area=area,
                title=f"Ramavtal {area.name}",
                keeper=region,
            )
            for area in areas
        )
        Party.objects.bulk_create(Party(agreement=one, organization=region) for one in made)
        self._history(made, [region])
        return {one.area_id: one for one in made}

    def _locals(
        self,
        partnership: Partnership,
        region: Organization,
        regional: dict[int, Agreement],
        held: list[tuple[Organization, Area]],
    ) -> None:
        made = _made(
            Agreement(
                partnership=partnership,
                level=Level.LOCAL,
                area=area,
                title=f"Lokalavtal {area.name}, {organization.short_name}",
                keeper=organization,
                parent=regional[area.pk],
            )
            for organization, area in held
        )
        Party.objects.bulk_create(
            Party(agreement=one, organization=party)
            for one in made
            for party in (region, one.keeper)
        )
        self._history(made, [region])

    def _history(self, agreements: list[Agreement], always: list[Organization]) -> None:
        """Give each an edition for every two and a half years, the last one the same at any age."""
        editions = Edition.objects.bulk_create(
            Edition(agreement=one, number=number)
            for one in agreements
            for number in range(1, self._editions_of(one) + 1)
        )
        events, adoptions, entries = [], [], []
        for edition in editions:
            age = self._editions_of(edition.agreement) - edition.number
            start = TODAY - timedelta(days=500 + 900 * age)
            ending = self._ending(edition, age, start + timedelta(days=60))
            events += [_event(edition, EventKind.STARTS, start), *ending]
            events.append(ValidityEvent(edition=edition, kind=EventKind.REVIEW_YEARLY, quote="År."))
            parties = {one.pk: one for one in (*always, edition.agreement.keeper)}.values()
            adoptions += [_adoption(edition, party, start) for party in parties]
            entries += _entries(edition)
        ValidityEvent.objects.bulk_create(events, batch_size=5000)
        Adoption.objects.bulk_create(adoptions, batch_size=5000)
        _numbered(entries)
        Entry.objects.bulk_create(entries, batch_size=5000)

    def _editions_of(self, agreement: Agreement) -> int:
        """One in the last area at any age: a page of its own that shows the same at both sizes."""
        if agreement.area.code == ONE_EDITION:
            return 1
        return max(1, round(self.years / 2.5))

    def _ending(self, edition: Edition, age: int, decided: date) -> list[ValidityEvent]:
        """Former editions have ended; of the last, some are extended and some have no end."""
        if age:
            return [_event(edition, EventKind.ENDS, TODAY - timedelta(days=400 + 900 * (age - 1)))]
        kind = zlib.crc32(edition.agreement.title.encode()) % 5
        if edition.agreement.level == Level.REGIONAL:
            kind = 0
        if kind == 1:
            return [ValidityEvent(edition=edition, kind=EventKind.UNTIL_FURTHER_NOTICE, quote="T.")]
        first = _event(edition, EventKind.ENDS, TODAY + timedelta(days=100 + 90 * kind))
        if kind != 2:
            return [first]
        later = TODAY + timedelta(days=700)
        return [first, _event(edition, EventKind.EXTENDED, later, decided)]

    def _findings(self, cells: list[tuple[Organization, Area]]) -> None:
        """Half of those without have said so, this year and, taken back, every year before."""
        found = []
        for organization, area in cells[::2]:
            for year in range(self.years):
                day = TODAY - timedelta(days=365 * year + 60)
                found.append(
                    Finding(
                        organization=organization,
                        area=area,
                        answered_date=day,
                        withdrawn_date=day + timedelta(days=300) if year else None,
                        channel=Channel.MAILBOX,
                    )
                )
        Finding.objects.bulk_create(found, batch_size=5000)


def _event(edition: Edition, kind: str, day: date, decided: date | None = None) -> ValidityEvent:
    return ValidityEvent(
        edition=edition,
        kind=kind,
        first_date=day,
        last_date=day,
        decided_first_date=decided,
        decided_last_date=decided,
        quote="Så står det i texten om när den gäller.",
    )


def _adoption(edition: Edition, party: Organization, start: date) -> Adoption:
    return Adoption(
        edition=edition,
        organization=party,
        kind=AdoptionKind.DECISION,
        body_name="Nämnden",
        adopted_date=start - timedelta(days=30),
        paragraph="§ 1",
    )


def _entries(edition: Edition) -> list[Entry]:
    return [
        Entry(
            verb="agreement.registered",
            partnership_id=edition.agreement.partnership_id,
            target_kind="agreements.agreement",
            target_id=edition.agreement_id,
        )
        for _turn in range(5)
    ]


_written = itertools.count(1)


def _numbered(entries: list[Entry]) -> None:
    """Number the entries without sealing them: no page that is measured checks a seal."""
    for entry in entries:
        entry.number = next(_written)
        entry.key_mark, entry.seal = "bench", "0" * 64


def _made(agreements: Iterable[Agreement]) -> list[Agreement]:
    return Agreement.objects.bulk_create(agreements)


def settle() -> None:
    """Let the engine look at what it holds, as it does by itself in daily use."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def agreement_address() -> str:
    """Return the page of the first local agreement of the area that has one edition each."""
    first = Agreement.objects.filter(area__code=ONE_EDITION, level=Level.LOCAL).order_by("pk")[0]
    return first.get_absolute_url()
