"""How an organization’s answer that it has none is recorded, and taken back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from samklang.audit.api import record
from samklang.inventories.models import Finding
from samklang.organizations.api import Acting


@transaction.atomic
def record_none(*, by: Acting, **answer: Any) -> Finding:
    """Record the answer “we have none”; an earlier one for the same area ends where this begins."""
    earlier = Finding.objects.holding().filter(
        organization=answer["organization"],
        area=answer["area"],
        answered_date__lte=answer["answered_date"],
    )
    earlier.update(withdrawn_date=answer["answered_date"])
    finding = Finding.objects.create(recorded_by=by.user, **answer)
    _record("finding.recorded", finding, by=by)
    return finding


@transaction.atomic
def withdraw(finding: Finding, *, withdrawn_date: date, by: Acting) -> Finding:
    """Let the answer hold no longer from the day; what was known before stays known."""
    finding = Finding.objects.select_for_update().get(pk=finding.pk)
    if finding.withdrawn_date is None:
        finding.withdrawn_date = max(withdrawn_date, finding.answered_date)
        finding.save(update_fields=["withdrawn_date"])
        _record("finding.withdrawn", finding, by=by)
    return finding


def _record(verb: str, finding: Finding, *, by: Acting) -> None:
    record(
        verb,
        finding,
        by=by.user,
        partnership_id=finding.organization.partnership_id,
        organization_id=finding.organization_id,
        area=finding.area_id,
    )
