"""Starting, describing, moving and ending a body."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samklang.common.answers import see
from samklang.common.lifecycle import MoveNotAllowed
from samklang.common.numbers import whole
from samklang.common.once import once
from samklang.common.policy import require
from samklang.organizations import actions, policies, queries
from samklang.organizations.forms import Around, DescribeForm, EndForm, MoveForm, StartForm
from samklang.organizations.http import ActingRequest
from samklang.organizations.levels import levels
from samklang.organizations.models import Body, Partnership


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page around a form says, and `done` when it has been done."""

    heading: str
    lead: str
    button: str
    done: str
    body: Body | None = None


def sent(request: ActingRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def around(request: ActingRequest, county: Partnership) -> Around:
    coordinates = request.acting.coordinates(county.pk)
    return Around(
        levels=levels(county.country),
        bodies=tuple(queries.bodies(county.pk, on=request.acting.today)),
        organizations=tuple(queries.organizations(county.pk)),
        own=None if coordinates else request.acting.writes_for(),
    )


def answered(
    request: ActingRequest, form: Form, asked: Asked, change: Callable[[], object]
) -> HttpResponse:
    """Do it and show the body; ask again, with what was typed, where it is wrong or comes late."""
    seen = request.POST.get("seen", "")
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return _ask(request, form, asked, status, seen=seen)
    try:
        version = -1 if (number := whole(seen)) is None else number
        made = actions.as_seen(asked.body, version, change) if asked.body else change()
    except MoveNotAllowed:
        return _ask(request, form, asked, HTTPStatus.CONFLICT)
    messages.success(request, asked.done)
    return see(request, asked.body or made)


def _ask(
    request: ActingRequest, form: Form, asked: Asked, status: HTTPStatus, *, seen: str = ""
) -> HttpResponse:
    """Show the form; whoever comes late sends it on what is there now."""
    now = queries.version_of(asked.body) if asked.body else ""
    late = status == HTTPStatus.CONFLICT
    context = {"form": form, "asked": asked, "seen": seen or now, "is_late": late}
    return render(request, "bodies/form.html", context, status=status)


@require_http_methods(["GET", "POST"])
@once
def start(request: ActingRequest) -> HttpResponse:
    county = queries.home_of(request.acting)
    require(policies.can_start_bodies(request.acting, county.pk))
    form = StartForm(sent(request), around=around(request, county))
    lead = _("It is in the register and in the picture from its first day.")
    asked = Asked(
        _("Start a body"),
        lead,
        _("Start the body"),
        _("The body is there. Say next what it is to do and may decide."),
    )
    return answered(
        request,
        form,
        asked,
        lambda: actions.start_body(county.pk, form.described(), form.started(), by=request.acting),
    )


@require_http_methods(["GET", "POST"])
@once
def describe(request: ActingRequest, pk: int) -> HttpResponse:
    body = queries.find_body(request.acting, pk)
    require(policies.can_change_body(request.acting, body))
    there = around(request, body.partnership)
    form = DescribeForm.of(body, around=there)
    if request.method == "POST":
        form = DescribeForm(request.POST, around=there, body=body)
    lead = _("It is called and described so on every day, also those before.")
    asked = Asked(
        _("Change the description"), lead, _("Save"), _("The description is saved."), body
    )
    return answered(
        request,
        form,
        asked,
        lambda: actions.describe_body(body, form.described(), by=request.acting),
    )


@require_http_methods(["GET", "POST"])
@once
def move(request: ActingRequest, pk: int) -> HttpResponse:
    body, today = queries.find_body(request.acting, pk), request.acting.today
    require(policies.can_change_body(request.acting, body))
    parents = around(request, body.partnership).parents(but=queries.below(body, on=today))
    form = MoveForm(sent(request), parents=parents, latest=queries.latest_move(body))
    lead = _("Those who look at an earlier day see whom it answered to then.")
    asked = Asked(
        _("Answer to another body"),
        lead,
        _("Save"),
        _("It is saved whom the body answers to."),
        body,
    )
    return answered(
        request, form, asked, lambda: actions.move_body(body, **form.moved(), by=request.acting)
    )


@require_http_methods(["GET", "POST"])
@once
def end(request: ActingRequest, pk: int) -> HttpResponse:
    body = queries.find_body(request.acting, pk)
    require(policies.can_end_body(request.acting, body))
    form = EndForm(sent(request), begun=body.from_date)
    lead = _("Nothing is taken away: it is shown as it was, and stands among the ended ones.")
    asked = Asked(
        _("End the body"), lead, _("End the body"), _("The last day of the body is recorded."), body
    )
    return answered(
        request, form, asked, lambda: actions.end_body(body, **form.cleaned_data, by=request.acting)
    )
