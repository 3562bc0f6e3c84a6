"""Starting, describing, moving and ending a body."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date, timedelta
from typing import TypeVar

from django.db import transaction
from django.utils.text import slugify

from samklang.audit.api import record
from samklang.common.lifecycle import MoveNotAllowed
from samklang.organizations.acting import Acting
from samklang.organizations.models import Body, Partnership, ReportingLine
from samklang.organizations.queries import below, latest_move, version_of
from samklang.organizations.recording import Described, Started

_DAY = timedelta(days=1)
T = TypeVar("T")


class Ended(MoveNotAllowed):
    """Somebody else has ended it in the meantime."""


class Moved(MoveNotAllowed):
    """Somebody else has said in the meantime whom the body answers to."""


class Late(MoveNotAllowed):
    """Somebody else has recorded something of it since the user opened the page."""


@transaction.atomic
def as_seen(body: Body, seen: int, change: Callable[[], T]) -> T:
    """Do it if the body still is as the user saw it; else raise Late, and nothing is done."""
    held = hold(body)
    if version_of(held) != seen:
        raise Late(f"body {held.pk} is at {version_of(held)}, not {seen}")
    return change()


@transaction.atomic
def start_body(partnership_id: int, said: Described, started: Started, *, by: Acting) -> Body:
    # So that two who start a body of the same name do not give it the same code.
    Partnership.objects.select_for_update().get(pk=partnership_id)
    body = Body.objects.create(
        partnership_id=partnership_id,
        code=_new_code(partnership_id, said.name),
        from_date=started.from_date,
        from_decision=started.from_decision,
        own_words=True,
        recorded_by=by.user,
        **asdict(said),
    )
    if started.parent_id is not None:
        ReportingLine.objects.create(
            body=body,
            parent_id=started.parent_id,
            from_date=started.from_date,
            recorded_by=by.user,
        )
    record_of(body, "body.started", by=by, decision=started.from_decision)
    return body


@transaction.atomic
def describe_body(body: Body, said: Described, *, by: Acting) -> Body:
    """Say anew what it is called and what it is for; its pack no longer says that."""
    held = hold(body)
    changed = [name for name, value in asdict(said).items() if getattr(held, name) != value]
    if changed:
        for name in changed:
            setattr(held, name, getattr(said, name))
        held.own_words = True
        held.save(update_fields=[*changed, "own_words"])
        record_of(held, "body.described", by=by)
    return held


@transaction.atomic
def move_body(body: Body, *, parent_id: int | None, from_date: date, by: Acting) -> Body:
    """Let it answer to somebody else from a day; until the day before it is as it was.

    Raises Moved where whom it answers to has been said for a later day already, or where the
    other has come to answer to this one.
    """
    held = hold(body)
    if parent_id in below(held, on=from_date):
        raise Moved(f"body {parent_id} answers to {held.pk}")
    latest = latest_move(held)
    if latest is not None and latest >= from_date:
        raise Moved(f"whom body {held.pk} answers to has been said from {latest}")
    held.lines.filter(until_date=None).update(until_date=from_date - _DAY)
    if parent_id is not None:
        ReportingLine.objects.create(
            body=held, parent_id=parent_id, from_date=from_date, recorded_by=by.user
        )
    record_of(held, "body.moved", by=by, parent=parent_id, day=from_date.isoformat())
    return held


@transaction.atomic
def end_body(body: Body, *, until_date: date, until_decision: str, by: Acting) -> Body:
    """End it with that day; what was recorded of it stands."""
    held = hold(body)
    if held.until_date is not None:
        raise Ended(f"body {held.pk} ended on {held.until_date}")
    held.until_date, held.until_decision = until_date, until_decision
    held.save(update_fields=["until_date", "until_decision"])
    record_of(held, "body.ended", by=by, day=until_date.isoformat(), decision=until_decision)
    return held


def hold(body: Body) -> Body:
    return Body.objects.select_for_update().get(pk=body.pk)


def record_of(body: Body, verb: str, *, by: Acting, **details: object) -> None:
    """Write it down in the body's own history."""
    record(
        verb,
        body,
        by=by.user,
        partnership_id=body.partnership_id,
        organization_id=by.organization.pk if by.organization else None,
        **details,
    )


def _new_code(partnership_id: int, name: str) -> str:
    """Return a code of its own, by which no pack calls a body."""
    stem = f"own-{slugify(name)[:40]}"
    taken = set(
        Body.objects.filter(partnership_id=partnership_id, code__startswith=stem).values_list(
            "code", flat=True
        )
    )
    free = (f"{stem}-{number}" for number in range(1, len(taken) + 2))
    return next(code for code in free if code not in taken)
