"""A user's current seats in one lean statement: every signed-in page asks for them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from django.db import connection, models

from samklang.organizations.models import Membership, Organization, Partnership

# The same days as MembershipQuerySet.current; a test compares. The statement that the ORM would
# build each time costs more than the rest of an unchanged page.
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
    columns = (f"{alias}.{field.column}" for alias, model in _PARTS for field in _fields(model))
    return _STATEMENT.format(columns=", ".join(columns))


def _seat(row: tuple[Any, ...]) -> Membership:
    seat, home, county = _made(row)
    home.partnership = county
    seat.organization = home
    return seat


def _made(row: tuple[Any, ...]) -> tuple[Membership, Organization, Partnership]:
    made: list[Any] = []
    at = 0
    for _alias, model in _PARTS:
        fields = _fields(model)
        values = [
            _value(field, value)
            for field, value in zip(fields, row[at : at + len(fields)], strict=True)
        ]
        at += len(fields)
        made.append(model.from_db(connection.alias, [field.attname for field in fields], values))
    seat, home, county = made
    return seat, home, county


@cache
def _fields(model: type[models.Model]) -> tuple[Any, ...]:
    return tuple(model._meta.concrete_fields)


def _value(field: Any, value: Any) -> Any:
    """Turn what the database stores into what the model holds; SQLite has no days and no JSON."""
    if value is None or isinstance(field, models.JSONField):
        return value if value is None else field.from_db_value(value, None, connection)
    if isinstance(field, models.DateField | models.BooleanField):
        return field.to_python(value)
    return value
