"""Giving somebody a right in an organization, saying every year that it holds, taking it back."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from samklang.accounts.models import User
from samklang.audit.api import record
from samklang.common.lifecycle import MoveNotAllowed
from samklang.organizations.models import Membership, Organization, Role


@transaction.atomic
def give(  # a right is a sentence with this many words
    user: User,
    organization: Organization,
    *,
    role: str,
    by: User | None,
    today: date,
    until_date: date | None = None,
) -> Membership:
    """Give the right, from today; one that is held already gets the new last day."""
    seat, made = Membership.objects.select_for_update().get_or_create(
        user=user, organization=organization, role=role, defaults={"from_date": today}
    )
    if not made and seat.until_date is not None and seat.until_date < today:
        seat.from_date = today
    seat.until_date, seat.reviewed_date = until_date, today
    seat.save(update_fields=["from_date", "until_date", "reviewed_date"])
    _record("right.given", seat, by=by)
    return seat


@transaction.atomic
def end(seat: Membership, *, by: User, today: date) -> None:
    """Take the right back at once: the next click is refused."""
    seat = _locked(seat)
    if seat.until_date is not None and seat.until_date < today:
        raise MoveNotAllowed("The right has ended already.")
    # The day before, since a right holds through its last day.
    seat.until_date = max(today - timedelta(days=1), seat.from_date)
    if seat.until_date >= today:
        # It was given today: it never got to hold a whole day.
        _record("right.ended", seat, by=by)
        seat.delete()
        return
    seat.save(update_fields=["until_date"])
    _record("right.ended", seat, by=by)


@transaction.atomic
def confirm(seat: Membership, *, by: User, today: date) -> None:
    """Say, as every year, that the person still needs the right."""
    seat = _locked(seat)
    seat.reviewed_date = today
    seat.save(update_fields=["reviewed_date"])
    _record("right.confirmed", seat, by=by)


def admit_member(*, user_id: int, county: str, organization: str, today: date) -> None:
    """Place somebody whom an identity provider vouches for, as a reader of its organization."""
    home = Organization.objects.get(partnership__code=county, code=organization)
    user = User.objects.get(pk=user_id)
    give(user, home, role=Role.READER, by=None, today=today)


def _locked(seat: Membership) -> Membership:
    found = Membership.objects.select_for_update().filter(pk=seat.pk).first()
    if found is None:
        raise MoveNotAllowed("The right is gone.")
    return found


def _record(verb: str, seat: Membership, *, by: User | None) -> None:
    record(
        verb,
        seat.user,
        by=by,
        partnership_id=seat.organization.partnership_id,
        organization_id=seat.organization_id,
        role=seat.role,
        until=seat.until_date.isoformat() if seat.until_date else None,
    )
