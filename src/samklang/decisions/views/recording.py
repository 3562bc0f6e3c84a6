"""The verbs: record a sitting step by step, confirm what was sent on, take back what was wrong."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samklang.common.answers import see
from samklang.common.lifecycle import MoveNotAllowed
from samklang.common.once import once
from samklang.common.policy import require
from samklang.decisions import actions, pages, policies, queries
from samklang.decisions.forms import ReasonForm
from samklang.decisions.steps import Steps, begun
from samklang.decisions.views.showing import shown
from samklang.organizations.api import ActingRequest, home_of


@require_http_methods(["GET", "POST"])
def record(request: ActingRequest) -> HttpResponse:
    """Ask for the clauses, then for what they do, then show what would change; save nothing."""
    county = home_of(request.acting)
    require(policies.can_record(request.acting, county.pk))
    sent = request.POST if request.method == "POST" else _begun(request)
    return _step(request, Steps(sent, by=request.acting, county=county))


def _begun(request: ActingRequest) -> QueryDict | None:
    """Return the first page as it is filled in from what the address names, if anything."""
    if "from" not in request.GET:
        return None
    found = begun(request.GET["from"], by=request.acting)
    if found is None:
        raise Http404
    return found


@require_POST
@once
def save(request: ActingRequest) -> HttpResponse:
    county = home_of(request.acting)
    require(policies.can_record(request.acting, county.pk))
    steps = Steps(request.POST, by=request.acting, county=county)
    if not steps.is_complete:
        return _step(request, steps, wrong=True)
    for clause in steps.clauses:
        require(clause.verdict)
    try:
        made = actions.record_sitting(steps.sitting(), by=request.acting)
    except actions.AlreadyRecorded:
        return _step(request, steps, wrong=True, already=True)
    except MoveNotAllowed:
        return _step(request, steps, changed=True)
    messages.success(request, _("The decision is recorded."))
    return see(request, made[0] if len(made) == 1 else "decisions:register")


def _step(
    request: ActingRequest,
    steps: Steps,
    *,
    wrong: bool = False,
    changed: bool = False,
    already: bool = False,
) -> HttpResponse:
    """Show the page that comes next: 422 with what is to be mended, 409 with what has changed."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong or steps.faulty else HTTPStatus.OK
    context = {"steps": steps, "changed": changed, "already": already}
    page = f"decisions/record_{steps.at}.html"
    return render(request, page, context, status=HTTPStatus.CONFLICT if changed else status)


@require_POST
@once
def confirm(request: ActingRequest, pk: int) -> HttpResponse:
    """Let what was sent on do what it says; outside the mandate, with the reason."""
    decision = queries.find(request.acting, pk)
    form = ReasonForm(request.POST)
    page = pages.DecisionPage(decision, request.acting, form)
    require(page.verdict(policies.can_record(request.acting, decision.partnership_id)))
    if page.is_outside and not form.is_valid():
        return shown(request, decision, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    reason = form.cleaned_data["reason"] if page.is_outside else ""
    seen = request.POST.get("seen", "")
    try:
        actions.confirm(decision, reason=reason, seen=seen, by=request.acting)
    except MoveNotAllowed:
        fresh = queries.find(request.acting, pk)
        return shown(request, fresh, form, status=HTTPStatus.CONFLICT, changed=True)
    messages.success(request, _("The decision is confirmed."))
    return see(request, decision)


@require_POST
@once
def undo(request: ActingRequest, pk: int) -> HttpResponse:
    decision = queries.find(request.acting, pk)
    require(policies.can_undo(request.acting, decision))
    actions.undo(decision, by=request.acting)
    messages.success(request, _("The decision is taken back."))
    return see(request, decision)
