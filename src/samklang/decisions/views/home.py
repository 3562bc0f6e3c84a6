"""The pages about carrying home: of all decisions, of one, what is asked and what is written."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.common.answers import see
from samklang.common.once import once
from samklang.common.policy import require
from samklang.common.workbooks import WORKBOOK_TYPE
from samklang.decisions import actions, policies, queries
from samklang.decisions.forms import AskHomeForm, HomeSearchForm, WayHomeForm
from samklang.decisions.home_page import CarryingHome
from samklang.decisions.home_picture import LOOKS
from samklang.decisions.home_sheet import paper, workbook
from samklang.decisions.letters import send_reminders
from samklang.decisions.models import Decision, HomeRequest, HomeState
from samklang.decisions.registry import Changed
from samklang.documents.api import as_pdf
from samklang.organizations.api import ActingRequest, home_of, organizations

ROWS, MOST = 20, 1000


@require_GET
def home(request: ActingRequest) -> HttpResponse:
    """The county's view of what has landed."""
    county = home_of(request.acting)
    search = HomeSearchForm(request.GET, organizations=organizations(county.pk))
    organization, late = search.terms()
    found = queries.asked_home(request.acting, county.pk, organization=organization, late=late)
    page = Paginator(found, ROWS).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    context = {
        "search": search,
        "is_narrow": organization is not None or late,
        "page": page,
        "question": asked.urlencode(),
        "legend": [(LOOKS[state][0], state.label) for state in HomeState],
        "shown": [CarryingHome(one, request.acting) for one in page],
    }
    return render(request, "decisions/home.html", context)


@require_GET
def home_sheet(request: ActingRequest) -> HttpResponse:
    county = home_of(request.acting)
    found = queries.asked_home(request.acting, county.pk, organization=None, late=False)
    pages = [CarryingHome(one, request.acting) for one in found[:MOST]]
    answer = HttpResponse(workbook(pages, by=request.acting), content_type=WORKBOOK_TYPE)
    answer["Content-Disposition"] = 'attachment; filename="hemtagning.xlsx"'
    return answer


@require_GET
def carry_home(request: ActingRequest, pk: int) -> HttpResponse:
    decision = queries.find(request.acting, pk)
    asked = queries.home_request(decision)
    may_ask = policies.can_ask_home(request.acting, decision)
    waiting = queries.to_remind(asked, now=timezone.now()) if asked and may_ask else []
    context = {
        "decision": decision,
        "asked": asked,
        "page": CarryingHome(asked, request.acting) if asked else None,
        "may_ask": may_ask,
        "to_remind": waiting,
    }
    return render(request, "decisions/carry_home.html", context)


@require_http_methods(["GET", "POST"])
@once
def ask_home(request: ActingRequest, pk: int) -> HttpResponse:
    """Ask organizations to carry it home, or change what is asked."""
    decision = queries.find(request.acting, pk)
    require(policies.can_ask_home(request.acting, decision))
    asked = queries.home_request(decision)
    options: dict[str, Any] = {
        "offered": queries.offered(decision),
        "decided": decision.decided_date,
    }
    if request.method == "GET":
        form = AskHomeForm(initial=_begun(decision, asked), **options)
        return _asked(request, decision, form)
    form = AskHomeForm(request.POST, **options)
    if not form.is_valid():
        return _asked(request, decision, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        actions.ask_home(decision, form.asking(), by=request.acting, seen=form.seen)
    except Changed:
        now = queries.home_request(decision)
        form.come_late(now.version if now else 0)
        return _asked(request, decision, form, status=HTTPStatus.CONFLICT)
    messages.success(request, _("The organizations are asked."))
    return see(request, reverse("decisions:carry_home", args=[pk]))


def _begun(decision: Decision, asked: HomeRequest | None) -> dict[str, object]:
    if asked is None:
        return {"version": 0, "organizations": [one.pk for one in queries.offered(decision)]}
    there = [one.organization_id for one in asked.rows.all()]
    said = {name: getattr(asked, name) for name in ("meaning", "asked", "due_date", "version")}
    return {**said, "organizations": there}


def _asked(
    request: ActingRequest,
    decision: Decision,
    form: AskHomeForm | WayHomeForm,
    *,
    heading: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    context = {
        "decision": decision,
        "form": form,
        "heading": heading or _("Ask for it to be carried home"),
        "is_late": status == HTTPStatus.CONFLICT,
    }
    return render(request, "decisions/home_form.html", context, status=status)


@require_http_methods(["GET", "POST"])
@once
def write_home(request: ActingRequest, pk: int, row_pk: int) -> HttpResponse:
    """Let an organization write its own way home."""
    row = queries.find_way_home(request.acting, pk, row_pk)
    require(policies.can_write_home(request.acting, row))
    decision = row.request.decision
    heading = _("How %(who)s carries it home") % {"who": row.organization.name}
    if request.method == "GET":
        form = WayHomeForm(initial=WayHomeForm.of(row), today=request.acting.today)
        return _asked(request, decision, form, heading=heading)
    form = WayHomeForm(request.POST, today=request.acting.today)
    if not form.is_valid():
        wrong = HTTPStatus.UNPROCESSABLE_ENTITY
        return _asked(request, decision, form, heading=heading, status=wrong)
    try:
        actions.write_home(row, form.way(), by=request.acting, seen=form.seen)
    except Changed:
        form.come_late(queries.find_way_home(request.acting, pk, row_pk).version)
        return _asked(request, decision, form, heading=heading, status=HTTPStatus.CONFLICT)
    messages.success(request, _("It is saved."))
    return see(request, row)


@require_POST
@once
def remind_home(request: ActingRequest, pk: int) -> HttpResponse:
    """Write a letter to those that have not finished."""
    decision = queries.find(request.acting, pk)
    require(policies.can_ask_home(request.acting, decision))
    asked = _of(decision)
    waiting = queries.to_remind(asked, now=timezone.now())
    address = request.build_absolute_uri(asked.get_absolute_url())
    reached = send_reminders(waiting, address, today=request.acting.today)
    if reached:
        actions.remind_home(asked, reached, by=request.acting)
        names = ", ".join(one.organization.short_name for one in reached)
        messages.success(request, _("A letter is sent to: %(names)s.") % {"names": names})
    if left := [one.organization.short_name for one in waiting if one not in reached]:
        sentence = _("No letter could be sent to: %(names)s. Ask them in another way.")
        messages.warning(request, sentence % {"names": ", ".join(left)})
    return see(request, asked)


@require_GET
def take_home(request: ActingRequest, pk: int) -> HttpResponse:
    """One page to print: the decision, what it means, what is asked and by when."""
    decision = queries.find(request.acting, pk)
    asked = _of(decision)
    asked.decision = decision
    address = request.build_absolute_uri(decision.get_absolute_url())
    made = as_pdf(paper(CarryingHome(asked, request.acting), address))
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="ta-hem-{decision.pk}.pdf"'
    return answer


def _of(decision: Decision) -> HomeRequest:
    asked = queries.home_request(decision)
    if asked is None or decision.undone_at is not None:
        raise Http404
    return asked
