"""Where somebody wanted to go before they were asked to sign in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme


def wanted_page(request: HttpRequest) -> str:
    """The page that asked for sign-in, if it is ours."""
    return safe_page(request, request.POST.get("next", ""))


def safe_page(request: HttpRequest, wanted: str) -> str:
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        return wanted
    return resolve_url(settings.LOGIN_REDIRECT_URL)
