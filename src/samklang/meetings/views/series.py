"""A series is begun and changed, its year is proposed and confirmed, and matters are taken on."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.common.once import once
from samklang.common.policy import require
from samklang.meetings import actions, policies, queries
from samklang.meetings.actions import Conflict
from samklang.meetings.forms import (
    FULL,
    CarryForm,
    ConfirmForm,
    NewSeriesForm,
    SeriesForm,
    usual_items,
)
from samklang.meetings.forms.series import SeriesFields
from samklang.meetings.models import AgendaItem, Meeting, Series
from samklang.meetings.proposing import Proposing, proposing
from samklang.meetings.sayings import told
from samklang.meetings.views.calling import callable_bodies
from samklang.organizations.api import Acting, ActingRequest, home_of, organizations

_WRONG, _LATE = HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.CONFLICT


@require_http_methods(["GET", "POST"])
@once
def begin_series(request: ActingRequest) -> HttpResponse:
    mine, home = callable_bodies(request), home_of(request.acting)
    own = organizations(home.pk).filter(pk__in=request.acting.writes_for())
    there = {"bodies": mine, "keepers": own}
    if request.method == "GET":
        return _asked(request, NewSeriesForm(initial=usual_items(), **there), None)
    form = NewSeriesForm(request.POST, **there)
    if not form.is_valid():
        return _asked(request, form, None, status=_WRONG)
    made = actions.begin_series(
        form.chosen_body, form.words(), keeper=form.chosen_keeper, by=request.acting
    )
    messages.success(request, _("The series is there. Now propose the days of the year."))
    return redirect(made)


@require_http_methods(["GET", "POST"])
@once
def change_series(request: ActingRequest, pk: int) -> HttpResponse:
    series = queries.find_series(request.acting, pk)
    require(policies.can_plan(request.acting, series))
    if request.method == "GET":
        return _asked(request, SeriesForm.of(series), series)
    form = SeriesForm(request.POST)
    if not form.is_valid():
        return _asked(request, form, series, status=_WRONG)
    try:
        actions.change_series(series, form.words(), by=request.acting, seen=form.seen)
    except Conflict:
        sent = request.POST.copy()
        sent["version"] = str(queries.find_series(request.acting, pk).version)
        form.data = sent
        return _asked(request, form, series, status=_LATE)
    messages.success(request, _("It is saved. Meetings that are there stay as they are."))
    return redirect(series)


def _asked(
    request: ActingRequest,
    form: SeriesFields,
    series: Series | None,
    *,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    context = {"form": form, "series": series, "is_late": status == _LATE}
    return render(request, "meetings/series_form.html", context, status=status)


@require_GET
def series(request: ActingRequest, pk: int) -> HttpResponse:
    found = queries.find_series(request.acting, pk)
    context = {
        "series": found,
        "meetings": queries.meetings_of(found),
        "may_plan": policies.can_plan(request.acting, found),
        "history": list(told(queries.series_history(found))),
    }
    return render(request, "meetings/series.html", context)


@require_http_methods(["GET", "POST"])
@once
def propose(request: ActingRequest, pk: int) -> HttpResponse:
    """Ask for the rule, show the days that it means, and make those that are ticked."""
    found = queries.find_series(request.acting, pk)
    require(policies.can_plan(request.acting, found))
    sent = request.POST if request.method == "POST" else request.GET
    asked = proposing(found, sent, today=request.acting.today)
    if request.method == "GET":
        return _proposed(request, asked, ConfirmForm(offered=asked.offered), HTTPStatus.OK)
    form = ConfirmForm(request.POST, offered=asked.offered)
    if not form.is_valid():
        return _proposed(request, asked, form, _WRONG)
    made = actions.plan_year(
        found,
        form.cleaned_data["day"],
        announced=form.cleaned_data["known"] == "announced",
        by=request.acting,
    )
    said = ngettext(
        "%(count)d meeting is in the year plan.", "%(count)d meetings are in the year plan.",
        len(made),
    )  # fmt: skip
    messages.success(request, said % {"count": len(made)})
    return redirect(found)


def _proposed(
    request: ActingRequest, asked: Proposing, form: ConfirmForm, status: HTTPStatus
) -> HttpResponse:
    wrong = _WRONG if asked.form.is_bound and not asked.form.is_valid() else status
    context = {"asked": asked, "series": asked.series, "confirm": form, "form": asked.form}
    return render(request, "meetings/propose.html", context, status=wrong)


@require_POST
@once
def announce(request: ActingRequest, pk: int) -> HttpResponse:
    meeting = queries.find_meeting(request.acting, pk)
    require(policies.can_announce(request.acting, meeting))
    actions.announce(meeting, by=request.acting)
    messages.success(request, _("The county sees the day now. The agenda stays a draft."))
    return redirect(meeting)


@require_http_methods(["GET", "POST"])
@once
def carry_on(request: ActingRequest, pk: int) -> HttpResponse:
    """Take matters that were not done on to a later meeting of the body."""
    meeting = queries.find_meeting(request.acting, pk)
    require(policies.can_carry_on(request.acting, meeting))
    items = {str(one.pk): one for one in queries.not_done(request.acting, meeting)}
    later = {str(one.pk): one for one in queries.open_after(request.acting, meeting)
             if policies.can_write(request.acting, one)}  # fmt: skip
    named = {pk: str(one) for pk, one in items.items()}
    form = CarryForm(
        request.POST if request.method == "POST" else None,
        items=named,
        meetings={pk: str(one) for pk, one in later.items()},
    )
    if not (form.is_valid() and _carried(form, items, later, request.acting)):
        context = {"form": form, "meeting": meeting, "items": items, "later": later}
        status = _WRONG if form.is_bound else HTTPStatus.OK
        return render(request, "meetings/carry_on.html", context, status=status)
    to = later[form.cleaned_data["to"]]
    messages.success(request, _("The matters are on the agenda of the later meeting."))
    return redirect(to)


def _carried(
    form: CarryForm, items: dict[str, AgendaItem], later: dict[str, Meeting], by: Acting
) -> bool:
    """Take them on, or say on the form that there is no room; then none of them is taken."""
    chosen = [items[pk] for pk in form.cleaned_data["items"]]
    try:
        actions.carry_on(chosen, to=later[form.cleaned_data["to"]], by=by)
    except actions.AgendaFull:
        form.add_error("to", str(FULL))
        return False
    return True
