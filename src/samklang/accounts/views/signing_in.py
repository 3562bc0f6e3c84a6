"""Signing in with a local account, or as an invented person in demo mode."""

from __future__ import annotations

from http import HTTPStatus

from allauth.core import ratelimit
from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from samklang.accounts import queries
from samklang.accounts.forms import SignInForm
from samklang.accounts.oidc.providers import providers
from samklang.accounts.wanted import wanted_page


@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    if limited := ratelimit.consume_or_429(request, action="login"):
        return limited  # type: ignore[no-any-return]  # allauth has no types
    form = SignInForm(request.POST if request.method == "POST" else None, request=request)
    if request.method == "POST" and form.is_valid():
        return form.login(request, redirect_url=wanted_page(request))  # type: ignore[no-any-return]
    context = {
        "form": form,
        "next": request.POST.get("next", request.GET.get("next", "")),
        "providers": providers().values(),
        "demo_persons": queries.demo_persons() if settings.SAMKLANG_DEMO else [],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "accounts/sign_in.html", context, status=status)


@login_not_required
@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as an invented person; the page does not exist outside demo mode."""
    if not settings.SAMKLANG_DEMO:
        raise Http404
    asked = request.POST.get("person", "")
    # They are few; and no database is asked about a text that it cannot take.
    person = next((one for one in queries.demo_persons() if one.username == asked), None)
    if person is None:
        raise Http404
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(wanted_page(request))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("accounts:sign_in")
