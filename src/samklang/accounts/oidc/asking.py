"""Asks an identity provider who somebody is, and believes only what can be checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.django_client import OAuth
from django.http import HttpRequest, HttpResponseRedirect
from joserfc.errors import JoseError

from samklang.accounts.oidc.providers import Provider

# Signatures made with the provider’s private key; never “none”, never a shared secret.
_ALGORITHMS = ["RS256", "PS256", "ES256", "RS384", "PS384", "ES384", "RS512", "PS512", "ES512"]
_ADDRESSES = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_PATIENCE_SECONDS = 5


class Unreachable(Exception):
    """The provider does not answer, or not as one."""


class NotBelieved(Exception):
    """What came back cannot be checked, is not for us, or is too weak."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What a provider says about somebody, checked."""

    subject: str
    name: str
    email: str
    strong: bool


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
    """Return who came back from the provider. Raise Unreachable or NotBelieved."""
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
    if not found.get("sub") or found.get("acr") not in provider.assurance:
        raise NotBelieved("There is no signed word about who it is, or it is too weak.")
    return Claims(
        subject=str(found["sub"]),
        name=str(found.get("name") or ""),
        email=str(found.get("email") or ""),
        strong=found["acr"] in provider.strong,
    )
