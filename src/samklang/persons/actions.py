"""Giving a person everything that is held about them, and taking them away."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samklang.accounts.erasure import pseudonymize
from samklang.accounts.models import User
from samklang.audit.api import record
from samklang.common.lifecycle import MoveNotAllowed
from samklang.persons.held import Held, held_about


@transaction.atomic
def hand_out(person: User, *, by: User | None, now: datetime) -> Held:
    """Gather everything, and write down that somebody got it."""
    held = held_about(person, now=now)
    record("person.handed_out", person, by=by)
    return held


@transaction.atomic
def erase(person: User, *, by: User | None, reason: str) -> User:
    """Leave a number in the person’s place, everywhere and for good.

    What they recorded stands: decisions, adoptions, history and the sealed record.
    """
    found = User.objects.select_for_update().get(pk=person.pk)
    if found.erased_at is not None:
        raise MoveNotAllowed(f"account {person.pk} is erased already")
    erased = pseudonymize(found)
    record("person.erased", erased, by=by, reason=reason)
    return erased
