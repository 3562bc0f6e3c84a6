"""The legal doorway: what is shared with whom, seen before it is done, and stopped."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from samklang.common.answers import see
from samklang.common.lifecycle import MoveNotAllowed
from samklang.common.once import once
from samklang.common.policy import require
from samklang.common.words import words
from samklang.organizations.api import ActingRequest, Organization, reader_in
from samklang.sharing import actions, policies, queries
from samklang.sharing.boundary import Opening, Reach
from samklang.sharing.forms import ShareForm
from samklang.sharing.letters import tell_receivers
from samklang.sharing.listing import share_rows
from samklang.sharing.offers import Offer, source_by_slug

ROWS = 25


@require_GET
def shares(request: ActingRequest) -> HttpResponse:
    """What is shared with the user’s organizations, and what they have shared."""
    page = Paginator(queries.shares(request.acting), ROWS).get_page(request.GET.get("page"))
    return render(
        request, "sharing/shares.html", {"page": page, "rows": share_rows(page, request.acting)}
    )


@require_http_methods(["GET", "POST"])
@once
def share(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    """Ask with whom; show what they will see; then, when the user says so, share it."""
    source = source_by_slug(slug)
    offer = source.find(request.acting, pk)
    require(offer.verdict)
    form = _form(request, offer)
    if not form.is_bound or not form.is_valid() or "change" in request.POST:
        return _asked(request, offer, form)
    if "confirmed" not in request.POST:
        return _checked(request, offer, form, slug)
    try:
        made = actions.share(offer, form.terms(), by=request.acting, seen=form.seen)
    except MoveNotAllowed:
        return _checked(request, source.find(request.acting, pk), form, slug)
    address = request.build_absolute_uri(made.get_absolute_url())
    transaction.on_commit(lambda: tell_receivers(made, address))
    messages.success(request, _("It is shared. Below is the receipt."))
    return see(request, made)


def _form(request: ActingRequest, offer: Offer) -> ShareForm:
    receivers = queries.receivers(offer.organization.partnership_id, offer.organization)
    sent = request.POST if request.method == "POST" else None
    return ShareForm(sent, initial={"version": offer.version}, receivers=receivers)


def _asked(request: ActingRequest, offer: Offer, form: ShareForm) -> HttpResponse:
    wrong = form.is_bound and form.errors
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, "sharing/share.html", {"offer": offer, "form": form}, status=status)


def _checked(request: ActingRequest, offer: Offer, form: ShareForm, slug: str) -> HttpResponse:
    """Show the answers and what would be seen; 409 when that has changed since it was shown."""
    changed = form.seen != offer.version
    context = {
        "offer": offer,
        "slug": slug,
        "form": form,
        "terms": form.terms(),
        "version": offer.version,
        "changed": changed,
        "words": words(request.acting.partnership),
    }
    status = HTTPStatus.CONFLICT if changed else HTTPStatus.OK
    return render(request, "sharing/check.html", context, status=status)


@require_GET
def preview(request: ActingRequest, slug: str, pk: int, organization_pk: int) -> HttpResponse:
    """The thing’s own page exactly as somebody in the organization would see it."""
    source = source_by_slug(slug)
    offer = source.find(request.acting, pk)
    require(offer.verdict)
    receiver = _receiver(offer, organization_pk)
    reader = reader_in(receiver, today=request.acting.today)
    opening = Opening(receiver.pk, Reach.SHARED, timezone.now())
    title, content = source.as_read_by(reader, offer, opening)
    actions.record_read(type(offer.thing), offer.thing.pk, by=request.user)
    context = {"offer": offer, "receiver": receiver, "title": title, "content": content}
    return render(request, "sharing/preview.html", context)


def _receiver(offer: Offer, organization_pk: int) -> Organization:
    for one in queries.receivers(offer.organization.partnership_id, offer.organization):
        if one.pk == organization_pk:
            return one
    raise Http404


@require_GET
def receipt(request: ActingRequest, pk: int) -> HttpResponse:
    found = queries.find(request.acting, pk)
    [row] = share_rows([found], request.acting)
    context = {
        "row": row,
        "share": found,
        "may_stop": policies.can_stop(request.acting, found, row.inside),
        "words": words(request.acting.partnership),
    }
    return render(request, "sharing/receipt.html", context)


@require_http_methods(["GET", "POST"])
@once
def stop(request: ActingRequest, pk: int, organization_pk: int) -> HttpResponse:
    """Say what stopping can and cannot do; then stop."""
    found = queries.find(request.acting, pk)
    [row] = share_rows([found], request.acting)
    require(policies.can_stop(request.acting, found, row.inside))
    recipient = queries.find_recipient(found, organization_pk)
    if request.method == "GET":
        context = {"share": found, "row": row, "recipient": recipient}
        return render(request, "sharing/stop.html", context)
    actions.stop(recipient, by=request.acting)
    messages.success(request, _("The sharing is stopped."))
    return see(request, found)
