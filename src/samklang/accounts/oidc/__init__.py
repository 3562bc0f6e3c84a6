"""Signing in by somebody else’s word: the identity providers of the parties (OpenID Connect).

What asks them is read in when somebody is first sent to one, and not with every web worker.
"""

from __future__ import annotations

from importlib import import_module

from django.http import HttpRequest, HttpResponseRedirect

from samklang.accounts.oidc.claims import Claims
from samklang.accounts.oidc.providers import Provider

_ASKING = "samklang.accounts.oidc.asking"


def send_to(provider: Provider, request: HttpRequest, *, back_to: str) -> HttpResponseRedirect:
    """Send the browser to the provider. Raise Unreachable or NotBelieved."""
    answer: HttpResponseRedirect = import_module(_ASKING).send_to(
        provider, request, back_to=back_to
    )
    return answer


def claims_from(provider: Provider, request: HttpRequest) -> Claims:
    """Return who came back from the provider. Raise Unreachable, Cancelled or NotBelieved."""
    claims: Claims = import_module(_ASKING).claims_from(provider, request)
    return claims
