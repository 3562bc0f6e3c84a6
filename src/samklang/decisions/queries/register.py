"""What pages ask about decisions: the register, one of them, and what its effects are about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import ExtractYear
from django.shortcuts import get_object_or_404

from samklang.audit.api import Entry
from samklang.audit.api import history as entries_about
from samklang.common.letters import folded
from samklang.decisions.models import Decision, Effect
from samklang.decisions.registry import Told, kind_of
from samklang.organizations.api import Acting

_RELATED = (
    "body__organization",
    "partnership",
    "recorded_by",
    "sent_to",
    "corrects__body",
    "answers__body",
)


@dataclass(frozen=True, slots=True)
class Terms:
    """What was asked for; nothing asks nothing."""

    text: str = ""
    body: int | None = None
    year: int | None = None
    area: int | None = None
    # The decisions about one thing; none where nothing is asked.
    about: frozenset[int] | None = None

    @property
    def narrow(self) -> bool:
        return any((self.text, self.body, self.year, self.area))


def register(acting: Acting, partnership_id: int, terms: Terms) -> QuerySet[Decision]:
    """Return the county's decisions that are like that, the newest first."""
    found = Decision.objects.visible_to(acting).standing().filter(partnership=partnership_id)
    for word in folded(terms.text).split():
        found = found.filter(search_text__contains=word)
    asked: dict[str, Any] = {
        "body": terms.body,
        "decided_date__year": terms.year,
        "areas": terms.area,
    }
    found = found.filter(**{name: value for name, value in asked.items() if value})
    if terms.about is not None:
        found = found.filter(pk__in=terms.about)
    return found.select_related("body", "sent_to").prefetch_related("effects")


def years(acting: Acting, partnership_id: int) -> list[int]:
    """Return the years in which the county's bodies have decided anything, the newest first."""
    found = Decision.objects.visible_to(acting).standing().filter(partnership=partnership_id)
    year = found.order_by().annotate(year=ExtractYear("decided_date")).values_list("year")
    return sorted((one for (one,) in year.distinct()), reverse=True)


def find(acting: Acting, pk: int) -> Decision:
    """Return one decision, also one that was taken back: its address never changes."""
    found = Decision.objects.visible_to(acting).select_related(*_RELATED)
    return get_object_or_404(found.prefetch_related("effects", "areas"), pk=pk)


def told(effects: Iterable[Effect], acting: Acting) -> dict[int, tuple[Told, ...]]:
    """Return what each effect is about, as the user may know it; each kind is asked once."""
    by_kind: dict[str, list[Effect]] = {}
    for one in effects:
        by_kind.setdefault(one.kind, []).append(one)
    found: dict[int, tuple[Told, ...]] = {}
    for name, some in by_kind.items():
        found |= kind_of(name).told(some, by=acting)
    return found


def history(decision: Decision) -> QuerySet[Entry]:
    return entries_about([decision])
