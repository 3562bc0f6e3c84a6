"""Who may call a meeting, and change what is on its agenda."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.decisions.api import can_record
from samklang.meetings.lifecycle import HOLD, LIFECYCLE, OPEN, SEND_OUT
from samklang.meetings.models import Meeting
from samklang.organizations.api import Acting

UNDO_WITHIN = timedelta(days=30)


def can_call(acting: Acting) -> Verdict:
    if acting.writes_for():
        return ALLOWED
    return denied(_("Only somebody who writes for an organization may call a meeting."))


def can_write(acting: Acting, meeting: Meeting) -> Verdict:
    """What is planned is written by whoever calls it; what has been held stands as it was."""
    verdict = _writes(acting, meeting)
    if verdict and meeting.state not in OPEN:
        return denied(_("The meeting has been held. Its agenda stands as it was."))
    return verdict


def can_send_out(acting: Acting, meeting: Meeting) -> Verdict:
    if not LIFECYCLE.allows(SEND_OUT, in_state=meeting.state):
        return denied(_("The agenda is sent out already."))
    verdict = _writes(acting, meeting)
    if verdict and meeting.date is None:
        return denied(_("Say which day the meeting is before you send out its agenda."))
    return verdict


def can_hold(acting: Acting, meeting: Meeting) -> Verdict:
    """A meeting is marked as held on its day or later."""
    if not LIFECYCLE.allows(HOLD, in_state=meeting.state):
        return denied(_("Only a meeting whose agenda is sent out can be marked as held."))
    verdict = _writes(acting, meeting)
    if verdict and meeting.date is not None and meeting.date > acting.today:
        return denied(_("The day of the meeting has not come yet."))
    return verdict


def can_record_decisions(acting: Acting, meeting: Meeting) -> Verdict:
    """What a meeting decided is recorded when it is sent out and its day has come."""
    if meeting.is_draft or meeting.date is None or meeting.date > acting.today:
        return denied(_("What is decided is recorded when the meeting has been held."))
    return can_record(acting, meeting.partnership_id)


def can_take_back(acting: Acting, meeting: Meeting) -> Verdict:
    """Whoever confirmed a meeting from a file takes it back within thirty days."""
    if meeting.recorded_by_id != acting.user.pk or not _writes(acting, meeting):
        return denied(_("Only the person who confirmed the meeting may take it back."))
    if acting.today - meeting.recorded_at.date() > UNDO_WITHIN:
        return denied(_("The meeting was confirmed more than 30 days ago."))
    return ALLOWED


def _writes(acting: Acting, meeting: Meeting) -> Verdict:
    if meeting.keeper_id in acting.writes_for() or acting.coordinates(meeting.partnership_id):
        return ALLOWED
    return denied(
        _("Only those who write for %(keeper)s, and the county’s coordinators, may do this.")
        % {"keeper": meeting.keeper}
    )
