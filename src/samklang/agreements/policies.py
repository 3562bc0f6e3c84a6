"""Everything that says who may change what in the register."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samklang.agreements.models import Agreement
from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.organizations.api import Acting


def can_register(acting: Acting, *, partnership_id: int, keeper_id: int) -> Verdict:
    """Who may put a new agreement in the register, kept by the organization."""
    if acting.coordinates(partnership_id) or keeper_id in acting.writes_for():
        return ALLOWED
    return denied(
        _(
            "Only those who write for the organization that keeps the agreement, and the "
            "coordinators, may register it."
        )
    )


def can_edit(acting: Acting, agreement: Agreement) -> Verdict:
    """Who may change the agreement’s facts, editions and dates."""
    if acting.coordinates(agreement.partnership_id) or agreement.keeper_id in acting.writes_for():
        return ALLOWED
    return denied(
        _("Only those who write for %(keeper)s, and the coordinators, may change this agreement.")
        % {"keeper": agreement.keeper}
    )
