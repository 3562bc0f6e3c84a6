"""Recording what a body has decided, with what it does, and confirming what it did not have to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from samklang.accounts.models import User
from samklang.audit.api import record
from samklang.common.letters import folded
from samklang.common.lifecycle import MoveNotAllowed
from samklang.decisions import origins
from samklang.decisions.models import Decision, DecisionQuerySet, Effect
from samklang.decisions.registry import Changed, kind_of
from samklang.organizations.api import Acting, Body, Deciding, Mandates, mandates


class AlreadyRecorded(MoveNotAllowed):
    """The register has the same clause of the same body and day already."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An effect as it was asked for, and which state of things the user looked at."""

    kind: str
    asked: dict[str, Any]
    seen: str


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause as somebody has written it down.

    `is_outside` is what the user was told: that the body has no mandate for it. With a reason it
    is confirmed all the same; without one it is sent on, and its effect waits. `origin` is what it
    comes from, such as a clause of a meeting: “clause-12”.
    """

    wording: str
    paragraph: str = ""
    deciding: str = Deciding.OTHER
    standard: bool = False
    area_ids: tuple[int, ...] = ()
    effect: Wanted | None = None
    is_outside: bool = False
    outside_reason: str = ""
    sent_to_id: int | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """Which body decided, on which day, and where it is written."""

    body: Body
    on: date
    source: str = ""
    clauses: Sequence[Clause] = field(default=())


@transaction.atomic
def record_sitting(said: Sitting, *, by: Acting) -> list[Decision]:
    """Record each clause as a decision of its own and do what it does, all of it or nothing."""
    # So that two who record the same do it one after the other.
    body = Body.objects.select_for_update().get(pk=said.body.pk)
    rights = mandates(body.partnership_id)
    return [_recorded(body, said, clause, rights, by) for clause in said.clauses]


@transaction.atomic
def record_clauses(said: Sitting, *, by: Acting, linked: Collection[int] = ()) -> list[Decision]:
    """Register clauses that another context has locked, each as a decision; in their order.

    What somebody has recorded already is found and not recorded twice; `linked` are the decisions
    that are those of other clauses. Nothing is carried out: an effect is chosen by a person.
    """
    body = Body.objects.select_for_update().get(pk=said.body.pk)
    made: list[Decision] = []
    for clause in said.clauses:
        taken = {*linked, *(one.pk for one in made)}
        same = _same(body, said, clause).exclude(pk__in=taken).first()
        made.append(same or _put(_decision(body, said, clause, by.user), clause, by))
    return made


@transaction.atomic
def put_demo_clauses(said: Sitting, *, by: User) -> list[Decision]:
    """Put invented decisions there, in their order; the record tells of nothing invented."""
    made = [_decision(said.body, said, clause, by) for clause in said.clauses]
    for decision in made:
        decision.save()
    return made


def _same(body: Body, said: Sitting, clause: Clause) -> DecisionQuerySet:
    there = Decision.objects.standing().filter(body=body, decided_date=said.on)
    return there.filter(wording=clause.wording, paragraph=clause.paragraph)


def _recorded(body: Body, said: Sitting, clause: Clause, rights: Mandates, by: Acting) -> Decision:
    if _same(body, said, clause).exists():
        raise AlreadyRecorded(f"body {body.pk} has decided it on {said.on} already")
    decision = _decision(body, said, clause, by.user)
    if is_outside(decision, rights) != clause.is_outside:
        raise Changed(f"the mandate of body {body.pk} is not as it was seen")
    _put(decision, clause, by)
    if clause.effect is not None:
        effect = Effect.objects.create(
            decision=decision, kind=clause.effect.kind, asked=clause.effect.asked
        )
        if not clause.is_outside or clause.outside_reason:
            _carry_out(effect, decision, by=by, seen=clause.effect.seen)
    return decision


def _decision(body: Body, said: Sitting, clause: Clause, by: User) -> Decision:
    is_sent_on = clause.is_outside and not clause.outside_reason
    return Decision(
        partnership_id=body.partnership_id,
        body=body,
        decided_date=said.on,
        paragraph=clause.paragraph,
        wording=clause.wording,
        search_text=folded(clause.wording),
        deciding=clause.deciding,
        standard=clause.standard,
        source=said.source,
        outside_reason=clause.outside_reason if clause.is_outside else "",
        sent_to_id=clause.sent_to_id if is_sent_on else None,
        recorded_by=by,
    )


def _put(decision: Decision, clause: Clause, by: Acting) -> Decision:
    decision.save()
    decision.areas.set({*clause.area_ids, *_areas(clause.effect)})
    _written(decision, "decision.recorded", by=by)
    if decision.sent_to is not None:
        _written(decision, "decision.sent_on", by=by, to=decision.sent_to.name)
    origins.link(clause.origin, decision, by=by)
    return decision


@transaction.atomic
def confirm(decision: Decision, *, reason: str, seen: str, by: Acting) -> None:
    """Let a decision that was sent on do what it does; outside the mandate only for a reason.

    Raises Changed if somebody was first, or if the body's mandate is not as the user was told.
    """
    held = Decision.objects.select_for_update().get(pk=decision.pk)
    waiting = list(held.effects.filter(done_at__isnull=True))
    outside = is_outside(held, mandates(held.partnership_id))
    if held.undone_at is not None or held.outside_reason or outside != bool(reason):
        raise Changed(f"decision {held.pk} is not waiting as it was seen")
    if not waiting and not outside:
        raise Changed(f"decision {held.pk} waits for nothing")
    held.outside_reason = reason
    held.sent_to = None
    held.save(update_fields=["outside_reason", "sent_to"])
    _written(held, "decision.confirmed", by=by, reason=reason)
    for effect in waiting:
        _carry_out(effect, held, by=by, seen=seen)


@transaction.atomic
def undo(decision: Decision, *, by: Acting) -> None:
    """Take back a decision that was recorded by mistake, with what it did where that can be.

    The history keeps that it was there.
    """
    held = Decision.objects.select_for_update().get(pk=decision.pk)
    if held.undone_at is not None:
        raise Changed(f"decision {held.pk} is taken back")
    for effect in held.effects.filter(done_at__isnull=False):
        kind_of(effect.kind).take_back(effect, by=by)
    held.undone_at = timezone.now()
    held.save(update_fields=["undone_at"])
    _written(held, "decision.undone", by=by)


def is_outside(decision: Decision, rights: Mandates) -> bool:
    """Whether the body lacks a mandate for such a decision on its day."""
    if not decision.needs_mandate:
        return False
    return rights.behind(decision.body_id, decision.deciding, on=decision.decided_date) is None


def _areas(wanted: Wanted | None) -> frozenset[int]:
    return kind_of(wanted.kind).areas(wanted.asked) if wanted else frozenset()


def _carry_out(effect: Effect, decision: Decision, *, by: Acting, seen: str) -> None:
    kind = kind_of(effect.kind)
    effect.done = dict(kind.carry_out(effect.asked, decision=decision, by=by, seen=seen))
    effect.done_at = timezone.now()
    effect.save(update_fields=["done", "done_at"])
    _written(decision, "decision.carried_out", by=by, effect=effect.kind)


def _written(decision: Decision, verb: str, *, by: Acting, **details: Any) -> None:
    record(
        verb,
        decision,
        by=by.user,
        partnership_id=decision.partnership_id,
        organization_id=by.organization.pk if by.organization else None,
        **details,
    )
