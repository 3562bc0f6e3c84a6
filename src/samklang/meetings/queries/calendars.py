"""What calendars are told: one meeting as an entry, and those of a person’s feed."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Count, Max
from django.shortcuts import get_object_or_404

from samklang.meetings.calendar_entries import Entry
from samklang.meetings.models import FeedScope, Meeting, MeetingQuerySet
from samklang.organizations.api import Acting, bodies_of

# A calendar has no use for what is longer ago.
_KEPT = timedelta(days=400)


def find_entry(meeting_id: int, *, address: str) -> Entry | None:
    """Return the meeting as an entry, for whoever was sent it; none where it has no day."""
    found = _with_moves(Meeting.objects.filter(pk=meeting_id, date__isnull=False)).first()
    return _entry(found, address) if found else None


def known_entry(acting: Acting, pk: int, *, site: str) -> Entry:
    """Return it for somebody who knows of it; without its page where they may not see that."""
    known = _with_moves(Meeting.objects.known_to(acting).filter(date__isnull=False))
    meeting = get_object_or_404(known, pk=pk)
    seen = Meeting.objects.visible_to(acting).filter(pk=pk).exists()
    return _entry(meeting, f"{site}{meeting.get_absolute_url()}" if seen else "")


def feed_entries(scope: str, acting: Acting, *, site: str) -> list[Entry]:
    """Return what the person may know of at this moment; of their own bodies, if they said so."""
    known = Meeting.objects.known_to(acting).filter(date__gte=acting.today - _KEPT)
    # Drafts that only their own organization sees are nobody's appointment yet.
    known = known.exclude(announced_at=None, sent_at=None)
    if scope == FeedScope.OWN_BODIES:
        known = known.filter(body__in=bodies_of(acting.user.email, on=acting.today))
    seen = set(Meeting.objects.visible_to(acting).order_by().values_list("pk", flat=True))
    return [
        _entry(one, f"{site}{one.get_absolute_url()}" if one.pk in seen else "")
        for one in _with_moves(known).order_by("date", "pk")
    ]


def _with_moves(meetings: MeetingQuerySet) -> MeetingQuerySet:
    about = meetings.select_related("body", "keeper", "partnership")
    return about.annotate(moved_count=Count("plan_changes"), last_moved_at=Max("plan_changes__at"))


def _entry(meeting: Meeting, address: str) -> Entry:
    counted = vars(meeting)
    return Entry(meeting, counted["moved_count"], counted["last_moved_at"], address)
