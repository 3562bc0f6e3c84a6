"""On whose behalf a user acts follows from seats that begin and end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from samklang.organizations.acting import acting
from samklang.organizations.models import Membership, OrganizationKind, Role
from tests import cast
from tests.cast import TODAY

pytestmark = pytest.mark.django_db


def seat(name: str, role: str, *, start: date, until: date | None) -> Membership:
    return Membership.objects.create(
        user=cast.person(name, role=None),
        organization=cast.organization(),
        role=role,
        from_date=start,
        until_date=until,
    )


@pytest.mark.parametrize(
    ("day", "seated"),
    [
        (date(2026, 3, 31), False),
        (date(2026, 4, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_a_seat_counts_from_its_first_day_through_its_last(day: date, seated: bool) -> None:
    held = seat("siri", Role.EDITOR, start=date(2026, 4, 1), until=date(2026, 6, 30))

    assert bool(acting(held.user, today=day).seats) is seated


def test_a_seat_without_an_end_goes_on() -> None:
    held = seat("siri", Role.EDITOR, start=TODAY, until=None)

    assert acting(held.user, today=TODAY + timedelta(days=10_000)).seats == (held,)


def test_somebody_without_a_seat_sees_and_writes_nothing() -> None:
    olle = cast.acting_for(cast.person("olle", role=None))

    assert olle.organization is None
    assert olle.partnership is None
    assert olle.partnership_ids == frozenset()
    assert olle.writes_for() == frozenset()


def test_a_reader_sees_the_county_and_writes_for_nobody() -> None:
    rut = cast.acting_for(cast.person("rut", Role.READER))

    assert rut.partnership == cast.partnership()
    assert rut.writes_for() == frozenset()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.COORDINATOR, Role.ADMINISTRATOR])
def test_the_others_write_for_their_own_organization(role: str) -> None:
    siri = cast.acting_for(cast.person("siri", role))

    assert siri.writes_for() == {cast.organization().pk}


def test_a_role_is_held_in_the_organization_that_gave_it_and_no_other() -> None:
    region = cast.organization("region", kind=OrganizationKind.REGION)
    siri = cast.acting_for(cast.person("siri", Role.EDITOR))

    assert siri.holds([Role.EDITOR], in_organization=cast.organization().pk)
    assert not siri.holds([Role.EDITOR], in_organization=region.pk)
    assert not siri.holds([Role.ADMINISTRATOR], in_organization=cast.organization().pk)


def test_a_coordinator_coordinates_one_county() -> None:
    other_county = cast.partnership("sydmark")
    kim = cast.acting_for(cast.person("kim", Role.COORDINATOR))

    assert kim.coordinates(cast.partnership().pk)
    assert not kim.coordinates(other_county.pk)


def test_a_seat_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(IntegrityError):
        seat("siri", Role.EDITOR, start=TODAY, until=TODAY - timedelta(days=1))


def test_knowing_who_is_looking_takes_one_statement(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    siri = cast.person("siri")
    cast.person("siri", Role.READER, of=cast.organization("region"))

    with django_assert_num_queries(1):
        found = acting(siri, today=TODAY)
        assert [found.organization, found.partnership] != [None, None]
        assert len([seat.organization.partnership.name for seat in found.seats]) == 2


def test_a_seat_taken_away_closes_the_next_page(client: Client) -> None:
    siri = cast.person("siri")
    agreement = cast.agreement()
    client.force_login(siri)

    before = client.get(agreement.get_absolute_url()).status_code
    Membership.objects.filter(user=siri).delete()

    assert (before, client.get(agreement.get_absolute_url()).status_code) == (200, 404)
