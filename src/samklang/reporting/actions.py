"""What changes reports: they are approved, and never again."""

from __future__ import annotations

from django.db import transaction

from samklang.accounts.models import User
from samklang.audit.api import record
from samklang.organizations.api import Partnership
from samklang.reporting.figures import Inventory
from samklang.reporting.freezing import fingerprint, frozen
from samklang.reporting.models import Report


@transaction.atomic
def approve(partnership: Partnership, figures: Inventory, *, by: User) -> Report:
    """Freeze the figures; the very same report approved twice is one report."""
    written = frozen(figures)
    report, new = Report.objects.get_or_create(
        partnership=partnership,
        sha256=fingerprint(written),
        defaults={
            "on_date": figures.on,
            "areas": [area.code for area in figures.areas],
            "addressed_to": figures.account.addressed_to,
            "figures": written,
            "approved_by": by,
            "demo": partnership.demo,
        },
    )
    if new:
        record(
            "report.approved",
            report,
            by=by,
            partnership_id=partnership.pk,
            on=figures.on.isoformat(),
            sha256=report.sha256,
        )
    return report
