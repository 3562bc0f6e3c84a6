"""A new local text step by step: one question on each page, and nothing that cannot be skipped."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from samklang.agreements.api import Agreement, Edition, Level, can_register, can_register_any
from samklang.common.once import once
from samklang.common.policy import require
from samklang.organizations.api import ActingRequest
from samklang.texts import actions
from samklang.texts.forms import BeginForm
from samklang.texts.forms.guide import FORMS
from samklang.texts.guide import SLUGS, STEPS, Guide

KEPT = "guide"


def _guide(request: ActingRequest) -> Guide:
    require(can_register_any(request.acting))
    return Guide(request.acting, request.session.get(KEPT, {}))


@require_GET
def start(request: ActingRequest) -> HttpResponse:
    _guide(request)
    return redirect("guide:step", SLUGS[0])


@require_http_methods(["GET", "POST"])
def step(request: ActingRequest, slug: str) -> HttpResponse:
    """Ask one question, and remember what is answered until the text is begun."""
    guide = _guide(request)
    if slug not in FORMS:
        raise Http404
    at = SLUGS.index(slug)
    onward = SLUGS[at + 1] if at + 1 < len(SLUGS) else ""
    form = FORMS[slug](request.POST if request.method == "POST" else None, guide=guide)
    if form.is_bound and form.is_valid():
        request.session[KEPT] = {**guide.answers, **form.answers}
        return redirect("guide:step", onward) if onward else redirect("guide:check")
    context = {
        "guide": guide,
        "form": form,
        "step": STEPS[at],
        "number": at + 1,
        "count": len(STEPS),
        "onward": onward,
        "back": SLUGS[at - 1] if at else "",
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "texts/guide_step.html", context, status=status)


@require_http_methods(["GET", "POST"])
@once
def check(request: ActingRequest) -> HttpResponse:
    """Show all answers; begin the text as they say."""
    guide = _guide(request)
    form = BeginForm(request.POST if request.method == "POST" else None, guide=guide)
    if not form.is_bound or not form.is_valid():
        context = {"guide": guide, "form": form, "steps": STEPS}
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render(request, "texts/guide_check.html", context, status=status)
    edition = _begun(request, guide, form.cleaned_data["title"])
    request.session.pop(KEPT, None)
    messages.success(request, _("The draft is begun. Only those who write it see its text."))
    return redirect("texts:tasks" if guide.parent else "texts:read", edition.pk)


def _begun(request: ActingRequest, guide: Guide, title: str) -> Edition:
    home = guide.ground.partnership_id
    agreement = guide.known or Agreement(
        partnership_id=home,
        level=Level.LOCAL,
        area=guide.area,
        title=title,
        parent=guide.parent,
        keeper=guide.keeper,
        revision_responsible=guide.answers.get("responsible", ""),
    )
    keeper_id = agreement.keeper_id
    require(
        can_register(request.acting, partnership_id=home, keeper_id=keeper_id, known=guide.known)
    )
    return actions.start_text(
        agreement,
        guide.draft or Edition(begun_date=guide.plan.begun),
        parties=[one.pk for one in guide.parties],
        source=guide.beginning.source,
        by=request.acting,
    )
