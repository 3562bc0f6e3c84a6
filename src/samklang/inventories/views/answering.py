"""Answers that several pages of a reading give."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import render

from samklang.common.policy import require
from samklang.inventories import policies, queries
from samklang.inventories.clash import late_decision
from samklang.inventories.forms import ConfirmForm
from samklang.inventories.kinds import MEETINGS
from samklang.inventories.meeting_page import MeetingConfirmPage
from samklang.inventories.models import Reading
from samklang.organizations.api import ActingRequest

# What the page is asked for by whoever sees that the file is an agreement all the same.
AS_AGREEMENT = ("som", "avtal")


def late(request: ActingRequest, found: Reading, form: ConfirmForm | None) -> HttpResponse:
    """Show what somebody else has decided meanwhile beside what the user answered."""
    require(policies.can_decide(request.acting, found))
    context = {"reading": found, "late": late_decision(found, form), "form": form}
    return render(request, "inventories/late_decision.html", context, status=HTTPStatus.CONFLICT)


def proposes_meeting(request: ActingRequest, found: Reading) -> bool:
    """Tell whether a meeting is proposed of the file, and not an agreement."""
    name, value = AS_AGREEMENT
    kind = (found.result or {}).get("kind", {}).get("value")
    return kind in MEETINGS and request.GET.get(name) != value


def meeting_page(
    request: ActingRequest, page: MeetingConfirmPage, *, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    context = {
        "page": page,
        "reading": page.reading,
        "form": page.form,
        "readers": queries.readers_of(page.reading),
        "may_confirm": policies.can_confirm(request.acting, page.reading),
    }
    return render(request, "inventories/confirm_meeting.html", context, status=status)
