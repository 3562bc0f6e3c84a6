"""What is carried home: of one decision, of all, and who has to be reminded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from django.db.models import Model, Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404

from samklang.common.condition import stated
from samklang.common.lean import columns, made, numbers, rows, width
from samklang.decisions.models import CarryHome, Decision, HomeRequest
from samklang.organizations.api import (
    Acting,
    Body,
    Organization,
    OrganizationKind,
    Reader,
    organizations,
)

# An organization is reminded once a week at the most.
REMIND_AFTER = timedelta(days=7)
_NOT_OVER = Q(landed_date__isnull=True, not_applicable_reason="")
# What stands around a way home, by the names that the statement has for it.
_AROUND: tuple[tuple[str, type[Model]], ...] = (
    ("request", HomeRequest),
    ("decision", Decision),
    ("body", Body),
    ("organization", Organization),
)
_JOINED = (
    "FROM decisions_carryhome this"
    " JOIN decisions_homerequest request ON request.id = this.request_id"
    " JOIN decisions_decision decision ON decision.id = request.decision_id"
    " JOIN organizations_body body ON body.id = decision.body_id"
    " JOIN organizations_organization organization ON organization.id = this.organization_id"
)
PARTIES = (OrganizationKind.REGION, OrganizationKind.MUNICIPALITY)


def _rows() -> Prefetch[str]:
    return Prefetch("rows", CarryHome.objects.select_related("organization"))


def home_request(decision: Decision) -> HomeRequest | None:
    """Return what is asked of organizations about the decision, with what they have written."""
    found = HomeRequest.objects.filter(decision=decision).select_related("recorded_by")
    return found.prefetch_related(_rows()).first()


def requests_of(acting: Acting, decisions: Iterable[int]) -> list[HomeRequest]:
    """Return what is asked about the decisions that the user may see."""
    found = HomeRequest.objects.visible_to(acting).filter(decision__in=list(decisions))
    return list(found.prefetch_related(_rows()))


def find_way_home(acting: Acting, pk: int, row_pk: int) -> CarryHome:
    seen = HomeRequest.objects.visible_to(acting).filter(decision=pk).order_by().values("pk")
    found = CarryHome.objects.select_related("request__decision__body", "organization")
    return get_object_or_404(found.filter(request__in=seen), pk=row_pk)


def offered(decision: Decision) -> list[Organization]:
    """Return the organizations that can be asked: all of the county but the support unit's own."""
    return [one for one in organizations(decision.partnership_id) if one.kind in PARTIES]


def asked_home(
    acting: Acting, partnership_id: int, *, organization: int | None, late: bool
) -> QuerySet[HomeRequest]:
    """Return what is asked about the county's decisions, what is due last first."""
    found = HomeRequest.objects.visible_to(acting).filter(decision__partnership=partnership_id)
    rows = CarryHome.objects.filter(organization=organization) if organization else None
    if late:
        rows = (rows or CarryHome.objects).filter(_NOT_OVER, request__due_date__lt=acting.today)
    if rows is not None:
        found = found.filter(pk__in=rows.order_by().values("request"))
    related = found.select_related("decision__body").prefetch_related(_rows())
    return related.order_by("-due_date", "-pk")


def waiting_at_home(acting: Acting) -> int:
    """Return how much the user's organizations have been asked and have not finished."""
    seen = HomeRequest.objects.visible_to(acting).order_by().values("pk")
    own = CarryHome.objects.filter(_NOT_OVER, organization__in=acting.writes_for())
    return own.filter(request__in=seen).count()


def ways_home(acting: Acting) -> list[CarryHome]:
    """Return what the organizations that the user has a seat in have not finished.

    The first page asks, so that it is a plain statement, with the queryset's own wall in it.
    """
    if not acting.organization_ids:
        return []
    found = rows(*_asked(Reader.of(acting)))
    return [_way(row) for row in found]


def _way(row: tuple[Any, ...]) -> CarryHome:
    way = made(CarryHome, row)
    at = width(CarryHome)
    there: dict[str, Any] = {}
    for name, model in _AROUND:
        there[name] = made(model, row[at:])
        at += width(model)
    way.organization, way.request = there["organization"], there["request"]
    way.request.decision = there["decision"]
    way.request.decision.body = there["body"]
    return way


@lru_cache(maxsize=500)
def _asked(reader: Reader) -> tuple[str, dict[str, Any]]:
    """Return the statement of what the reader sees waiting, and what it says."""
    seen = HomeRequest.objects.visible_to(reader.acting)
    wall, said = stated(seen, "seen", decisions_homerequest="request")
    around = (columns(model, name) for name, model in _AROUND)
    selected = ", ".join((columns(CarryHome, "this"), *around))
    statement = (
        f"SELECT {selected} {_JOINED} WHERE this.organization_id IN"
        f" ({numbers(reader.acting.organization_ids)}) AND this.landed_date IS NULL"
        f" AND this.not_applicable_reason = '' AND {wall} ORDER BY request.due_date, this.id"
    )
    return statement, said


def to_remind(request: HomeRequest, *, now: datetime) -> list[CarryHome]:
    """Return the organizations that have not finished, and were not reminded of late."""
    long_ago = Q(reminded_at__isnull=True) | Q(reminded_at__lte=now - REMIND_AFTER)
    found = request.rows.filter(_NOT_OVER, long_ago)
    return list(found.select_related("organization"))
