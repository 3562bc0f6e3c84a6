"""How every page that changes something answers: the form, the form again, a clash, or done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samklang.agreements import actions, queries
from samklang.agreements.clash import late_entry
from samklang.agreements.models import Agreement
from samklang.common.answers import see
from samklang.organizations.api import ActingRequest

Text = str | Promise
ALREADY = _("This is in the register already.")


@dataclass(frozen=True, slots=True)
class FormPage:
    """The words of a page with one form."""

    title: Text
    lead: Text
    button: Text
    done: Text


def form_page(
    request: ActingRequest, agreement: Agreement | None, form: forms.Form, page: FormPage
) -> HttpResponse:
    """Show the form; with what is wrong in it, when it was sent."""
    context = {"agreement": agreement, "form": form, "form_page": page}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "agreements/form.html", context, status=status)


def carried_out(
    request: ActingRequest,
    agreement: Agreement,
    form: forms.Form,
    page: FormPage,
    act: Callable[[], object],
) -> HttpResponse:
    """Show the form until it makes sense, then act; show both sides if somebody came first."""
    if not form.is_bound or not form.is_valid():
        return form_page(request, agreement, form, page)
    try:
        act()
    except actions.AlreadyRecorded:
        form.add_error(None, str(ALREADY))
        return form_page(request, agreement, form, page)
    except actions.Conflict:
        return clash(request, agreement, form, page)
    messages.success(request, str(page.done))
    return see(request, agreement)


def clash(
    request: ActingRequest, agreement: Agreement, form: forms.Form, page: FormPage
) -> HttpResponse:
    """Show what others saved meanwhile beside what the user wrote; nothing is lost or chosen."""
    wall = queries.dossier(request.acting, agreement.pk, on=request.acting.today).wall
    late = late_entry(agreement, form, wall)
    context = {"agreement": agreement, "form_page": page, "late": late}
    return render(request, "agreements/late_entry.html", context, status=HTTPStatus.CONFLICT)
