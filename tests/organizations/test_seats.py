"""The lean statement finds the same seats as the queryset that says what a current one is.

Seen red: with `<=` and `>=` made strict, and with the order left out.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from samklang.organizations.models import Membership, Organization, Partnership, Role
from samklang.organizations.seats import current_seats
from tests import cast

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
DAY = timedelta(days=1)


@pytest.mark.parametrize("today", [FIRST - DAY, FIRST, LAST, LAST + DAY])
def test_the_same_seats_as_the_queryset_says(today: date) -> None:
    siri = cast.person("siri", Role.EDITOR, of=cast.organization("lund"))
    cast.person("olle", Role.READER)
    Membership.objects.create(
        user=siri,
        organization=cast.organization("berg"),
        role=Role.COORDINATOR,
        from_date=FIRST,
        until_date=LAST,
    )

    seats = current_seats(siri.pk, today=today)

    wanted = Membership.objects.current(today).filter(user=siri).order_by("pk")
    assert list(seats) == list(wanted)


def test_a_seat_comes_whole_with_its_organization_and_partnership(
    django_assert_num_queries: Any,
) -> None:
    siri = cast.person("siri", Role.EDITOR)

    with django_assert_num_queries(1):
        (seat,) = current_seats(siri.pk, today=cast.TODAY)
        home, county = seat.organization, seat.organization.partnership

    for made, model in ((seat, Membership), (home, Organization), (county, Partnership)):
        stored = model.objects.get(pk=made.pk)
        for field in model._meta.concrete_fields:
            assert getattr(made, field.attname) == getattr(stored, field.attname)
