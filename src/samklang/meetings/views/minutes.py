"""The minutes are read, checked, opened again, locked and corrected."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.common.once import once
from samklang.common.policy import Verdict, require
from samklang.common.words import words
from samklang.meetings import actions, policies, queries
from samklang.meetings.forms import AdjustersForm, CorrectionForm
from samklang.meetings.minutes_page import MinutesPage
from samklang.meetings.models import Minutes
from samklang.meetings.sealing import sealed_text
from samklang.organizations.api import Acting, ActingRequest


@require_GET
def minutes(request: ActingRequest, pk: int) -> HttpResponse:
    return _shown(request, queries.find_minutes(request.acting, pk))


def _shown(
    request: ActingRequest, found: Minutes, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    acting = request.acting
    context = {
        "page": MinutesPage(found, queries.noted_items(acting, found), queries.corrections(found)),
        "meeting": found.meeting,
        "minutes": found,
        "adjusters": queries.adjusters(found),
        "is_refused": status != HTTPStatus.OK,
        **_verdicts(acting, found),
    }
    return render(request, "meetings/minutes.html", context, status=status)


def _verdicts(acting: Acting, found: Minutes) -> dict[str, Verdict]:
    return {
        "may_note": policies.can_note(acting, found),
        "may_check": policies.can_check(acting, found),
        "may_choose": policies.can_choose_adjusters(acting, found),
        "may_take_out": policies.can_take_out(acting, found),
        "may_write_on": policies.can_write_on(acting, found),
        "may_lock": policies.can_lock(acting, found),
        "may_hold": policies.can_hold(acting, found.meeting),
        "may_correct": policies.can_correct(acting, found),
    }


@require_POST
@once
def check(request: ActingRequest, pk: int) -> HttpResponse:
    found = queries.find_minutes(request.acting, pk)
    require(policies.can_check(request.acting, found))
    try:
        actions.check(found, by=request.acting)
    except actions.Undecided:
        return _shown(request, found, HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _("The minutes are checked. Whoever sees the meeting reads them."))
    return redirect(found)


@require_http_methods(["GET", "POST"])
@once
def choose_adjusters(request: ActingRequest, pk: int) -> HttpResponse:
    """Ask who checks the minutes; who sits elsewhere is shared the draft by that."""
    acting = request.acting
    found = queries.find_minutes(acting, pk)
    require(policies.can_choose_adjusters(acting, found))
    form = AdjustersForm(
        request.POST if request.method == "POST" else None,
        minutes=found,
        candidates=queries.candidates(acting, found),
    )
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        context = {"form": form, "meeting": found.meeting, "minutes": found}
        context["words"] = words(found.meeting.partnership)
        return render(request, "meetings/adjusters.html", context, status=status)
    actions.choose_adjusters(found, form.users(), by=acting)
    messages.success(
        request, _("It is saved. Those who are chosen find the minutes at the meeting.")
    )
    return redirect(found)


@require_POST
@once
def write_on(request: ActingRequest, pk: int) -> HttpResponse:
    found = queries.find_minutes(request.acting, pk)
    require(policies.can_write_on(request.acting, found))
    actions.write_on(found, by=request.acting)
    messages.success(request, _("The minutes are open again, and must be checked anew."))
    return redirect("meetings:begin_minutes", pk)


@require_POST
@once
def lock(request: ActingRequest, pk: int) -> HttpResponse:
    found = queries.find_minutes(request.acting, pk)
    require(policies.can_lock(request.acting, found))
    actions.lock(found, by=request.acting)
    messages.success(request, _("The minutes are locked. From now on they are only corrected."))
    return redirect(found)


@require_http_methods(["GET", "POST"])
@once
def correct(request: ActingRequest, pk: int) -> HttpResponse:
    found = queries.find_minutes(request.acting, pk)
    require(policies.can_correct(request.acting, found))
    items = list(found.meeting.items.all())
    form = CorrectionForm(request.POST if request.method == "POST" else None, items=items)
    if not form.is_bound or not form.is_valid():
        context = {"form": form, "meeting": found.meeting, "heading": _("Correct the minutes")}
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render(request, "meetings/form.html", context, status=status)
    text = form.cleaned_data["text"]
    actions.correct(found, text, item=form.chosen_item, by=request.acting)
    messages.success(request, _("The correction stands beside the minutes."))
    return redirect(found)


@require_GET
def sealed(request: ActingRequest, pk: int) -> HttpResponse:
    """Give the very text whose hash the locked minutes have, so that anybody can compare."""
    found = queries.find_minutes(request.acting, pk)
    if not found.is_locked:
        raise Http404
    answer = HttpResponse(sealed_text(found.meeting), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="minnesanteckningar-{pk}.json"'
    return answer
