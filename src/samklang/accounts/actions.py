"""How accounts come to be."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from allauth.usersessions.models import UserSession
from django.db import IntegrityError, transaction

from samklang.accounts.models import Identity, User
from samklang.accounts.oidc.claims import Claims
from samklang.accounts.oidc.providers import Provider
from samklang.accounts.queries import person_known_to
from samklang.accounts.signals import person_admitted

_LONGEST_USER_NAME = 150


@transaction.atomic
def open_account(*, name: str, email: str, password: str) -> User:
    """Make a local account whose user name is the address that the invitation went to."""
    user = User(username=email, email=email, name=name)
    user.set_password(password)
    user.save()
    return user


def admit(provider: Provider, claims: Claims) -> User:
    """Make an account for somebody whom the provider knows; who comes twice at once gets one."""
    try:
        return _admitted(provider, claims)
    except IntegrityError:
        known = person_known_to(provider.slug, claims.subject)
        if known is None:
            raise
        return known


@transaction.atomic
def _admitted(provider: Provider, claims: Claims) -> User:
    """The provider’s word places the person."""
    user = User(username=_user_name(provider.slug, claims.subject), name=claims.name)
    user.email = claims.email
    user.set_unusable_password()
    user.save()
    link(user, provider.slug, claims.subject)
    person_admitted.send(
        User, user_id=user.pk, county=provider.county, organization=provider.organization
    )
    return user


def _user_name(provider: str, subject: str) -> str:
    """Nobody types it. One that is cut could be another person’s, so a long one is hashed."""
    name = f"{provider}:{subject}"
    if len(name) <= _LONGEST_USER_NAME:
        return name
    return f"{provider}:{sha256(subject.encode()).hexdigest()}"


def link(user: User, provider: str, subject: str) -> None:
    Identity.objects.create(user=user, provider=provider, subject=subject)


def end_sessions(sessions: Iterable[UserSession]) -> None:
    """Sign out there, at once: the next click asks for sign-in."""
    for session in sessions:
        session.end()
