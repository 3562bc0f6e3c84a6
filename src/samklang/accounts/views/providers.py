"""Signing in by the word of an identity provider."""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from samklang.accounts import actions, queries
from samklang.accounts.models import User
from samklang.accounts.oidc import claims_from, send_to
from samklang.accounts.oidc.claims import Cancelled, Claims, NotBelieved, Unreachable
from samklang.accounts.oidc.providers import Provider, providers
from samklang.accounts.strength import mark_strong
from samklang.accounts.wanted import safe_page, wanted_page

_WANTED = "wanted_after_provider"
_WHY: dict[type[Exception], tuple[HTTPStatus, Promise]] = {
    Unreachable: (
        HTTPStatus.SERVICE_UNAVAILABLE,
        _("The identity provider does not answer right now. Try again in a while."),
    ),
    Cancelled: (
        HTTPStatus.FORBIDDEN,
        _("The sign-in was cancelled at the identity provider. Try again if you want to go on."),
    ),
    NotBelieved: (
        HTTPStatus.FORBIDDEN,
        _("What the identity provider answered could not be checked, so nobody was signed in."),
    ),
}
_UNKNOWN = _(
    "You have no account here yet. Ask your organization’s administrator for an invitation."
)


@login_not_required
@require_POST
def go_to(request: HttpRequest, provider: str) -> HttpResponse:
    chosen = _find(provider)
    request.session[_WANTED] = wanted_page(request)
    back = request.build_absolute_uri(reverse("accounts:come_back", args=[chosen.slug]))
    try:
        return send_to(chosen, request, back_to=back)
    except (Unreachable, NotBelieved):
        return _refused(request, chosen, *_WHY[Unreachable])


@login_not_required
@require_GET
def come_back(request: HttpRequest, provider: str) -> HttpResponse:
    chosen = _find(provider)
    try:
        claims = claims_from(chosen, request)
    except (Unreachable, Cancelled, NotBelieved) as why:
        return _refused(request, chosen, *_WHY[type(why)])
    person = _person(chosen, claims)
    if person is None or not person.is_active:
        return _refused(request, chosen, HTTPStatus.FORBIDDEN, _UNKNOWN)
    return _signed_in(request, person, claims)


def _find(slug: str) -> Provider:
    try:
        return providers()[slug]
    except KeyError:
        raise Http404 from None


def _person(provider: Provider, claims: Claims) -> User | None:
    known = queries.person_known_to(provider.slug, claims.subject)
    if known is None and provider.organization:
        return actions.admit(provider, claims)
    return known


def _signed_in(request: HttpRequest, person: User, claims: Claims) -> HttpResponse:
    wanted = safe_page(request, request.session.pop(_WANTED, ""))
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    if claims.strong:
        mark_strong(request.session)
    return redirect(wanted)


def _refused(
    request: HttpRequest, provider: Provider, status: HTTPStatus, reason: Promise
) -> HttpResponse:
    context = {"provider": provider, "reason": reason}
    return render(request, "accounts/provider_refused.html", context, status=status)
