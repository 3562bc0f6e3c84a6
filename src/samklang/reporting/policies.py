"""Who may do what with reports."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.organizations.api import Acting, Partnership


def can_approve(acting: Acting, partnership: Partnership) -> Verdict:
    """A report speaks for the whole partnership, so only its coordinators approve it."""
    if acting.coordinates(partnership.pk):
        return ALLOWED
    return denied(
        _(
            "Only a coordinator of the support unit may approve and freeze a report. Ask one of "
            "them, or download the draft as it is."
        )
    )
