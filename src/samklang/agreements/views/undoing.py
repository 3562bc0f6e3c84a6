"""Taking back one’s own entry."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samklang.agreements import actions, policies, queries
from samklang.agreements.models import Adoption, Agreement, DiaryNumber, ValidityEvent
from samklang.common.answers import see
from samklang.common.once import once
from samklang.common.policy import require
from samklang.organizations.api import ActingRequest


@require_POST
@once
def undo_event(request: ActingRequest, pk: int, entry_pk: int) -> HttpResponse:
    entry = queries.find_entry(request.acting, ValidityEvent, pk, entry_pk)
    return _undone(request, entry.edition.agreement, entry)


@require_POST
@once
def undo_adoption(request: ActingRequest, pk: int, entry_pk: int) -> HttpResponse:
    entry = queries.find_entry(request.acting, Adoption, pk, entry_pk)
    return _undone(request, entry.edition.agreement, entry)


@require_POST
@once
def undo_diary_number(request: ActingRequest, pk: int, entry_pk: int) -> HttpResponse:
    entry = queries.find_entry(request.acting, DiaryNumber, pk, entry_pk)
    return _undone(request, entry.agreement, entry)


@require_POST
@once
def take_back(request: ActingRequest, pk: int, edition_pk: int) -> HttpResponse:
    """Take back one’s own registration of an edition."""
    edition = queries.find_edition(request.acting, pk, edition_pk)
    require(policies.can_take_back(request.acting, edition))
    actions.take_back(edition, by=request.acting)
    messages.success(
        request, _("The registration is taken back. The history keeps that it was there.")
    )
    return see(request, reverse("agreements:history", args=[pk]))


def _undone(
    request: ActingRequest, agreement: Agreement, entry: ValidityEvent | Adoption | DiaryNumber
) -> HttpResponse:
    require(policies.can_undo(request.acting, entry))
    actions.undo(agreement, entry, by=request.acting)
    messages.success(request, _("The entry is undone. The history keeps that it was there."))
    return see(request, agreement)
