"""How a county's parties, bodies and seats are put in place from its pack."""

from __future__ import annotations

from datetime import date
from typing import Any

from samklang.accounts.models import User
from samklang.common.rows import put_row
from samklang.organizations.models import Body, Membership, Organization, Partnership


def put_partnership(code: str, **values: Any) -> tuple[Partnership, bool]:
    return put_row(Partnership.objects.all(), key={"code": code}, values=values)


def put_organization(
    partnership: Partnership, code: str, **values: Any
) -> tuple[Organization, bool]:
    key = {"partnership": partnership, "code": code}
    return put_row(Organization.objects.all(), key=key, values=values)


def put_body(partnership: Partnership, code: str, **values: Any) -> tuple[Body, bool]:
    key = {"partnership": partnership, "code": code}
    return put_row(Body.objects.select_related("parent"), key=key, values=values)


def put_seat(user: User, organization: Organization, *, role: str, from_date: date) -> None:
    """Give the seat; one that is held already stays as it is, one that has ended begins anew."""
    key = {"user": user, "organization": organization, "role": role}
    seat, made = Membership.objects.get_or_create(**key, defaults={"from_date": from_date})
    if not made and seat.until_date is not None:
        seat.from_date, seat.until_date = from_date, None
        seat.save(update_fields=["from_date", "until_date"])


def mark_demo(partnership: Partnership, *, demo: bool) -> None:
    """Let every header say, or no longer say, that invented things stand beside the real ones."""
    Partnership.objects.filter(pk=partnership.pk).update(demo=demo)
