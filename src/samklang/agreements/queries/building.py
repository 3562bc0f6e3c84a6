"""What others have built on a registration: it cannot be taken back from under them."""

from __future__ import annotations

from samklang.accounts.models import User
from samklang.agreements.models import Agreement, Edition
from samklang.audit.api import Entry, history

_REGISTERED = (
    "agreement.registered",
    "agreement.edition_registered",
    "agreement.edition_added",
)


def is_the_only_one(edition: Edition) -> bool:
    others = edition.agreement.editions.filter(undone_at__isnull=True).exclude(pk=edition.pk)
    return not others.exists()


def built_on(edition: Edition) -> Agreement | None:
    """Return an agreement that builds on this one, if it would go with its only edition."""
    if not is_the_only_one(edition):
        return None
    return Agreement.objects.standing().filter(parent=edition.agreement_id).first()


def later_by_others(edition: Edition, user: User) -> Entry | None:
    """Return what somebody else has done about the edition since it was registered.

    If it is the agreement’s only edition, everything about the agreement is about it.
    """
    entries = history([edition.agreement])
    own = entries.filter(verb__in=_REGISTERED, details__edition_id=edition.pk).first()
    later = entries.filter(pk__gt=own.pk if own else 0).exclude(actor=user)
    if not is_the_only_one(edition):
        later = later.filter(details__edition_id=edition.pk)
    return later.first()
