"""Who may call a meeting, and change what is on its agenda."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.decisions.api import can_record
from samklang.meetings import lifecycle
from samklang.meetings.models import AgendaItem, Attachment, Meeting, Minutes, Series
from samklang.meetings.queries import chair_of, was_there
from samklang.organizations.api import Acting, Body, kept_bodies

UNDO_WITHIN = timedelta(days=30)


def can_call(acting: Acting) -> Verdict:
    """Who may call meetings of any body at all; of which, `can_call_of` says."""
    home = acting.partnership
    if home is None or not acting.writes_for():
        return denied(_("Only somebody who writes for an organization may call a meeting."))
    if can_record(acting, home.pk) or kept_bodies(acting, home.pk):
        return ALLOWED
    return denied(
        _(
            "Your organization keeps no body, and you chair none. The coordinators, and those who "
            "write for the county’s support unit, call the meetings of the county’s bodies."
        )
    )


def can_call_of(acting: Acting, body: Body, *, kept: Collection[int]) -> Verdict:
    """Those who keep a body call its meetings (`kept_bodies`), and the county's own for all."""
    if body.pk in kept or can_record(acting, body.partnership_id):
        return ALLOWED
    if body.organization is None:
        return denied(
            _(
                "The meetings of %(body)s are called by its chair, by the coordinators and by "
                "those who write for the county’s support unit."
            )
            % {"body": body.name}
        )
    return denied(
        _(
            "The meetings of %(body)s are called by its chair, by those who write for "
            "%(organization)s and by the coordinators."
        )
        % {"body": body.name, "organization": body.organization.name}
    )


def can_write(acting: Acting, meeting: Meeting) -> Verdict:
    """What is planned is written by whoever calls it; what has been held stands as it was."""
    verdict = _writes(acting, meeting)
    if verdict and meeting.is_cancelled:
        return denied(_("The meeting is cancelled. Its agenda stands as it was."))
    if verdict and meeting.state not in lifecycle.OPEN:
        return denied(_("The meeting has been held. Its agenda stands as it was."))
    if verdict and _is_stated(meeting):
        return denied(_("The minutes are checked, and they state the agenda. Open them first."))
    return verdict


def can_remove(acting: Acting, item: AgendaItem) -> Verdict:
    """An item is taken off before the minutes say something of it; then they say how it ended."""
    verdict = can_write(acting, item.meeting)
    if verdict and item.written_count:
        return denied(
            _("The minutes say something of the item. Say there that it is withdrawn or moved on.")
        )
    return verdict


def can_read(acting: Acting, paper: Attachment) -> Verdict:
    """An open attachment is read by all who see it; else by its keeper and those it names."""
    readers = {paper.meeting.keeper_id, *(one.pk for one in paper.readers.all())}
    if not paper.is_confidential or readers & acting.organization_ids:
        return ALLOWED
    return denied(
        _("The attachment is confidential. Ask %(keeper)s if you need to read it.")
        % {"keeper": paper.meeting.keeper}
    )


def can_confine(acting: Acting, meeting: Meeting) -> Verdict:
    """Who reads an attachment is said by the organization that calls the meeting."""
    if meeting.keeper_id in acting.writes_for():
        return ALLOWED
    return denied(
        _("Only those who write for %(keeper)s may say that an attachment is confidential.")
        % {"keeper": meeting.keeper}
    )


def can_send_out(acting: Acting, meeting: Meeting) -> Verdict:
    if meeting.is_cancelled:
        return denied(_("The meeting is cancelled. Its agenda stands as it was."))
    if not lifecycle.LIFECYCLE.allows(lifecycle.SEND_OUT, in_state=meeting.state):
        return denied(_("The agenda is sent out already."))
    verdict = _writes(acting, meeting)
    if verdict and meeting.date is None:
        return denied(_("Say which day the meeting is before you send out its agenda."))
    return verdict


def can_hold(acting: Acting, meeting: Meeting) -> Verdict:
    """A meeting is marked as held on its day or later."""
    if not lifecycle.LIFECYCLE.allows(lifecycle.HOLD, in_state=meeting.state):
        return denied(_("Only a meeting whose agenda is sent out can be marked as held."))
    verdict = _writes(acting, meeting)
    if verdict and meeting.date is not None and meeting.date > acting.today:
        return denied(_("The day of the meeting has not come yet."))
    return verdict


