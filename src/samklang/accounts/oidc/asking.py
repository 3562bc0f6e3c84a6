"""Asks an identity provider who somebody is, and believes only what can be checked."""

from __future__ import annotations

from typing import Any, TypeGuard
from urllib.parse import urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.django_client import OAuth
from django.http import HttpRequest, HttpResponseRedirect
from joserfc.errors import JoseError

from samklang.accounts.oidc.claims import Cancelled, Claims, NotBelieved, Unreachable
from samklang.accounts.oidc.providers import Provider
from samklang.common.letters import clean

# Signatures made with the provider’s private key; never “none”, never a shared secret.
_ALGORITHMS = ["RS256", "PS256", "ES256", "RS384", "PS384", "ES384", "RS512", "PS512", "ES512"]
_ADDRESSES = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_PATIENCE_SECONDS = 5
_LONGEST_SUBJECT, _LONGEST_NAME, _LONGEST_ADDRESS = 255, 200, 254


def send_to(provider: Provider, request: HttpRequest, *, back_to: str) -> HttpResponseRedirect:
    """Send the browser to the provider, with a state, a nonce and a code challenge of its own."""
    try:
        client = _client(provider)
        answer: HttpResponseRedirect = client.authorize_redirect(
            request, back_to, acr_values=" ".join(provider.assurance)
        )
    except (requests.RequestException, AuthlibBaseError, ValueError, RuntimeError) as error:
        raise Unreachable(str(error)) from error
    return answer


def claims_from(provider: Provider, request: HttpRequest) -> Claims:
    """Return who came back from the provider. Raise Unreachable, Cancelled or NotBelieved."""
    if request.GET.get("error") == "access_denied":
        raise Cancelled
    try:
        token = _client(provider).authorize_access_token(
            request, claims_options=_required(provider), leeway=30
        )
    except requests.RequestException as error:
        raise Unreachable(str(error)) from error
    except (AuthlibBaseError, JoseError, KeyError, TypeError, ValueError, RuntimeError) as error:
        raise NotBelieved(str(error)) from error
    return _checked(provider, token.get("userinfo") or {})


def _client(provider: Provider) -> Any:
    """A client whose metadata is the provider’s own, and whose addresses lie at its own hosts."""
    client = OAuth().register(
        provider.slug,
        client_id=provider.client_id,
        client_secret=provider.client_secret,
        server_metadata_url=f"{provider.issuer}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid profile email",
            "code_challenge_method": "S256",
            "default_timeout": _PATIENCE_SECONDS,
        },
    )
    metadata = client.load_server_metadata()
    if str(metadata.get("issuer", "")).rstrip("/") != provider.issuer:
        raise NotBelieved("The metadata names another issuer.")
    for name in _ADDRESSES:
        if not _is_its_own(provider, str(metadata.get(name, ""))):
            raise NotBelieved(f"{name} lies at another host.")
    metadata["id_token_signing_alg_values_supported"] = _ALGORITHMS
    return client


def _is_its_own(provider: Provider, address: str) -> bool:
    home, there = urlsplit(provider.issuer), urlsplit(address)
    if there.scheme != home.scheme:
        return False
    return there.netloc == home.netloc or there.hostname in provider.hosts


def _required(provider: Provider) -> dict[str, Any]:
    """What the claims must say, beside what Authlib checks by itself: audience, expiry, nonce."""
    return {
        "iss": {"essential": True, "values": [provider.issuer, f"{provider.issuer}/"]},
        "sub": {"essential": True},
    }


def _checked(provider: Provider, found: dict[str, Any]) -> Claims:
    subject = found.get("sub")
    if not _is_a_subject(subject) or found.get("acr") not in provider.assurance:
        raise NotBelieved("There is no signed word about who it is, or it is too weak.")
    email = _said(found.get("email"))
    return Claims(
        subject=subject,
        name=_said(found.get("name"))[:_LONGEST_NAME],
        # Half an address would be somebody else’s.
        email=email if len(email) <= _LONGEST_ADDRESS else "",
        strong=found["acr"] in provider.strong,
    )


def _is_a_subject(subject: Any) -> TypeGuard[str]:
    """OpenID Connect Core, section 2: at most 255 characters, told apart by their case."""
    if not isinstance(subject, str) or len(subject) > _LONGEST_SUBJECT:
        return False
    return subject.isprintable()


def _said(claim: Any) -> str:
    """Return a text without what no database takes and nobody can read."""
    return "".join(sign for sign in clean(str(claim or "")) if sign.isprintable()).strip()
