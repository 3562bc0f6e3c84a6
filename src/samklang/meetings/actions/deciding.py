"""What a meeting decided becomes decisions in the county's register, and points to them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from samklang.audit.api import record
from samklang.common.lifecycle import MoveNotAllowed
from samklang.decisions.api import Clause, Decision, Sitting, answer, record_clauses
from samklang.meetings.actions.locking import locked
from samklang.meetings.models import AgendaItem, DecisionClause, Meeting
from samklang.organizations.api import Acting

_LONGEST_SOURCE, _LONGEST_PARAGRAPH = 300, 50
# A clause that nobody has recorded, or whose decision was taken back.
_UNRECORDED = Q(decision__isnull=True) | Q(decision__undone_at__isnull=False)


@transaction.atomic
def record_decisions(meeting: Meeting, *, by: Acting) -> list[Decision]:
    """Register every adopted clause that is not a decision yet; said again, it does nothing more.

    Locking the minutes does this in its own transaction.
    """
    fresh = locked(meeting)
    there = adopted_clauses(fresh)
    waiting = list(there.filter(_UNRECORDED).select_related("item__takes_up"))
    made = record_clauses(said(fresh, waiting), by=by, linked=_linked(fresh))
    for clause, decision in zip(waiting, made, strict=True):
        _point(clause, decision, fresh, by=by)
    return made


def _linked(meeting: Meeting) -> set[int]:
    """Return the decisions of that body and day which clauses point to, of this meeting or not."""
    sittings = Meeting.objects.filter(body=meeting.body_id, date=meeting.date)
    there = DecisionClause.objects.filter(item__meeting__in=sittings, decision__isnull=False)
    return set(there.values_list("decision", flat=True))


def adopted_clauses(meeting: Meeting) -> QuerySet[DecisionClause]:
    there = DecisionClause.objects.filter(item__meeting=meeting).exclude(wording="")
    return there.order_by("item__position", "position")


def said(meeting: Meeting, clauses: Iterable[DecisionClause]) -> Sitting:
    """Return clauses of the meeting as its body has decided them; raise if its day is unknown."""
    if meeting.date is None:
        raise MoveNotAllowed(f"meeting {meeting.pk} has no day to have decided on")
    words = [
        Clause(one.wording, paragraph_of(one.item), standard=one.is_standard) for one in clauses
    ]
    return Sitting(meeting.body, meeting.date, source_of(meeting), words)


@transaction.atomic
def link_decision(clause: DecisionClause, decision: Decision, *, by: Acting) -> None:
    """Let the clause point to the decision that somebody made of it.

    Also in locked minutes, whose decision was taken back: what they state is not changed by it.
    """
    meeting = Meeting.objects.select_for_update().get(pk=clause.item.meeting_id)
    if not DecisionClause.objects.filter(_UNRECORDED, pk=clause.pk).exists():
        raise MoveNotAllowed(f"clause {clause.pk} is recorded by now, or taken away")
    _point(clause, decision, meeting, by=by)


def paragraph_of(item: AgendaItem) -> str:
    """Say under which item it was decided; nothing where the number is lost."""
    return gettext("item %(mark)s") % {"mark": item.mark} if item.mark else ""


def source_of(meeting: Meeting) -> str:
    return (gettext("Minutes of %(meeting)s") % {"meeting": meeting})[:_LONGEST_SOURCE]


def _point(clause: DecisionClause, decision: Decision, meeting: Meeting, *, by: Acting) -> None:
    clause.decision = decision
    clause.save(update_fields=["decision"])
    if clause.item.takes_up is not None and not clause.is_standard:
        answer(clause.item.takes_up, with_=decision, by=by)
    # Not counted as a change of the agenda: whoever writes in it is not stopped.
    record(
        "meeting.decision_recorded",
        meeting,
        by=by.user,
        partnership_id=meeting.partnership_id,
        organization_id=by.organization.pk if by.organization else meeting.keeper_id,
        what=clause.wording[:100],
        decision=decision.pk,
    )
