"""What a person decides about a file that is the minutes or the agenda of a meeting."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from samklang.common.answers import see
from samklang.common.once import once
from samklang.common.policy import require
from samklang.inventories import actions, policies, queries
from samklang.inventories.confirmed_meeting import ConfirmedMeeting
from samklang.inventories.kinds import MEETINGS
from samklang.inventories.lifecycle import DECIDED
from samklang.inventories.meeting_page import MeetingConfirmPage
from samklang.inventories.views.answering import late, meeting_page
from samklang.organizations.api import ActingRequest


@require_POST
@once
def confirm_meeting(request: ActingRequest, pk: int) -> HttpResponse:
    found = queries.find_reading(request.acting, pk)
    if (found.result or {}).get("kind", {}).get("value") not in MEETINGS:
        raise Http404
    page = MeetingConfirmPage(found, today=request.acting.today, sent=request.POST)
    if found.state in DECIDED:
        return late(request, found, page.form)
    require(policies.can_confirm(request.acting, found))

    if not page.form.is_valid():
        return meeting_page(request, page, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    facts = ConfirmedMeeting(found, page.county, page.questions, page.form.values).facts()
    try:
        actions.confirm_meeting(found, facts, answers=page.form.answers, by=request.acting)
    except actions.DecidedAlready:
        return late(request, queries.find_reading(request.acting, pk), page.form)
    return see(request, found)
