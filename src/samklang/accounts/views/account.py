"""One’s own account: how one signs in, and where one is signed in."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import get_totp_secret
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from samklang.accounts import actions, queries
from samklang.accounts.http import SignedInRequest
from samklang.accounts.places import places


@require_GET
def account(request: SignedInRequest) -> HttpResponse:
    context = {
        "person": request.user,
        "has_second_step": is_mfa_enabled(request.user),
        "has_password": request.user.has_usable_password(),
        "identities": request.user.identities.all(),
        "places": places(queries.sessions_of(request.user)),
    }
    return render(request, "accounts/account.html", context)


@require_POST
def end_session(request: SignedInRequest, pk: int) -> HttpResponse:
    session = get_object_or_404(queries.sessions_of(request.user), pk=pk)
    actions.end_sessions([session])
    messages.success(request, _("That sign-in is ended."))
    return redirect("accounts:account")


@require_POST
def end_other_sessions(request: SignedInRequest) -> HttpResponse:
    here = request.session.session_key
    actions.end_sessions(queries.sessions_of(request.user).exclude(session_key=here))
    messages.success(request, _("You are signed out everywhere else."))
    return redirect("accounts:account")


@require_GET
@never_cache
@reauthentication_required(app="allauth.mfa")  # type: ignore[untyped-decorator]  # no types
def totp_picture(request: SignedInRequest) -> HttpResponse:
    """The square that an authenticator app reads, of the secret that is being set up."""
    adapter = get_adapter()
    address = adapter.build_totp_url(request.user, get_totp_secret(regenerate=False))
    return HttpResponse(adapter.build_totp_svg(address), content_type="image/svg+xml")
