"""Asking somebody to come, and letting them in once."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from samklang.accounts.models import User
from samklang.audit.api import record
from samklang.common.lifecycle import MoveNotAllowed
from samklang.organizations.actions.giving import give
from samklang.organizations.link_secrets import hashed
from samklang.organizations.models import Invitation, Organization

HOLDS_FOR = timedelta(days=14)


@transaction.atomic
def invite(  # noqa: PLR0913  # who, where, with which right, until when, by whom, when
    organization: Organization,
    *,
    name: str,
    email: str,
    role: str,
    until_date: date | None,
    by: User,
    now: datetime,
) -> tuple[Invitation, str]:
    """Return the invitation and the secret of its link, which is not kept."""
    secret = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        organization=organization,
        name=name,
        email=email.casefold(),
        role=role,
        until_date=until_date,
        secret_hash=hashed(secret),
        invited_by=by,
        expires_at=now + HOLDS_FOR,
    )
    _record("invitation.sent", invitation, by=by, role=role)
    return invitation, secret


@transaction.atomic
def withdraw(invitation: Invitation, *, by: User, now: datetime) -> None:
    invitation = _open(invitation, now)
    invitation.withdrawn_at = now
    invitation.save(update_fields=["withdrawn_at"])
    _record("invitation.withdrawn", invitation, by=by)


@transaction.atomic
def accept(invitation: Invitation, *, user: User, now: datetime, today: date) -> None:
    """Use the invitation up, and give the right that it promised."""
    invitation = _open(invitation, now)
    invitation.used_at, invitation.used_by = now, user
    invitation.save(update_fields=["used_at", "used_by"])
    _record("invitation.accepted", invitation, by=user)
    give(
        user,
        invitation.organization,
        role=invitation.role,
        by=invitation.invited_by,
        today=today,
        until_date=invitation.until_date,
    )


@transaction.atomic
def forget_invited(*, user_id: int, name: str, email: str, now: datetime) -> None:
    """Let the person’s invitations tell a number; one that is open opens nothing more."""
    theirs = Q(used_by=user_id) | (Q(email__iexact=email) if email else Q(pk__in=[]))
    found = Invitation.objects.filter(theirs)
    found.open(now).update(withdrawn_at=now)
    found.update(name=name, email="")


def weed_invitations(*, over_before: datetime) -> int:
    """Take away those that are over; the record goes on telling what came of them."""
    over = Q(used_at__lt=over_before) | Q(withdrawn_at__lt=over_before)
    run_out = Q(used_at=None, withdrawn_at=None, expires_at__lt=over_before)
    return Invitation.objects.filter(over | run_out).delete()[0]


def _open(invitation: Invitation, now: datetime) -> Invitation:
    # The sender's row is only read, so it is not locked.
    waiting = Invitation.objects.select_for_update(of=("self",)).open(now)
    found = waiting.filter(pk=invitation.pk).first()
    if found is None:
        raise MoveNotAllowed("The invitation is used, withdrawn, too old or no longer vouched for.")
    return found


def _record(verb: str, invitation: Invitation, *, by: User, **details: str) -> None:
    record(
        verb,
        invitation,
        by=by,
        partnership_id=invitation.organization.partnership_id,
        organization_id=invitation.organization_id,
        **details,
    )
