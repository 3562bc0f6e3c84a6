"""What is carried home: of one decision, of all, and who has to be reminded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404

from samklang.decisions.models import CarryHome, Decision, HomeRequest
from samklang.organizations.api import Acting, Organization, OrganizationKind, organizations

# An organization is reminded once a week at the most.
REMIND_AFTER = timedelta(days=7)
_NOT_OVER = Q(landed_date__isnull=True, not_applicable_reason="")
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
    """Return what the organizations that the user has a seat in have not finished."""
    seen = HomeRequest.objects.visible_to(acting).order_by().values("pk")
    own = CarryHome.objects.filter(_NOT_OVER, organization__in=acting.organization_ids)
    related = own.select_related("request__decision__body", "organization")
    return list(related.filter(request__in=seen).order_by("request__due_date", "pk"))


def to_remind(request: HomeRequest, *, now: datetime) -> list[CarryHome]:
    """Return the organizations that have not finished, and were not reminded of late."""
    long_ago = Q(reminded_at__isnull=True) | Q(reminded_at__lte=now - REMIND_AFTER)
    found = request.rows.filter(_NOT_OVER, long_ago)
    return list(found.select_related("organization"))