def can_record_decisions(acting: Acting, meeting: Meeting) -> Verdict:
    """What a meeting decided is recorded when it is sent out and its day has come."""
    waits = meeting.is_draft or meeting.is_cancelled
    if waits or meeting.date is None or meeting.date > acting.today:
        return denied(_("What is decided is recorded when the meeting has been held."))
    return can_record(acting, meeting.partnership_id)


def can_cancel(acting: Acting, meeting: Meeting) -> Verdict:
    """What others know of is cancelled, and stays; what nobody knew of is deleted."""
    if not lifecycle.LIFECYCLE.allows(lifecycle.CANCEL, in_state=meeting.state):
        return denied(_("Only a meeting that is still to be held can be cancelled."))
    verdict = _writes(acting, meeting)
    if verdict and not meeting.is_known:
        return denied(_("Nobody else knows of the meeting yet. Delete the draft instead."))
    return verdict


def can_delete(acting: Acting, meeting: Meeting) -> Verdict:
    verdict = _writes(acting, meeting)
    if verdict and (not meeting.is_draft or meeting.is_known):
        return denied(_("Others know of the meeting. Cancel it, and it says why."))
    if verdict and meeting.file_id:
        return denied(_("The meeting was read from a file. Take it back where it was confirmed."))
    return verdict


def can_announce(acting: Acting, meeting: Meeting) -> Verdict:
    """The day of a draft is told to the county before its agenda is."""
    if not meeting.is_draft or meeting.is_known:
        return denied(_("The county knows the day already."))
    verdict = _writes(acting, meeting)
    if verdict and meeting.date is None:
        return denied(_("Say which day the meeting is before you tell the county."))
    return verdict


def can_plan(acting: Acting, series: Series) -> Verdict:
    if series.keeper_id in acting.writes_for():
        return ALLOWED
    return denied(
        _("Only those who write for %(keeper)s plan the series.") % {"keeper": series.keeper}
    )


def can_carry_on(acting: Acting, meeting: Meeting) -> Verdict:
    """Whoever keeps the meeting's minutes takes on what was not done."""
    return _keeps(acting, meeting)


def can_take_back(acting: Acting, meeting: Meeting) -> Verdict:
    """Whoever confirmed a meeting from a file takes it back within thirty days."""
    if meeting.recorded_by_id != acting.user.pk or not _writes(acting, meeting):
        return denied(_("Only the person who confirmed the meeting may take it back."))
    if Minutes.objects.filter(meeting=meeting).exists():
        return denied(_("Minutes are kept of the meeting. It stays."))
    if acting.today - meeting.recorded_at.date() > UNDO_WITHIN:
        return denied(_("The meeting was confirmed more than 30 days ago."))
    return ALLOWED


def can_begin_minutes(acting: Acting, meeting: Meeting) -> Verdict:
    """Minutes are kept of a meeting that is sent out; one read from its minutes has them."""
    verdict = _keeps(acting, meeting)
    if verdict and meeting.is_draft:
        return denied(_("Send out the agenda before the minutes are begun."))
    if verdict and meeting.is_cancelled:
        return denied(_("The meeting is cancelled. There is nothing to keep minutes of."))
    if verdict and meeting.is_held and meeting.file_id:
        return denied(_("The meeting was read from its minutes: the file is the minutes."))
    return verdict


def can_note(acting: Acting, minutes: Minutes) -> Verdict:
    if minutes.is_locked:
        return denied(_("The minutes are locked. What is wrong is corrected beside them."))
    if minutes.is_checked:
        return denied(_("The minutes are checked. Open them again to write in them."))
    return _keeps(acting, minutes.meeting)


def can_check(acting: Acting, minutes: Minutes) -> Verdict:
    """The chair or an adjuster who was there says that it was so, and never who kept them."""
    if not lifecycle.MINUTES_LIFECYCLE.allows(lifecycle.CHECK, in_state=minutes.state):
        return denied(_("The minutes are checked already."))
    if minutes.meeting.is_cancelled:
        return denied(_("The meeting is cancelled. There is nothing to keep minutes of."))
    if minutes.secretary_id == acting.user.pk:
        return denied(_("You have kept the minutes. The chair or an adjuster checks them."))
    if _is_chair(acting, minutes.meeting):
        return ALLOWED
    return _is_adjuster(acting, minutes)


