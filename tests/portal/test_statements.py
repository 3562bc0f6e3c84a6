"""The county's pages ask as much of a small county as of a large one, and of an old one.

Seen red: with a statement for each municipality, with what an area's agreements build on left
out, and with a record that is read once for good.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from samklang.agreements.api import county_standings
from samklang.agreements.models import Agreement, EventKind, ValidityEvent
from samklang.library.models import Area
from samklang.organizations.models import Role
from tests import cast
from tests.portal.county import local, municipality, regional, says_none, statutory

pytestmark = pytest.mark.django_db
# Session, user and seats; organizations, areas, agreements, earlier editions and answers. What
# the first page asks more: the county's revision, and what waits for whoever looks.
WHO, COUNTY = 3, 5


@pytest.fixture
def siri(client: Client) -> Client:
    client.force_login(cast.person("siri", Role.READER))
    return client


@pytest.mark.parametrize(("count", "editions"), [(1, 1), (30, 1), (1, 9)])
@pytest.mark.parametrize(
    ("page", "more"), [("/lanet/", 2), ("/lanet/forest/", 1), ("/lanet/ort-0/forest/", 0)]
)
def test_a_page_asks_the_same_however_large_and_old_the_county(
    siri: Client,
    page: str,
    more: int,
    count: int,
    editions: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    forest, lake = statutory("forest"), statutory("lake")
    regional(forest)
    for number in range(count):
        local(municipality(number), forest, editions=editions)
        says_none(municipality(100 + number), lake)

    with django_assert_num_queries(WHO + COUNTY + more):
        assert siri.get(page).status_code == 200


def test_an_area_alone_stands_as_it_does_in_the_county() -> None:
    forest, lake = statutory("forest"), statutory("lake")
    frame = Agreement.objects.get(pk=regional(lake, end="2026-12-31"))
    held = Agreement.objects.get(pk=local(municipality(1), forest, end="2030-12-31"))
    Agreement.objects.filter(pk=held.pk).update(parent=frame)
    local(municipality(2), lake)

    whole, alone = (_stands(of) for of in (None, forest))

    # What it builds on comes along wherever it is placed; nothing else does.
    assert alone == {pk: whole[pk] for pk in (held.pk, frame.pk)}
    assert alone[held.pk] == ("outlives", True)


def _stands(of: Area | None) -> dict[int, tuple[str, bool]]:
    area = of.pk if of else None
    found = county_standings(cast.partnership().pk, on=cast.TODAY, area=area)
    return {pk: (one.status, one.outlives) for pk, one in found.items()}


def test_what_was_read_is_read_again_as_soon_as_anything_in_it_changes() -> None:
    forest = statutory("forest")
    held = local(municipality(1), forest)
    event = ValidityEvent.objects.get(edition__agreement=held, kind=EventKind.ENDS)
    seen = [_stands(None)[held][0]]

    for last in (cast.TODAY + timedelta(days=30), cast.TODAY - timedelta(days=1)):
        ValidityEvent.objects.filter(pk=event.pk).update(first_date=last, last_date=last)
        seen.append(_stands(None)[held][0])

    assert seen == ["in_force", "expiring", "expired"]
