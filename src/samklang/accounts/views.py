"""Signing in with a local account, or as an invented person in demo mode."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from samklang.accounts import queries
from samklang.accounts.forms import SignInForm


@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return redirect(_wanted_page(request))
    context = {
        "form": form,
        "next": request.POST.get("next", request.GET.get("next", "")),
        "demo_persons": queries.demo_persons() if settings.SAMKLANG_DEMO else [],
    }
    return render(request, "accounts/sign_in.html", context, status=422 if form.errors else 200)


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
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return redirect(_wanted_page(request))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("accounts:sign_in")


def _wanted_page(request: HttpRequest) -> str:
    """The page that asked for sign-in, if it is ours."""
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        return wanted
    return resolve_url(settings.LOGIN_REDIRECT_URL)
