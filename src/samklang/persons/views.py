"""One’s own copy, and the pages on which whoever runs the installation looks after accounts."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.accounts.models import User
from samklang.accounts.strength import is_strong
from samklang.common.once import once
from samklang.common.policy import require
from samklang.organizations.api import ActingRequest
from samklang.persons import actions, policies, queries
from samklang.persons.forms import EraseForm, SearchForm
from samklang.persons.mentions import mentions
from samklang.persons.package import NAME, package
from samklang.persons.wording import column_name, kind_name

ROWS = 50


@require_POST
def own_copy(request: ActingRequest) -> HttpResponse:
    """A form and no link: that it was taken out is written down."""
    return _copy_of(request.user, request)


@require_GET
def register(request: ActingRequest) -> HttpResponse:
    _require(request)
    form = SearchForm(request.GET)
    found = Paginator(queries.register(form.words()), ROWS).get_page(request.GET.get("page"))
    return render(request, "persons/register.html", {"form": form, "page": found})


@require_GET
def person(request: ActingRequest, pk: int) -> HttpResponse:
    _require(request)
    found = queries.find(pk)
    context = {
        "person": found,
        "may_erase": policies.can_erase(found, by=request.user, today=request.acting.today),
    }
    return render(request, "persons/person.html", context)


@require_POST
def copy(request: ActingRequest, pk: int) -> HttpResponse:
    _require(request)
    return _copy_of(queries.find(pk), request)


@require_http_methods(["GET", "POST"])
@once
def erase(request: ActingRequest, pk: int) -> HttpResponse:
    """Say what goes and what stays; then erase."""
    _require(request)
    found = queries.find(pk)
    require(policies.can_erase(found, by=request.user, today=request.acting.today))
    sent = request.POST if request.method == "POST" else None
    form = EraseForm(sent, expected=found.username)
    if not form.is_valid():
        named = [(kind_name(m.model), column_name(m.field), m.count) for m in mentions(found)]
        context = {"person": found, "form": form, "mentions": named}
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render(request, "persons/erase.html", context, status=status)
    actions.erase(found, by=request.user, reason=form.cleaned_data["reason"])
    messages.success(request, _("The person is erased. What they recorded stands."))
    return redirect("persons:register")


def _require(request: ActingRequest) -> None:
    require(policies.can_look_after_persons(request.user, strong=is_strong(request)))


def _copy_of(person: User, request: ActingRequest) -> HttpResponse:
    held = actions.hand_out(person, by=request.user, now=timezone.now())
    answer = HttpResponse(package(held), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{NAME}.zip"'
    answer["Cache-Control"] = "private, no-store"
    return answer
