"""The county's shared wordings: the list, one of them, and how a coordinator writes one."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.common.numbers import whole
from samklang.common.once import once
from samklang.common.policy import require
from samklang.library import api as library
from samklang.organizations.api import ActingRequest, Partnership, home_of
from samklang.texts import policies, queries
from samklang.texts.clause_page import ClausePage, ClauseRow
from samklang.texts.forms import ClauseForm, ClauseSearchForm, WithdrawForm
from samklang.texts.page import TextView


@require_GET
def register(request: ActingRequest) -> HttpResponse:
    home = home_of(request.acting)
    form = ClauseSearchForm(request.GET, areas=library.areas(home.pk))
    there = library.clauses(request.acting, home.pk)
    found = library.chosen(there, **form.terms())
    used = queries.uses(request.acting, found)
    context = {
        "form": form,
        "asked": any(form.terms().values()),
        "rows": [ClauseRow(one, tuple(used.get(one.pk, ()))) for one in found],
        "count": len(there),
        "may_write": library.can_write_clauses(request.acting, home.pk),
    }
    return render(request, "texts/clauses.html", context)


@require_GET
def detail(request: ActingRequest, pk: int) -> HttpResponse:
    clause = library.find_clause(request.acting, pk)
    used = queries.uses(request.acting, [clause]).get(clause.pk, ())
    row = ClauseRow(clause, tuple(used))
    context = {
        "page": ClausePage(row, tuple(library.clause_history(clause))),
        "may_write": library.can_write_clauses(request.acting, clause.partnership_id),
        "may_change": library.can_change_clause(request.acting, clause),
    }
    return render(request, "texts/clause.html", context)


def _about(request: ActingRequest, partnership_id: int) -> dict[str, Any]:
    return {"areas": library.areas(partnership_id), "today": request.acting.today}


def _lent(request: ActingRequest, home: Partnership) -> Mapping[str, str]:
    """Return what a section of a decided text says, when the reader comes from one."""
    asked, key = request.GET.get("utgava", ""), request.GET.get("avsnitt", "")
    number = whole(asked)
    if number is None:
        return {}
    text = queries.text_page(request.acting, number)
    if text.edition.agreement.partnership_id != home.pk:
        raise Http404
    require(policies.can_read(text.opened))
    require(policies.can_lend(text.opened))
    shown = TextView(text, request.acting).shown(key)
    said = _("%(agreement)s, edition %(number)s, section %(section)s") % {
        "agreement": text.edition.agreement,
        "number": text.edition.number,
        "section": shown.title,
    }
    return {"heading": shown.section.heading, "body": shown.section.body, "source": said[:300]}


@require_http_methods(["GET", "POST"])
@once
def add(request: ActingRequest) -> HttpResponse:
    home = home_of(request.acting)
    require(library.can_write_clauses(request.acting, home.pk))
    about = _about(request, home.pk)
    if request.method == "GET":
        return _form(request, ClauseForm.begun(_lent(request, home), **about))
    form = ClauseForm(request.POST, **about)
    if not form.is_valid():
        return _form(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    made = library.add_clause(form.written(), partnership_id=home.pk, by=request.acting)
    messages.success(request, _("The wording is shared. Everybody in the county can use it now."))
    return redirect("clauses:detail", made.pk)


@require_http_methods(["GET", "POST"])
@once
def change(request: ActingRequest, pk: int) -> HttpResponse:
    clause = library.find_clause(request.acting, pk)
    require(library.can_change_clause(request.acting, clause))
    about = _about(request, clause.partnership_id)
    if request.method == "GET":
        return _form(request, ClauseForm.of(clause, **about), clause)
    form = ClauseForm(request.POST, **about)
    if not form.is_valid():
        return _form(request, form, clause, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    seen = form.cleaned_data["seen"] or 0
    try:
        library.change_clause(clause, form.written(), by=request.acting, seen=seen)
    except library.Reworded:
        now = library.find_clause(request.acting, pk)
        mine = form.kept(seen=now.newest.number, **about)
        return _form(request, mine, now, status=HTTPStatus.CONFLICT)
    messages.success(request, _("It is saved. Earlier wordings stand as they were."))
    return redirect("clauses:detail", clause.pk)


def _form(
    request: ActingRequest,
    form: ClauseForm,
    clause: library.Clause | None = None,
    *,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    context = {
        "form": form,
        "clause": clause,
        "theirs": ClauseRow(clause) if clause and status == HTTPStatus.CONFLICT else None,
    }
    return render(request, "texts/clause_form.html", context, status=status)


@require_http_methods(["GET", "POST"])
@once
def withdraw(request: ActingRequest, pk: int) -> HttpResponse:
    clause = library.find_clause(request.acting, pk)
    require(library.can_change_clause(request.acting, clause))
    form = WithdrawForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK
        uses = queries.uses(request.acting, [clause]).get(clause.pk, ())
        context = {"form": form, "row": ClauseRow(clause, tuple(uses))}
        return render(request, "texts/clause_withdraw.html", context, status=status)
    library.withdraw_clause(clause, reason=form.cleaned_data["reason"], by=request.acting)
    messages.success(request, _("The wording is withdrawn. The texts that use it are unchanged."))
    return redirect("clauses:detail", clause.pk)


@require_POST
@once
def bring_back(request: ActingRequest, pk: int) -> HttpResponse:
    clause = library.find_clause(request.acting, pk)
    require(library.can_write_clauses(request.acting, clause.partnership_id))
    library.bring_back_clause(clause, by=request.acting)
    messages.success(request, _("The wording is offered again."))
    return redirect("clauses:detail", clause.pk)
