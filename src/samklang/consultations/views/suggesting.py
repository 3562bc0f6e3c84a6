"""Suggestions: made, looked at word by word, accepted, rejected or withdrawn."""

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
from samklang.consultations import actions, policies, queries
from samklang.consultations.forms import ReasonForm, SuggestionForm
from samklang.consultations.models import Suggestion
from samklang.consultations.page import Proposed, TalkView, against_today
from samklang.consultations.queries import Talk
from samklang.consultations.views.commenting import all_opinions
from samklang.consultations.views.finding import readable
from samklang.organizations.api import ActingRequest


@require_http_methods(["GET", "POST"])
@once
def suggest(request: ActingRequest, edition_pk: int, key: str) -> HttpResponse:
    talk = readable(request, edition_pk)
    view = TalkView(talk, request.acting)
    about = view.section(key)
    require(policies.can_speak(talk))
    if request.method == "POST":
        form = SuggestionForm(request.POST, voices=talk.voices)
        if form.is_valid():
            form.refuse_the_same(about.section)
    else:
        form = SuggestionForm.of(about.section, talk.voices)
    if not form.is_bound or not form.is_valid():
        context = {"view": view, "about": about, "form": form, "agreement": talk.edition.agreement}
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render(request, "consultations/suggest.html", context, status=status)
    made = actions.suggest(about.section, form.suggested(), voice=form.chosen, by=request.acting)
    messages.success(request, _("Your suggestion is saved. Its writers decide about it."))
    return redirect("consultations:suggestion", edition_pk, made.pk)


@require_GET
def suggestion(request: ActingRequest, edition_pk: int, pk: int) -> HttpResponse:
    talk = readable(request, edition_pk)
    found = queries.find_suggestion(talk, pk)
    return _shown(request, talk, found, ReasonForm(), HTTPStatus.OK)


def _shown(
    request: ActingRequest, talk: Talk, found: Suggestion, form: ReasonForm, status: HTTPStatus
) -> HttpResponse:
    context = {
        "view": TalkView(talk, request.acting),
        "agreement": talk.edition.agreement,
        "one": Proposed(found, talk.refusal_of(found)),
        "today": against_today(talk, found),
        "form": form,
        "may_decide": policies.can_decide(request.acting, talk),
        "may_withdraw": policies.can_withdraw(request.acting, talk, found),
    }
    return render(request, "consultations/suggestion.html", context, status=status)


@require_POST
@once
def accept(request: ActingRequest, edition_pk: int, pk: int) -> HttpResponse:
    talk = readable(request, edition_pk)
    found = queries.find_suggestion(talk, pk)
    require(policies.can_decide(request.acting, talk))
    try:
        actions.accept(found, by=request.acting, over=request.POST.get("over", "")[:40])
    except actions.Refused as refused:
        messages.error(request, str(refused.why.label))
        return _shown(
            request, readable(request, edition_pk), found, ReasonForm(), HTTPStatus.CONFLICT
        )
    messages.success(request, _("The suggestion is accepted. The section reads so now."))
    return redirect("consultations:suggestion", edition_pk, pk)


@require_POST
@once
def reject(request: ActingRequest, edition_pk: int, pk: int) -> HttpResponse:
    talk = readable(request, edition_pk)
    found = queries.find_suggestion(talk, pk)
    require(policies.can_decide(request.acting, talk))
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _shown(request, talk, found, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    actions.reject(found, reason=form.cleaned_data["reason"], by=request.acting)
    messages.success(request, _("The suggestion is rejected. It stays in the history."))
    return redirect("consultations:suggestion", edition_pk, pk)


@require_POST
@once
def withdraw(request: ActingRequest, edition_pk: int, pk: int) -> HttpResponse:
    talk = readable(request, edition_pk)
    found = queries.find_suggestion(talk, pk)
    require(policies.can_withdraw(request.acting, talk, found))
    actions.withdraw(found, by=request.acting)
    messages.success(request, _("The suggestion is withdrawn. It stays in the history."))
    return redirect("consultations:suggestion", edition_pk, pk)


@require_POST
@once
def accept_editorial(request: ActingRequest, edition_pk: int) -> HttpResponse:
    """Accept those that the page showed as changing no meaning, as far as they can be."""
    talk = readable(request, edition_pk)
    require(policies.can_decide(request.acting, talk))
    seen = set(request.POST.getlist("suggestions"))
    shown = [one for one in talk.suggestions if str(one.pk) in seen]
    if not shown:
        messages.warning(request, _("No suggestion was chosen, so nothing is accepted."))
        return all_opinions(request, edition_pk, HTTPStatus.UNPROCESSABLE_ENTITY)
    accepted, left = actions.accept_editorial(shown, by=request.acting)
    count = len(accepted)
    messages.success(
        request,
        ngettext("%(count)s suggestion is accepted.", "%(count)s suggestions are accepted.", count)
        % {"count": count},
    )
    if left:
        told = _("Not accepted, since the section has been changed meanwhile: %(headings)s.")
        messages.warning(request, told % {"headings": ", ".join(one.heading for one in left)})
    return redirect("consultations:opinions", edition_pk)
