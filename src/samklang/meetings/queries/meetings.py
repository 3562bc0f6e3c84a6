"""The meetings that somebody may see, and one of them."""

from __future__ import annotations

from django.db.models import Count, F, Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from samklang.common.lean import LARGEST_ID, Shape
from samklang.meetings.models import MOST_ITEMS, AgendaItem, Meeting, MeetingQuerySet, Minutes
from samklang.meetings.queries.walls import walls
from samklang.organizations.api import Acting

_FOUND = Shape(Meeting, "body", "keeper", "partnership", "file", "recorded_by", "series")


def meetings(acting: Acting) -> MeetingQuerySet:
    """Return those that the user may see, with how much each has on its agenda, newest first."""
    hidden = Minutes.objects.hidden_from(acting).values("meeting")
    adopted = Q(items__clauses__wording__gt="") & ~Q(pk__in=hidden)
    return (
        Meeting.objects.visible_to(acting)
        .select_related("body", "keeper")
        .annotate(
            item_count=Count("items", distinct=True, filter=Q(items__is_break=False)),
            clause_count=Count("items__clauses", filter=adopted, distinct=True),
        )
        .order_by(F("date").desc(nulls_last=True), "-pk")
    )


def find_meeting(acting: Acting, pk: int) -> Meeting:
    there = walls(acting)
    found = pk <= LARGEST_ID and _FOUND.find(
        f"WHERE this.id = %(pk)s AND {there.seen}", {**there.said, "pk": pk}
    )
    if not found:
        raise Http404
    return found[0]


def find_item(acting: Acting, pk: int, item_pk: int) -> AgendaItem:
    found = AgendaItem.objects.visible_to(acting).select_related(
        "meeting__body", "meeting__keeper", "meeting__minutes", "matter"
    )
    return get_object_or_404(found.filter(meeting=pk), pk=item_pk)


def numbers(meeting: Meeting) -> list[AgendaItem]:
    """Return the items that have a number of their own."""
    there = meeting.items.filter(is_break=False).select_related("meeting")
    return [one for one in there if not one.letter]


def is_full(meeting: Meeting) -> bool:
    return meeting.items.count() >= MOST_ITEMS
