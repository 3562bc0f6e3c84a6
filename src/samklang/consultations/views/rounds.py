"""A consultation: opened in two steps, shown, and given a later last day."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.agreements.api import Conflict, Edition
from samklang.common.once import once
from samklang.common.policy import require
from samklang.common.words import words
from samklang.consultations import actions, policies, queries
from samklang.consultations.forms import ExtendForm, RoundForm
from samklang.consultations.views.finding import readable
from samklang.consultations.views.following import shown
from samklang.organizations.api import ActingRequest
from samklang.sharing.api import Offer, receivers, source_of, tell_receivers


@require_http_methods(["GET", "POST"])
@once
def open_round(request: ActingRequest, edition_pk: int) -> HttpResponse:
    """Ask whom and by when; show what they will see; then, when the user says so, send it."""
    talk = readable(request, edition_pk)
    offer = source_of(Edition.KIND).find(request.acting, edition_pk)
    require(policies.can_open(talk, offer.verdict))
    form = _form(request, offer)
    if not form.is_bound or not form.is_valid() or "change" in request.POST:
        return _asked(request, offer, form)
    if "confirmed" not in request.POST or form.seen != offer.version:
        return _checked(request, offer, form)
    try:
        made = actions.open_round(offer, form.asked(), by=request.acting, seen=form.seen)
    except Conflict:
        offer = source_of(Edition.KIND).find(request.acting, edition_pk)
        return _checked(request, offer, form)
    share, address = made.share, request.build_absolute_uri(made.share.get_absolute_url())
    transaction.on_commit(lambda: tell_receivers(share, address))
    messages.success(request, _("The draft is sent on consultation. Here you see who answers."))
    return redirect(made)


def _form(request: ActingRequest, offer: Offer) -> RoundForm:
    offered = receivers(offer.organization.partnership_id, offer.organization)
    sent = request.POST if request.method == "POST" else None
    initial = {"version": offer.version, "sees_each_other": "no"}
    return RoundForm(sent, initial=initial, receivers=offered, today=request.acting.today)


def _asked(request: ActingRequest, offer: Offer, form: RoundForm) -> HttpResponse:
    wrong = form.is_bound and form.errors
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    context = {"offer": offer, "form": form, "edition": offer.thing}
    return render(request, "consultations/open.html", context, status=status)


def _checked(request: ActingRequest, offer: Offer, form: RoundForm) -> HttpResponse:
    """Show the answers and what would be seen; 409 when that has changed since it was shown."""
    changed = form.seen != offer.version
    context = {
        "offer": offer,
        "form": form,
        "asked": form.asked(),
        "kept": form.kept(),
        "version": offer.version,
        "changed": changed,
        "words": words(request.acting.partnership),
        "edition": offer.thing,
    }
    status = HTTPStatus.CONFLICT if changed else HTTPStatus.OK
    return render(request, "consultations/check.html", context, status=status)


@require_POST
@once
def extend(request: ActingRequest, edition_pk: int, pk: int) -> HttpResponse:
    page = queries.find_round(request.acting, edition_pk, pk)
    require(policies.can_run(request.acting, page.consultation.edition))
    form = ExtendForm(request.POST, today=request.acting.today)
    if not form.is_valid():
        return shown(request, page, extending=form)
    actions.extend(page.consultation, form.cleaned_data["deadline_date"], by=request.acting)
    messages.success(request, _("The last day is moved. Tell those asked."))
    return redirect(page.consultation)


@require_GET
def consultation(request: ActingRequest, edition_pk: int, pk: int) -> HttpResponse:
    return shown(request, queries.find_round(request.acting, edition_pk, pk))
