"""Adopting an edition by one decision: for all the parties that it names, or for none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from samklang.agreements.actions.entering import record_adoption, undo
from samklang.agreements.actions.locking import locked
from samklang.agreements.models import Adoption, Agreement
from samklang.organizations.api import Acting


@transaction.atomic
def adopt(agreement: Agreement, entries: Sequence[Adoption], *, by: Acting) -> list[int]:
    """Record each party's yes; raise Conflict if the agreement was changed since it was read."""
    held = locked(agreement, seen=agreement.version)
    for one in entries:
        record_adoption(held, one, by=by, seen=held.version)
        held.refresh_from_db(fields=["version"])
    return [one.pk for one in entries]


@transaction.atomic
def take_back_adoptions(entries: Iterable[Adoption], *, by: Acting) -> None:
    for one in entries:
        undo(one.edition.agreement, one, by=by)
