"""What the history tabs show."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Model, Q, QuerySet

from samklang.audit.models import Entry, Revision


def history(targets: Iterable[Model]) -> QuerySet[Entry]:
    """Return the entries about any of the targets, newest first; the caller has asked leave."""
    about = Q(pk__in=[])
    for target in targets:
        about |= Q(target_kind=target._meta.label_lower, target_id=target.pk)
    return Entry.objects.filter(about).select_related("actor")


def revision(partnership_id: int) -> int:
    found = Revision.objects.filter(partnership_id=partnership_id).values_list("number", flat=True)
    return found.first() or 0
