"""Which of an agreement's texts was in force on a day, and since when all parties may read one."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Max

from samklang.agreements.models import Adoption, Agreement, Edition, EventKind, ValidityEvent
from samklang.agreements.queries.family import Family
from samklang.agreements.validity import HAS
from samklang.organizations.api import Acting


def edition_in_force(acting: Acting, agreement: Agreement, *, on: date) -> Edition | None:
    """Return the edition that was in force on the day, as known then; the caller has asked leave.

    By the same rules as everywhere else, and only one that all parties may read today.
    """
    standing = Family(agreement).standings(on=on).get(agreement.pk)
    if standing is None or standing.edition is None or standing.status not in HAS:
        return None
    open_to_all = Edition.objects.standing().decided(on=acting.today)
    return open_to_all.filter(pk=standing.edition.pk).select_related("agreement").first()


def opened_to_all_at(edition: Edition) -> datetime | None:
    """Return when the last of what lets all parties read it was recorded; rather late than early.

    What was read of it before that was read by those who write it, or whom they shared it with.
    """
    holds = ValidityEvent.objects.filter(kind=EventKind.KNOWN_TO_HOLD)
    recorded = (
        rows.standing().filter(edition=edition).aggregate(last=Max("recorded_at"))["last"]
        for rows in (Adoption.objects.all(), holds)
    )
    return max((one for one in recorded if one), default=None)