def can_choose_adjusters(acting: Acting, minutes: Minutes) -> Verdict:
    """Whoever keeps the minutes says who checks them, and who outside reads them to do so."""
    if not minutes.is_being_written:
        return denied(_("The minutes are checked already."))
    return _keeps(acting, minutes.meeting)


def can_take_out(acting: Acting, minutes: Minutes) -> Verdict:
    """A draft that somebody checks for another organization is read, and not taken along."""
    if not minutes.is_being_written or minutes.meeting.keeper_id in acting.organization_ids:
        return ALLOWED
    return denied(_("The minutes can be taken out when they are checked."))


def can_write_on(acting: Acting, minutes: Minutes) -> Verdict:
    if not lifecycle.MINUTES_LIFECYCLE.allows(lifecycle.WRITE_ON, in_state=minutes.state):
        return denied(_("Only minutes that are checked and not locked can be opened again."))
    return _keeps(acting, minutes.meeting)


def can_lock(acting: Acting, minutes: Minutes) -> Verdict:
    """Locking registers what was decided: of a body that is not the keeper’s, who may record it.

    Whoever chairs a body may call its meetings; that gives them no decisions of the county’s.
    """
    if not lifecycle.MINUTES_LIFECYCLE.allows(lifecycle.LOCK, in_state=minutes.state):
        return denied(_("Only minutes that are checked can be locked, and only once."))
    meeting = minutes.meeting
    is_own = meeting.body.organization_id == meeting.keeper_id
    verdict = _keeps(acting, meeting) if is_own else can_record(acting, meeting.partnership_id)
    if verdict and not minutes.meeting.is_held:
        return denied(_("Mark the meeting as held before its minutes are locked."))
    if verdict and minutes.meeting.date is None:
        return denied(_("Say on which day the meeting was before its minutes are locked."))
    return verdict


def can_correct(acting: Acting, minutes: Minutes) -> Verdict:
    if not minutes.is_locked:
        return denied(_("Minutes that are not locked are changed, not corrected."))
    return _keeps(acting, minutes.meeting)


def can_say_who_was_there(acting: Acting, meeting: Meeting, minutes: Minutes | None) -> Verdict:
    """Before the meeting and after it, until the minutes that state it are checked."""
    verdict = _writes(acting, meeting)
    if verdict and minutes and not minutes.is_being_written:
        return denied(_("The minutes are checked, and they say who was there."))
    return verdict


def _keeps(acting: Acting, meeting: Meeting) -> Verdict:
    if meeting.keeper_id in acting.writes_for():
        return ALLOWED
    return denied(
        _("Only those who write for %(keeper)s keep the minutes.") % {"keeper": meeting.keeper}
    )


def _is_stated(meeting: Meeting) -> bool:
    """Whether somebody has said of the minutes that it was so."""
    minutes = getattr(meeting, "minutes", None)
    return minutes is not None and not minutes.is_being_written


def _is_adjuster(acting: Acting, minutes: Minutes) -> Verdict:
    if not minutes.adjusters.filter(user=acting.user).exists():
        return denied(_("Only the chair and those who are chosen to check the minutes may do it."))
    if not was_there(acting, minutes.meeting):
        return denied(_("Only somebody who was at the meeting may check its minutes."))
    return ALLOWED


def _is_chair(acting: Acting, meeting: Meeting) -> bool:
    """By name, as the meeting says who leads it; and only inside the organization that keeps it."""
    chair = chair_of(meeting).casefold()
    is_inside = meeting.keeper_id in acting.organization_ids
    return is_inside and bool(chair) and str(acting.user).strip().casefold() == chair


def _writes(acting: Acting, meeting: Meeting) -> Verdict:
    if meeting.keeper_id in acting.writes_for() or acting.coordinates(meeting.partnership_id):
        return ALLOWED
    return denied(
        _("Only those who write for %(keeper)s, and the county’s coordinators, may do this.")
        % {"keeper": meeting.keeper}
    )
