"""What pages and other contexts ask about organizations and about who acts for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from samklang.audit.api import Entry, of_organization
from samklang.common.lean import rows
from samklang.common.letters import in_alphabet
from samklang.organizations.acting import WRITERS, Acting
from samklang.organizations.link_secrets import hashed
from samklang.organizations.models import (
    Invitation,
    InvitationQuerySet,
    Membership,
    Organization,
    OrganizationQuerySet,
    Partnership,
)

REVIEWED_EVERY = timedelta(days=365)
# Plain SQL, since every county page asks for them; the order is the model's.
_MUNICIPALITIES = """
SELECT id, code, short_name FROM organizations_organization
WHERE partnership_id = %s AND kind = 'municipality'
ORDER BY position, name, id
"""


def partnership(partnership_id: int) -> Partnership:
    return Partnership.objects.get(pk=partnership_id)


def organizations(partnership_id: int) -> OrganizationQuerySet:
    """Return the partnership’s organizations in the country’s alphabetical order."""
    return Organization.objects.of_partnership(partnership_id)


def municipalities(partnership_id: int) -> list[tuple[Any, ...]]:
    """Return the municipalities’ ids, codes and short names in the country’s alphabetical order."""
    return rows(_MUNICIPALITIES, [partnership_id])


def home_of(acting: Acting) -> Partnership:
    """Return the county that the user looks at; somebody without a seat has none."""
    if acting.partnership is None:
        raise Http404
    return acting.partnership


def seats_named(names: Iterable[str], partnership_id: int, *, on: date) -> QuerySet[Membership]:
    """Return the seats in the county of those whose accounts have one of the names."""
    there = Membership.objects.current(on).filter(
        organization__partnership=partnership_id,
        user__name__in=list(names),
        user__is_active=True,
    )
    return there.select_related("user", "organization").order_by("user__name", "user", "pk")


def own_organizations(acting: Acting) -> OrganizationQuerySet:
    """Return those that the user has a seat in: whose people they may see."""
    return Organization.objects.filter(pk__in=acting.organization_ids)


def find_own(acting: Acting, pk: int) -> Organization:
    return get_object_or_404(own_organizations(acting), pk=pk)


@dataclass(frozen=True, slots=True)
class Right:
    """One seat as the list of people shows it."""

    seat: Membership
    review_due: bool


def rights(organization: Organization, *, today: date) -> list[Right]:
    """Return who may do what in the organization today, by name."""
    seats = (
        Membership.objects.filter(organization=organization)
        .current(today)
        .select_related("user", "organization")
        .order_by("user__username", "pk")
    )
    by_name = sorted(seats, key=lambda seat: in_alphabet(str(seat.user)))
    return [Right(seat, review_due=_is_due(seat, today)) for seat in by_name]


def _is_due(seat: Membership, today: date) -> bool:
    return (seat.reviewed_date or seat.from_date) + REVIEWED_EVERY <= today


def writers(organization_ids: Iterable[int], *, today: date) -> list[str]:
    """Return the e-mail addresses of those who write for any of the organizations."""
    seats = Membership.objects.current(today).filter(
        organization__in=list(organization_ids), role__in=WRITERS, user__is_active=True
    )
    return list(seats.exclude(user__email="").values_list("user__email", flat=True).distinct())


def find_seat(acting: Acting, pk: int) -> Membership:
    seats = Membership.objects.current(acting.today).select_related("user", "organization")
    return get_object_or_404(seats, pk=pk, organization__in=acting.organization_ids)


def waiting_invitations(organization: Organization, *, now: datetime) -> InvitationQuerySet:
    """Return those that nobody has used; one whose sender may invite no longer does not hold."""
    return Invitation.objects.filter(organization=organization).waiting(now)


def find_invitation(acting: Acting, pk: int, *, now: datetime) -> Invitation:
    waiting = Invitation.objects.open(now).select_related("organization")
    return get_object_or_404(waiting, pk=pk, organization__in=acting.organization_ids)


def invitation_by_secret(secret: str, *, now: datetime) -> Invitation | None:
    """Return the invitation that the link opens; a used, old or made-up one opens nothing."""
    waiting = Invitation.objects.open(now).select_related("organization__partnership")
    return waiting.filter(secret_hash=hashed(secret)).first()


def history(organization: Organization, *, told: Iterable[str]) -> QuerySet[Entry]:
    """Return what was done about the organization’s people, the newest first, by its verbs."""
    return of_organization(organization.pk).filter(verb__in=told)
