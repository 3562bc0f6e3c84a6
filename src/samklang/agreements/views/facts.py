"""A new agreement, its facts, and whose facts stand when two have changed them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from samklang.agreements import actions, policies, queries
from samklang.agreements.clash import FIELDS, other, sides
from samklang.agreements.forms import AgreementForm, ChoiceForm, FactsForm
from samklang.agreements.models import Agreement, Level
from samklang.agreements.views.answering import FormPage, form_page
from samklang.common.answers import see
from samklang.common.numbers import whole
from samklang.common.once import once
from samklang.common.policy import require
from samklang.common.words import words
from samklang.library.api import areas
from samklang.organizations.api import ActingRequest, organizations

CREATE = FormPage(
    _("Register an agreement"),
    _(
        "For an agreement that you do not have as a file. If you have the file, let Samklang "
        "read it."
    ),
    _("Register"),
    _("The agreement is in the register. Record when it holds, and who has adopted it."),
)
EDIT = FormPage(
    _("Change the facts"),
    _("What a body has decided is not changed here: it is recorded as a new entry."),
    _("Save"),
    _("The facts are saved."),
)


@require_http_methods(["GET", "POST"])
@once
def create(request: ActingRequest) -> HttpResponse:
    require(policies.can_register_any(request.acting))
    form = _agreement_form(request)
    home = request.acting.partnership
    if home is None or not form.is_bound or not form.is_valid():
        return form_page(request, None, form, CREATE)
    agreement = form.agreement(home.pk)
    require(
        policies.can_register(request.acting, partnership_id=home.pk, keeper_id=agreement.keeper_id)
    )
    parties = form.cleaned_data["parties"]
    actions.create(agreement, form.edition(), parties=parties, by=request.acting)
    messages.success(request, str(CREATE.done))
    return see(request, agreement)


def _agreement_form(request: ActingRequest) -> AgreementForm:
    acting, home = request.acting, request.acting.partnership
    named = words(home)
    everybody = list(organizations(home.pk)) if home else []
    writes = acting.writes_for()
    coordinates = home is not None and acting.coordinates(home.pk)
    return AgreementForm(
        request.POST or None,
        areas=list(areas(home.pk)) if home else [],
        organizations=everybody,
        keepers=[one for one in everybody if coordinates or one.pk in writes],
        parents=queries.regional_ones(acting, home.pk) if home else [],
        levels=[(Level.LOCAL, named.local), (Level.REGIONAL, named.regional)],
        today=acting.today,
    )


@require_http_methods(["GET", "POST"])
@once
def edit(request: ActingRequest, pk: int) -> HttpResponse:
    agreement = queries.find(request.acting, pk)
    require(policies.can_edit(request.acting, agreement))
    form = _facts_form(request, agreement, request.POST or None)
    if not form.is_bound or not form.is_valid():
        return form_page(request, agreement, form, EDIT)
    try:
        actions.edit(agreement, form.facts(), by=request.acting, seen=form.seen)
    except actions.Conflict:
        return _clash(request, agreement, form, None)
    messages.success(request, str(EDIT.done))
    return see(request, agreement)


def _facts_form(
    request: ActingRequest, agreement: Agreement, sent: Mapping[str, Any] | None
) -> FactsForm:
    acting = request.acting
    everybody = organizations(agreement.partnership_id)
    may_move = policies.may_move_keeper(acting, agreement)
    parents = queries.regional_ones(acting, agreement.partnership_id)
    facts = actions.Facts.of(agreement)
    form = FactsForm(
        sent,
        initial={
            **{name: asdict(facts)[fact] for name, fact in FIELDS.items()},
            "version": agreement.version,
        },
        parents=parents if agreement.level == Level.LOCAL else [],
        keepers=list(everybody) if may_move else [agreement.keeper],
    )
    if not may_move:
        form.fields["keeper"].help_text = str(may_move.reason)
    return form


@require_POST
@once
def choose(request: ActingRequest, pk: int) -> HttpResponse:
    """Save what the user chose, field by field, of their own and the other’s facts."""
    agreement = queries.find(request.acting, pk)
    require(policies.can_edit(request.acting, agreement))
    mine = {name: request.POST[f"mine_{name}"] for name in FIELDS if f"mine_{name}" in request.POST}
    now = asdict(actions.Facts.of(agreement))
    standing = {name: now[fact] if now[fact] is not None else "" for name, fact in FIELDS.items()}
    form = _facts_form(request, agreement, {**standing, **mine, "version": agreement.version})
    choice = ChoiceForm(request.POST, labels={name: str(form[name].label) for name in mine})
    if not choice.is_valid() or choice.seen != agreement.version:
        return _clash(request, agreement, form, choice)
    kept = {name for name in mine if choice.cleaned_data[f"whose_{name}"] == "mine"}
    chosen = {**standing, **{name: mine[name] for name in kept}, "version": agreement.version}
    form = _facts_form(request, agreement, chosen)
    if not form.is_valid():
        return form_page(request, agreement, form, EDIT)
    actions.edit(agreement, form.facts(), by=request.acting, seen=form.seen)
    messages.success(request, str(EDIT.done))
    return see(request, agreement)


def _seen(request: ActingRequest) -> int:
    """Return the version that the user began with, through every page of the clash."""
    sent = request.POST.get("seen") or request.POST.get("version", "")
    return whole(sent) or 0


def _clash(
    request: ActingRequest, agreement: Agreement, form: FactsForm, choice: ChoiceForm | None
) -> HttpResponse:
    """Show both sides; nothing is chosen beforehand."""
    known = queries.dossier(request.acting, agreement.pk, on=request.acting.today)
    fresh = known.agreement
    differing = sides(fresh, form)
    asked = choice or ChoiceForm(
        initial={"version": fresh.version}, labels={side.name: side.label for side in differing}
    )
    seen = _seen(request)
    context = {
        "agreement": fresh,
        "other": other(fresh, seen, known.wall),
        "sides": [replace(side, choice=asked[f"whose_{side.name}"]) for side in differing],
        "form": asked,
        "seen": seen,
    }
    wrong = choice is not None and choice.errors
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.CONFLICT
    return render(request, "agreements/clash.html", context, status=status)
