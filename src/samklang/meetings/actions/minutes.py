"""Minutes from the first word until they are locked, and corrected beside what was locked."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from samklang.accounts.models import User
from samklang.common.lifecycle import MoveNotAllowed
from samklang.meetings.actions.deciding import record_decisions
from samklang.meetings.actions.locking import locked, told
from samklang.meetings.lifecycle import (
    CHECK,
    LOCK,
    MINUTES_LIFECYCLE,
    WRITE_ON,
    MinutesState,
    State,
)
from samklang.meetings.models import AgendaItem, Correction, Meeting, Minutes
from samklang.meetings.notes import hinders
from samklang.meetings.sealing import fingerprint
from samklang.organizations.api import Acting


class Undecided(MoveNotAllowed):
    """An item is not decided, or not finished: the minutes stay open."""


@transaction.atomic
def begin_minutes(meeting: Meeting, *, by: Acting) -> Minutes:
    """Open the minutes for writing; whoever comes second writes in the same ones."""
    fresh = locked(meeting)
    if fresh.state not in (State.PLANNED, State.HELD):
        raise MoveNotAllowed(f"meeting {fresh.pk} is {fresh.state}")
    minutes, is_new = Minutes.objects.get_or_create(meeting=fresh, defaults={"secretary": by.user})
    if is_new:
        told("minutes.begun", fresh, by=by)
    return minutes


@transaction.atomic
def choose_adjusters(minutes: Minutes, users: Sequence[User], *, by: Acting) -> None:
    """Let these, and no others, be asked to check the minutes; each of them reads the draft."""
    held = _held(minutes)
    if held.state != MinutesState.WRITING:
        raise MoveNotAllowed(f"the minutes of meeting {held.meeting_id} are {held.state}")
    if held.secretary in users:
        raise MoveNotAllowed(f"user {held.secretary_id} has kept the minutes, and checks none")
    held.adjusters.exclude(user__in=users).delete()
    for user in users:
        held.adjusters.get_or_create(user=user, defaults={"appointed_by": by.user})
    names = ", ".join(map(str, users)) or "–"
    told("minutes.adjusters_chosen", held.meeting, by=by, names=names)


@transaction.atomic
def check(minutes: Minutes, *, by: Acting) -> Minutes:
    """Say that they are as it was; the county reads them from now on."""
    held = _held(minutes)
    state = MINUTES_LIFECYCLE.after(CHECK, in_state=held.state)
    if held.meeting.state not in (State.PLANNED, State.HELD):
        raise MoveNotAllowed(f"meeting {held.meeting_id} is {held.meeting.state}")
    _must_be_decided(held.meeting)
    held.state, held.checked_by, held.checked_at = state, by.user, timezone.now()
    held.save(update_fields=["state", "checked_by", "checked_at"])
    told("minutes.checked", held.meeting, by=by)
    return held


@transaction.atomic
def write_on(minutes: Minutes, *, by: Acting) -> Minutes:
    """Open checked minutes again; they must be checked anew."""
    held = _held(minutes)
    held.state = MINUTES_LIFECYCLE.after(WRITE_ON, in_state=held.state)
    held.checked_by = held.checked_at = None
    held.save(update_fields=["state", "checked_by", "checked_at"])
    told("minutes.opened", held.meeting, by=by)
    return held


@transaction.atomic
def lock(minutes: Minutes, *, by: Acting) -> Minutes:
    """Lock what the minutes state, for good, and register what they say was decided."""
    held = _held(minutes)
    state = MINUTES_LIFECYCLE.after(LOCK, in_state=held.state)
    if held.meeting.state != State.HELD:
        raise MoveNotAllowed(f"meeting {held.meeting_id} has not been held")
    _must_be_decided(held.meeting)
    record_decisions(held.meeting, by=by)
    held.state, held.locked_by, held.locked_at = state, by.user, timezone.now()
    held.sha256 = fingerprint(held.meeting)
    held.save(update_fields=["state", "locked_by", "locked_at", "sha256"])
    told("minutes.locked", held.meeting, by=by, sha256=held.sha256)
    return held


@transaction.atomic
def correct(minutes: Minutes, text: str, *, item: AgendaItem | None, by: Acting) -> Correction:
    """Say beside locked minutes what is right; what was locked stays as it was."""
    held = _held(minutes)
    if held.state != MinutesState.LOCKED:
        raise MoveNotAllowed(f"the minutes of meeting {held.meeting_id} are not locked")
    made = Correction.objects.create(minutes=held, item=item, text=text, made_by=by.user)
    told("minutes.corrected", held.meeting, by=by, what=str(item or held.meeting))
    return made


def _held(minutes: Minutes) -> Minutes:
    """Take the minutes, and before them the meeting: nothing of what they state moves meanwhile."""
    Meeting.objects.select_for_update().get(pk=minutes.meeting_id)
    there = Minutes.objects.select_for_update(of=("self",)).select_related("meeting__body")
    return there.get(pk=minutes.pk)


def _must_be_decided(meeting: Meeting) -> None:
    found = meeting.items.prefetch_related("clauses")
    open_ones = [item.mark or item.title for item, _why in hinders(found)]
    if open_ones:
        raise Undecided(f"meeting {meeting.pk} has open items: {', '.join(open_ones)}")
