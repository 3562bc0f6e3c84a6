"""Who may hand in files, decide about readings and record answers."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samklang.agreements.api import can_take_back as may_take_back
from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.inventories.lifecycle import CONFIRM, LIFECYCLE, READ_AGAIN, REJECT, RELEASE, State
from samklang.inventories.models import Finding, Reading
from samklang.meetings.api import can_take_back as may_take_back_meeting
from samklang.organizations.api import WRITERS, Acting, Organization


def can_receive(acting: Acting) -> Verdict:
    if acting.writes_for():
        return ALLOWED
    return denied(_("Only somebody who writes for an organization may hand in files."))


def can_decide(acting: Acting, reading: Reading) -> Verdict:
    """Deciding about a file is for those who write in the organization that received it."""
    if acting.holds(WRITERS, in_organization=reading.organization_id):
        return ALLOWED
    return denied(_("Only somebody who writes for the organization may decide about its files."))


def can_confirm(acting: Acting, reading: Reading) -> Verdict:
    return can_decide(acting, reading) and _is_ready_for(CONFIRM, reading)


def can_take_back(acting: Acting, reading: Reading) -> Verdict:
    """What was confirmed by mistake is taken back where the register allows it."""
    if reading.meeting is not None:
        return can_decide(acting, reading) and may_take_back_meeting(acting, reading.meeting)
    if reading.edition is None:
        return denied(_("This file is not confirmed as a text in the register."))
    return can_decide(acting, reading) and may_take_back(acting, reading.edition)


def can_reject(acting: Acting, reading: Reading) -> Verdict:
    return can_decide(acting, reading) and _is_ready_for(REJECT, reading)


def can_release(acting: Acting, reading: Reading) -> Verdict:
    return can_decide(acting, reading) and _is_ready_for(RELEASE, reading)


def can_read_again(acting: Acting, reading: Reading) -> Verdict:
    if reading.file_id is None:
        return denied(_("The file was never received. Hand it in again."))
    return can_decide(acting, reading) and _is_ready_for(READ_AGAIN, reading)


def can_answer(acting: Acting, organization: Organization) -> Verdict:
    if acting.coordinates(organization.partnership_id) or organization.pk in acting.writes_for():
        return ALLOWED
    return denied(
        _("Only %(organization)s and the county’s coordinators may record its answers.")
        % {"organization": organization}
    )


def can_withdraw(acting: Acting, finding: Finding) -> Verdict:
    if finding.withdrawn_date is not None:
        return denied(_("The answer has already been taken back."))
    return can_answer(acting, finding.organization)


def _is_ready_for(move: str, reading: Reading) -> Verdict:
    if LIFECYCLE.allows(move, in_state=reading.state):
        return ALLOWED
    return denied(
        _("The file is in the state “%(state)s”.") % {"state": State(reading.state).label}
    )
