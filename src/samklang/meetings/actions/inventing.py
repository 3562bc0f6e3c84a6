"""Puts the invented meetings of a demo county there, with what was said at those that are over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from samklang.accounts.models import User
from samklang.decisions.api import put_demo_clauses
from samklang.meetings.actions.beginning import begin
from samklang.meetings.actions.deciding import adopted_clauses, said
from samklang.meetings.actions.registering import put_meeting
from samklang.meetings.actions.series import put_standing
from samklang.meetings.lifecycle import MinutesState, State
from samklang.meetings.models import AgendaItem, DecisionClause, Meeting, Minutes, Series
from samklang.meetings.sealing import fingerprint
from samklang.meetings.written import KnownItem, KnownMeeting, SeriesWords
from samklang.organizations.api import Body

_PAPERS_GO_OUT = timedelta(days=14)
_MINUTES_ARE_LOCKED = timedelta(days=7)


@transaction.atomic
def put_demo_series(body: Body, words: SeriesWords, *, keeper_id: int, by: User) -> None:
    """Put the series there, unless the body has one of that name."""
    there = Series.objects.filter(body=body, name=words.name)
    if there.exists():
        return
    series = Series.objects.create(
        partnership_id=body.partnership_id,
        body=body,
        keeper_id=keeper_id,
        recorded_by=by,
        **words.values(),
    )
    put_standing(series, words.standing)


@transaction.atomic
def put_demo_meeting(known: KnownMeeting, *, by: User, checked_by: User) -> bool:
    """Put the meeting there unless the body meets that day; tell whether it was put."""
    facts = known.facts
    if Meeting.objects.filter(body=facts.body_id, date=facts.plan.date).exists():
        return False
    meeting = put_meeting(facts, by=by)
    if known.series:
        _put_in_series(meeting, known)
    if known.is_sent_out or facts.is_held:
        meeting.state = State.HELD if facts.is_held else State.PLANNED
        meeting.sent_at = min(timezone.now(), _at_noon(meeting, -_PAPERS_GO_OUT))
        meeting.save(update_fields=["state", "sent_at"])
        # Its papers were there when it was sent out.
        meeting.attachments.update(added_at=meeting.sent_at)
    if known.items:
        _write(meeting, known.items)
    if facts.is_held:
        _lock(meeting, by=by, checked_by=checked_by)
    return True


def _put_in_series(meeting: Meeting, known: KnownMeeting) -> None:
    """Let a meeting with no agenda of its own begin as its series says."""
    meeting.series = Series.objects.get(body=meeting.body_id, name=known.series)
    meeting.announced_at = timezone.now() if known.is_announced else None
    meeting.save(update_fields=["series", "announced_at"])
    if not known.items:
        begin(meeting)


def _write(meeting: Meeting, items: Iterable[KnownItem]) -> None:
    for item, known in zip(meeting.items.all(), items, strict=True):
        AgendaItem.objects.filter(pk=item.pk).update(
            text=known.text, outcome=known.outcome, is_previous_notes=known.is_previous_notes
        )
        DecisionClause.objects.bulk_create(
            DecisionClause(
                item=item,
                position=position,
                wording=clause.wording,
                proposed=clause.proposed,
                is_standard=clause.is_standard,
            )
            for position, clause in enumerate(known.clauses)
        )


def _lock(meeting: Meeting, *, by: User, checked_by: User) -> None:
    """Let the minutes be locked, and what was decided stand in the register."""
    when = _at_noon(meeting, _MINUTES_ARE_LOCKED)
    clauses = list(adopted_clauses(meeting).select_related("item"))
    for clause, decision in zip(
        clauses, put_demo_clauses(said(meeting, clauses), by=by), strict=True
    ):
        clause.decision = decision
        clause.save(update_fields=["decision"])
    Minutes.objects.create(
        meeting=meeting,
        state=MinutesState.LOCKED,
        secretary=by,
        checked_by=checked_by,
        checked_at=when,
        locked_by=checked_by,
        locked_at=when,
        sha256=fingerprint(meeting),
    )


def _at_noon(meeting: Meeting, later: timedelta) -> datetime:
    return timezone.make_aware(datetime.combine(meeting.day + later, time(12)))
