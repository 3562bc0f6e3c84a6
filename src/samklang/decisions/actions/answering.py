"""A body decides what was sent on to it."""

from __future__ import annotations

from django.db import transaction

from samklang.audit.api import record
from samklang.decisions.models import Decision
from samklang.organizations.api import Acting


@transaction.atomic
def answer(sent: Decision, *, with_: Decision, by: Acting) -> None:
    """Let the later decision point to what was sent on, which stays as it was.

    What was confirmed or taken back meanwhile waits for nothing, and is not pointed to.
    """
    first = Decision.objects.select_for_update().get(pk=sent.pk)
    if first.undone_at is not None or first.sent_to_id != with_.body_id or with_.answers_id:
        return
    with_.answers = first
    with_.save(update_fields=["answers"])
    record(
        "decision.answered",
        first,
        by=by.user,
        partnership_id=first.partnership_id,
        organization_id=by.organization.pk if by.organization else None,
        who=with_.body.name,
        decision=with_.pk,
    )
