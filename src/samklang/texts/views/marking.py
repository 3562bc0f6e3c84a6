"""What in a text is a commitment: the list of them, one marked, mended or taken out."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.common.once import once
from samklang.common.policy import require
from samklang.organizations.api import ActingRequest
from samklang.texts import actions, policies, queries
from samklang.texts.forms import CommitmentForm
from samklang.texts.models import Commitment
from samklang.texts.numbering import numbered
from samklang.texts.page import TextView
from samklang.texts.queries import TextPage
from samklang.texts.undertakings import groups


@require_GET
def commitments(request: ActingRequest, edition_pk: int) -> HttpResponse:
    text = queries.text_page(request.acting, edition_pk)
    require(policies.can_read(text.opened))
    context = {
        "view": TextView(text, request.acting),
        "agreement": text.edition.agreement,
        "groups": list(groups(text)),
        "may_mark": policies.can_mark(request.acting, text.opened),
    }
    return render(request, "texts/commitments.html", context)


def _markable(request: ActingRequest, edition_pk: int) -> TextPage:
    text = queries.text_page(request.acting, edition_pk)
    require(policies.can_read(text.opened))
    require(policies.can_mark(request.acting, text.opened))
    return text


@require_http_methods(["GET", "POST"])
@once
def mark(request: ActingRequest, edition_pk: int) -> HttpResponse:
    text = _markable(request, edition_pk)
    begun = {"section": request.GET.get("avsnitt", "")}
    return _marked(request, text, Commitment(edition=text.edition), begun)


@require_http_methods(["GET", "POST"])
@once
def mend(request: ActingRequest, edition_pk: int, key: str) -> HttpResponse:
    text = _markable(request, edition_pk)
    found = text.commitment(key)
    return _marked(request, text, found, CommitmentForm.shown(found))


def _marked(
    request: ActingRequest, text: TextPage, commitment: Commitment, begun: dict[str, str]
) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = CommitmentForm(sent, initial=begun, sections=list(numbered(text.sections)))
    if sent is None or not form.is_valid():
        return _form(request, text, form)
    try:
        actions.write(form.into(commitment), by=request.acting, seen=form.cleaned_data["seen"])
    except actions.Conflict:
        return _clash(request, text.edition.pk, commitment.key, form)
    messages.success(request, _("The commitment is saved."))
    return redirect("texts:commitments", text.edition.pk)


def _form(request: ActingRequest, text: TextPage, form: CommitmentForm) -> HttpResponse:
    context = {
        "view": TextView(text, request.acting),
        "agreement": text.edition.agreement,
        "form": form,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "texts/mark.html", context, status=status)


def _clash(request: ActingRequest, edition_pk: int, key: str, form: CommitmentForm) -> HttpResponse:
    """Show how somebody else has marked it, above what the user wrote; nothing is lost."""
    text = queries.text_page(request.acting, edition_pk)
    theirs = text.commitment(key)
    sections = list(numbered(text.sections))
    mine = CommitmentForm(initial={**form.cleaned_data, "seen": theirs.seen}, sections=sections)
    context = {
        "view": TextView(text, request.acting),
        "agreement": text.edition.agreement,
        "form": mine,
        "theirs": theirs,
    }
    return render(request, "texts/mark.html", context, status=HTTPStatus.CONFLICT)


@require_POST
@once
def unmark(request: ActingRequest, edition_pk: int, key: str) -> HttpResponse:
    found = _markable(request, edition_pk).commitment(key)
    actions.remove(found, by=request.acting, seen=found.seen)
    messages.success(request, _("The commitment is taken out. The text itself is unchanged."))
    return redirect("texts:commitments", edition_pk)
