"""What bodies have sent on to others, and those others have not decided yet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef

from samklang.decisions.models import Decision, DecisionQuerySet
from samklang.organizations.api import Acting


def waiting_at(acting: Acting, bodies: Iterable[int], *, on: date) -> DecisionQuerySet:
    """Return what was sent on to the bodies by the day and was not decided then, the first first.

    That something waits is never stored: it follows from the two decisions.
    """
    answer = Decision.objects.standing().filter(answers=OuterRef("pk"), decided_date__lte=on)
    sent = Decision.objects.visible_to(acting).standing()
    sent = sent.filter(sent_to__in=list(bodies), decided_date__lte=on)
    waiting = sent.exclude(Exists(answer)).select_related("body", "sent_to")
    return waiting.order_by("decided_date", "pk")
