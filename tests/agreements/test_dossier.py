"""One agreement’s page and the county’s picture say the same about it, on every day."""

from __future__ import annotations

from datetime import date

import pytest

from samklang.agreements import queries
from samklang.agreements.models import Adoption, Agreement, EventKind, Level
from samklang.organizations.api import OrganizationKind
from tests import cast

pytestmark = pytest.mark.django_db

# Around every day on which something begins, ends or is decided below.
DAYS = [
    date(year, month, day)
    for year in range(2020, 2029)
    for month, day in ((1, 1), (3, 31), (6, 30), (7, 1), (12, 31))
]


def family() -> Agreement:
    """A regional agreement extended once, with a local one of three editions."""
    lund, nord = cast.organization(), cast.organization("nord", kind=OrganizationKind.REGION)
    regional = cast.agreement("Ram", level=Level.REGIONAL, keeper=nord, parties=[lund, nord])
    frame = cast.in_force(regional, "2021-07-01", "2023-12-31")
    cast.event(frame, EventKind.EXTENDED, "2026-06-30", decided="2024-06")
    local = cast.agreement("Lokal", parent=regional, parties=[lund, nord])
    first = cast.in_force(local, "2020", "2022-12-31")
    second = cast.edition(local, number=2, begun=date(2022, 3, 1))
    cast.event(second, EventKind.STARTS, "2023-01-01")
    cast.event(second, EventKind.ENDS, "2027-12-31")
    for edition, day in ((first, date(2019, 12, 1)), (second, date(2023, 3, 31))):
        for party in (lund, nord):
            Adoption.objects.create(
                edition=edition, organization=party, kind="decision", adopted_date=day
            )
    cast.edition(local, number=3, begun=date(2026, 7, 1), stage="Utkast")
    return local


@pytest.mark.slow
def test_the_page_and_the_county_agree_on_every_day() -> None:
    local = family()
    siri = cast.acting_for(cast.person("siri"))

    for day in DAYS:
        of_county = queries.county_standings(local.partnership_id, on=day, seen_by=siri)
        for agreement in Agreement.objects.all():
            assert queries.dossier(siri, agreement.pk, on=day).standing == of_county.get(
                agreement.pk
            ), (agreement, day)


def test_an_adoption_by_somebody_who_need_not_adopt_is_not_counted_as_the_partys() -> None:
    lund, nord = cast.organization(), cast.organization("nord", kind=OrganizationKind.REGION)
    agreement = cast.agreement(parties=[lund, nord])
    agreement.parties.filter(organization=nord).update(required=False)
    edition = cast.proposed(agreement)
    Adoption.objects.create(
        edition=edition, organization=nord, kind="decision", adopted_date=date(2023, 1, 1)
    )

    siri = cast.acting_for(cast.person("siri"))
    home = agreement.partnership_id
    found = queries.county_standings(home, on=cast.TODAY, seen_by=siri)[agreement.pk]

    assert found.status == "under_way"
    assert queries.dossier(siri, agreement.pk, on=cast.TODAY).standing == found
