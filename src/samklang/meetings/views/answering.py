"""The one page that asks about a meeting: the form, again when it is wrong or comes late."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse, QueryDict
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
    version: Callable[[], int] | None = None,
    **more: object,
) -> HttpResponse:
    """Save what is right; else show the form again with what was typed.

    Whoever comes late sees so, and may send what they wrote over what is there now: `version` asks
    which one that is, where it is not the meeting’s.
    """
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return asked(request, form, meeting, heading, status=status, **more)
    try:
        save()
    except Conflict:
        now = queries.find_meeting(request.acting, meeting.pk)
        _is_late(form, request.POST.copy(), version() if version else now.version)
        return asked(request, form, now, heading, status=HTTPStatus.CONFLICT, **more)
    messages.success(request, _("It is saved."))
    return redirect(meeting)


def _is_late(form: ChangeForm, sent: QueryDict, version: int) -> None:
    """Let the form stand as it was sent, about what is there now; a browser forgets its files."""
    sent["version"] = str(version)
    form.data = sent
    for name in form.files:
        form.add_error(name, _("Choose the file again."))
