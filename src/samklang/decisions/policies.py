"""Everything that says who may record what a body has decided."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.decisions.models import CarryHome, Decision
from samklang.decisions.registry import kind_of
from samklang.organizations.api import WRITERS, Acting, OrganizationKind

UNDO_WITHIN = timedelta(days=30)


def can_record(acting: Acting, partnership_id: int) -> Verdict:
    """Those who keep the county's own agreements record what its bodies decide of them."""
    if acting.coordinates(partnership_id) or _writes_for_the_county(acting, partnership_id):
        return ALLOWED
    return denied(
        _(
            "Only the coordinators, and those who write for the county’s support unit, may record "
            "what its bodies have decided."
        )
    )


def can_ask_home(acting: Acting, decision: Decision) -> Verdict:
    """What is to be followed up is carried home, as long as it stands."""
    verdict = can_record(acting, decision.partnership_id)
    if verdict and decision.standard:
        return denied(_("A standard clause is not carried home: there is nothing to follow up."))
    if verdict and decision.undone_at is not None:
        return denied(_("It is taken back already."))
    return verdict


def can_write_home(acting: Acting, row: CarryHome) -> Verdict:
    """Each organization writes its own way home; the county asks and reminds."""
    if row.organization_id in acting.writes_for():
        return ALLOWED
    return denied(
        _("Only those who write for %(organization)s may write how it is carried home there.")
        % {"organization": row.organization.name}
    )


def can_undo(acting: Acting, decision: Decision) -> Verdict:
    """One's own can be taken back for thirty days, as long as it has changed nothing else."""
    verdict = can_record(acting, decision.partnership_id)
    if not verdict:
        return verdict
    if decision.undone_at is not None:
        return denied(_("It is taken back already."))
    if decision.recorded_by_id != acting.user.pk:
        return denied(_("Only the person who recorded this may take it back."))
    if acting.today - decision.recorded_at.date() > UNDO_WITHIN:
        return denied(_("This was recorded more than 30 days ago. Record a new decision."))
    done = [one for one in decision.effects.all() if not one.is_waiting]
    verdicts = (kind_of(one.kind).can_take_back(one, by=acting) for one in done)
    return next((one for one in verdicts if not one), ALLOWED)


def _writes_for_the_county(acting: Acting, partnership_id: int) -> bool:
    return any(
        seat.role in WRITERS
        and seat.organization.kind == OrganizationKind.SUPPORT
        and seat.organization.partnership_id == partnership_id
        for seat in acting.seats
    )
