"""Who was responsible for revising an agreement on an earlier day, as its history tells."""

from __future__ import annotations

from datetime import datetime

from samklang.agreements.models import Agreement
from samklang.audit.api import history

_FIELD = "revision_responsible"


def responsible_at(agreement: Agreement, moment: datetime) -> str:
    """Return who was recorded then: what the first change after it says stood before."""
    edits = history([agreement]).filter(verb="agreement.edited", happened_at__gt=moment)
    changes = (one.details.get("changes", {}) for one in edits.order_by("number"))
    before = next((one[_FIELD][0] for one in changes if _FIELD in one), None)
    return agreement.revision_responsible if before is None else str(before)
