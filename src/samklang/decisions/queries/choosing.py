"""Decisions that somebody has chosen, with those that were made because of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db.models import Q

from samklang.decisions.models import Decision
from samklang.organizations.api import Acting


def chosen(acting: Acting, pks: Iterable[int]) -> list[Decision]:
    """Return those of them that the user may see and that stand, sitting by sitting."""
    found = Decision.objects.visible_to(acting).standing().filter(pk__in=list(pks))
    related = found.select_related("body", "sent_to", "recorded_by")
    return list(related.order_by("decided_date", "body__name", "body", "pk"))


def later_than(decisions: Collection[Decision]) -> Mapping[int, Sequence[Decision]]:
    """Return what puts each of them right or answers it, by its id."""
    there = {one.pk for one in decisions}
    because = Q(corrects__in=there) | Q(answers__in=there)
    found: dict[int, list[Decision]] = defaultdict(list)
    for one in Decision.objects.standing().filter(because).select_related("body").order_by("pk"):
        for pk in there & {one.corrects_id, one.answers_id}:
            found[pk].append(one)
    return found
