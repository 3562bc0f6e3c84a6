"""Asking organizations to carry a decision home, writing how it went, and reminding."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from samklang.accounts.models import User
from samklang.audit.api import record
from samklang.decisions.models import CarryHome, Decision, HomeRequest
from samklang.decisions.registry import Changed
from samklang.organizations.api import Acting


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked of which organizations, and by when."""

    meaning: str
    asked: str
    due_date: date
    organization_ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class WayHome:
    """What an organization writes of its way home with a decision."""

    carrier: str = ""
    forum: str = ""
    planned_date: date | None = None
    decided_date: date | None = None
    came_back: str = ""
    landed_date: date | None = None
    not_applicable_reason: str = ""


@transaction.atomic
def ask_home(decision: Decision, said: Asking, *, by: Acting, seen: int) -> HomeRequest:
    """Ask for it, or change what is asked; whoever has begun to write stays.

    `seen` is the version that the user looked at, 0 where nothing was asked.
    """
    held = Decision.objects.select_for_update().get(pk=decision.pk)
    request = HomeRequest.objects.select_for_update().filter(decision=held).first()
    if held.undone_at is not None or (request.version if request else 0) != seen:
        raise Changed(f"decision {held.pk} is not asked home as it was seen")
    request = request or HomeRequest(decision=held, version=0, recorded_by=by.user)
    request.meaning, request.asked, request.due_date = said.meaning, said.asked, said.due_date
    request.version += 1
    request.save()
    _put_rows(request, said.organization_ids)
    verb = "decision.home_changed" if seen else "decision.asked_home"
    _written(held, verb, by=by, count=len(said.organization_ids), due=said.due_date.isoformat())
    return request


def _put_rows(request: HomeRequest, wanted: Collection[int]) -> None:
    there = {one.organization_id: one for one in request.rows.select_for_update()}
    for pk, row in there.items():
        if pk not in wanted and row.is_untouched:
            row.delete()
    new = (pk for pk in wanted if pk not in there)
    CarryHome.objects.bulk_create(CarryHome(request=request, organization_id=pk) for pk in new)


@transaction.atomic
def put_demo_home(
    decision: Decision, said: Asking, ways: Mapping[int, WayHome], *, by: User
) -> bool:
    """Put invented ways home there, by organization; tell whether anything was put."""
    if HomeRequest.objects.filter(decision=decision).exists():
        return False
    request = HomeRequest.objects.create(
        decision=decision,
        meaning=said.meaning,
        asked=said.asked,
        due_date=said.due_date,
        recorded_by=by,
    )
    CarryHome.objects.bulk_create(
        CarryHome(request=request, organization_id=pk, **asdict(ways.get(pk, WayHome())))
        for pk in sorted(said.organization_ids)
    )
    return True


@transaction.atomic
def write_home(row: CarryHome, said: WayHome, *, by: Acting, seen: int) -> CarryHome:
    """Write how the organization carries it home; what stood there before is in the history."""
    held = CarryHome.objects.select_for_update().select_related("request__decision").get(pk=row.pk)
    if held.version != seen or held.request.decision.undone_at is not None:
        raise Changed(f"way home {held.pk} is at version {held.version}, not {seen}")
    for name in WayHome.__slots__:
        setattr(held, name, getattr(said, name))
    held.version += 1
    held.save()
    _written(
        held.request.decision,
        "decision.carried_home",
        by=by,
        home=held.organization_id,
        who=held.organization.short_name,
        state=held.reached.value,
    )
    return held


@transaction.atomic
def remind_home(request: HomeRequest, rows: Iterable[CarryHome], *, by: Acting) -> None:
    """Write down whom somebody has sent a letter to."""
    reminded = list(rows)
    now = timezone.now()
    request.rows.filter(pk__in=[one.pk for one in reminded]).update(reminded_at=now)
    names = ", ".join(one.organization.short_name for one in reminded)
    _written(request.decision, "decision.home_reminded", by=by, who=names)


def _written(
    decision: Decision, verb: str, *, by: Acting, home: int | None = None, **details: Any
) -> None:
    record(
        verb,
        decision,
        by=by.user,
        partnership_id=decision.partnership_id,
        organization_id=home or (by.organization.pk if by.organization else None),
        **details,
    )
