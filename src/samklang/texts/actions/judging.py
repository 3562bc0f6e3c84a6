"""What somebody found of a local text: written down beside what was found before."""

from __future__ import annotations

from django.db import transaction

from samklang.agreements.api import Conflict, locked
from samklang.audit.api import record
from samklang.organizations.api import Acting
from samklang.texts.models import Judgement


@transaction.atomic
def judge(found: Judgement, *, by: Acting, seen: int) -> Judgement:
    """Write a finding down; `seen` is the newest that its writer saw, 0 if there was none.

    Raises Conflict when somebody else has judged it since.
    """
    locked(found.upper)
    newest = _newest(found, by)
    if (newest.pk if newest else 0) != seen:
        raise Conflict(f"{found.commitment_key} was judged by {newest}, not {seen or 'nobody'}")
    found.judged_by = by.user
    found.save()
    record(
        "text.judged",
        found.upper,
        by=by.user,
        partnership_id=found.upper.partnership_id,
        organization_id=by.organization.pk if by.organization else None,
        municipality=found.organization.short_name,
        found=found.coverage,
        key=found.commitment_key,
        judgement=found.pk,
    )
    return found


def _newest(found: Judgement, by: Acting) -> Judgement | None:
    """Return what was found last of the same pair, of what its writer may see."""
    standing = (
        Judgement.objects.standing()
        .visible_to(by)
        .filter(
            upper=found.upper,
            commitment_key=found.commitment_key,
            organization=found.organization_id,
        )
    )
    return standing.order_by("-pk").first()
