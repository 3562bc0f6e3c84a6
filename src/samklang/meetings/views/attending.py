"""Who was at a meeting is written down."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samklang.common.once import once
from samklang.common.policy import require
from samklang.meetings import actions, policies, queries
from samklang.meetings.forms import AttendanceForm
from samklang.meetings.views.answering import asked, saved
from samklang.organizations.api import ActingRequest, organizations, seated


@require_http_methods(["GET", "POST"])
@once
def attendance(request: ActingRequest, pk: int) -> HttpResponse:
    meeting = queries.find_meeting(request.acting, pk)
    minutes = queries.minutes_of(request.acting, meeting)
    require(policies.can_say_who_was_there(request.acting, meeting, minutes))
    known = organizations(meeting.partnership_id)
    heading = _("Attendance")
    if request.method == "GET":
        seats = seated(meeting.body_id, on=meeting.date) if meeting.date else []
        return asked(request, AttendanceForm.of(meeting, seats, known), meeting, heading)
    form = AttendanceForm(request.POST, organizations=known)

    def save() -> None:
        people = form.people()
        actions.say_who_was_there(meeting, people, by=request.acting, seen=form.seen)

    return saved(request, form, meeting, heading, save)
