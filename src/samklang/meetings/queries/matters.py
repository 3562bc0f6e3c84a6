"""A matter, and each time that it was on an agenda."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F
from django.shortcuts import get_object_or_404

from samklang.common.letters import in_alphabet
from samklang.meetings.models import AgendaItem, DecisionClause, Matter
from samklang.meetings.queries.minutes import as_read_by
from samklang.organizations.api import Acting

# So many matters can be chosen between in a form.
MOST_OFFERED = 300


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time that a matter was dealt with: where, as which item, and what was decided."""

    item: AgendaItem

    @property
    def clauses(self) -> list[DecisionClause]:
        return [one for one in self.item.clauses.all() if one.wording]


def find_matter(acting: Acting, pk: int) -> Matter:
    return get_object_or_404(Matter.objects.visible_to(acting), pk=pk)


def matters(acting: Acting, partnership_id: int) -> list[Matter]:
    """Return those of the county that the user may see, the newest ones, by title."""
    there = Matter.objects.visible_to(acting).filter(partnership=partnership_id)
    newest = there.order_by("-pk")[:MOST_OFFERED]
    return sorted(newest, key=lambda one: in_alphabet(one.title))


def occasions(acting: Acting, matter: Matter) -> list[Occasion]:
    """Return the times that the user may see, the earliest first; a day not known comes last."""
    items = (
        AgendaItem.objects.visible_to(acting)
        .filter(matter=matter)
        .select_related("meeting__body", "takes_up__body")
        .order_by(F("meeting__date").asc(nulls_last=True), "meeting__pk", "position")
    )
    return [Occasion(one) for one in as_read_by(acting, items)]


def matter_named(partnership_id: int, title: str) -> Matter | None:
    """Return the county’s matter of that very title, spaces and capitals apart."""
    wanted = " ".join(title.casefold().split())
    first = Matter.objects.filter(partnership=partnership_id, title__iexact=title.strip()).first()
    if first is not None:
        return first
    there = Matter.objects.filter(partnership=partnership_id)
    return next((one for one in there if " ".join(one.title.casefold().split()) == wanted), None)
