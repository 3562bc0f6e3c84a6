"""The one page that asks about a meeting: the form, again when it is wrong or comes late."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from samklang.common.forms import ChangeForm, PlainForm
from samklang.meetings import queries
from samklang.meetings.actions import Conflict
from samklang.meetings.models import Meeting
from samklang.organizations.api import ActingRequest


def asked(
    request: ActingRequest,
    form: PlainForm,
    meeting: Meeting | None,
    heading: str | Promise,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    **more: object,
) -> HttpResponse:
    context = {
        "form": form,
        "meeting": meeting,
        "heading": heading,
        "is_late": status == HTTPStatus.CONFLICT,
        **more,
    }
    return render(request, "meetings/form.html", context, status=status)


def saved(
    request: ActingRequest,
    form: ChangeForm,
    meeting: Meeting,
    heading: str | Promise,
    save: Callable[[], object],
    **more: object,
) -> HttpResponse:
    """Save what is right; else show the form again with what was typed.

    Whoever comes late sees so, and may send what they wrote over what is there now.
    """
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return asked(request, form, meeting, heading, status=status, **more)
    try:
        save()
    except Conflict:
        now = queries.find_meeting(request.acting, meeting.pk)
        sent = request.POST.copy()
        sent["version"] = str(now.version)
        form.data = sent
        return asked(request, form, now, heading, status=HTTPStatus.CONFLICT, **more)
    messages.success(request, _("It is saved."))
    return redirect(meeting)
