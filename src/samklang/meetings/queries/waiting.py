"""What other bodies have sent on to one, and where it stands on an agenda."""

from __future__ import annotations

from collections.abc import Iterable

from samklang.decisions.api import Decision, waiting_at
from samklang.meetings.lifecycle import OPEN, State
from samklang.meetings.models import AgendaItem, Matter, Meeting
from samklang.organizations.api import Acting

_AHEAD = (*OPEN, State.HELD)


def waiting_for(acting: Acting, meeting: Meeting) -> list[Decision]:
    """Return what the meeting can take up: what waits for its body and is on no agenda ahead.

    What a meeting that has been held left undone still waits, and is offered to the next one.
    """
    found = waiting_at(acting, [meeting.body_id], on=acting.today)
    ahead = AgendaItem.objects.visible_to(acting).filter(
        takes_up__isnull=False, meeting__body=meeting.body_id, meeting__state__in=OPEN
    )
    return list(found.exclude(pk__in=ahead.order_by().values("takes_up")))


def taken_up(acting: Acting, decisions: Iterable[int]) -> list[AgendaItem]:
    """Return the items that the user may see and that take up the decisions, the last first."""
    items = AgendaItem.objects.visible_to(acting).filter(takes_up__in=list(decisions))
    there = items.filter(meeting__state__in=_AHEAD).select_related("meeting__body", "takes_up")
    return list(there.order_by("-meeting__date", "-pk"))


def matter_behind(decision: Decision) -> Matter | None:
    """Return what it was decided about, if the county knows of it; a draft’s is not told."""
    items = AgendaItem.objects.filter(clauses__decision=decision, matter__isnull=False)
    known = items.filter(meeting__state__in=(State.PLANNED, State.HELD))
    first = known.select_related("matter").order_by("pk").first()
    return first.matter if first else None
