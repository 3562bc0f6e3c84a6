"""A user's current seats in one lean statement: every signed-in page asks for them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from django.db import connection, models

from samklang.common.lean import columns, made, width
from samklang.organizations.models import Membership, Organization, Partnership

# The same days as MembershipQuerySet.current; a test compares.
_STATEMENT = """
SELECT {columns}
FROM organizations_membership seat
JOIN organizations_organization home ON home.id = seat.organization_id
JOIN organizations_partnership county ON county.id = home.partnership_id
WHERE seat.user_id = %s AND seat.from_date <= %s
    AND (seat.until_date IS NULL OR seat.until_date >= %s)
ORDER BY seat.id
"""
_PARTS: tuple[tuple[str, type[models.Model]], ...] = (
    ("seat", Membership),
    ("home", Organization),
    ("county", Partnership),
)


def current_seats(user_id: int, *, today: date) -> tuple[Membership, ...]:
    """Return the memberships of the day, each with its organization and its partnership."""
    with connection.cursor() as cursor:
        cursor.execute(_statement(), (user_id, today, today))
        return tuple(_seat(row) for row in cursor.fetchall())


@cache
def _statement() -> str:
    return _STATEMENT.format(columns=", ".join(columns(model, alias) for alias, model in _PARTS))


def _seat(row: tuple[Any, ...]) -> Membership:
    home_at = width(Membership)
    county_at = home_at + width(Organization)
    seat = made(Membership, row[:home_at])
    seat.organization = made(Organization, row[home_at:county_at])
    seat.organization.partnership = made(Partnership, row[county_at:])
    return seat
