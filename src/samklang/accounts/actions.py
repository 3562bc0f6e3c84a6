"""How accounts come to be."""

from __future__ import annotations

from collections.abc import Iterable

from allauth.usersessions.models import UserSession
from django.db import transaction

from samklang.accounts.models import Identity, User
from samklang.accounts.oidc.asking import Claims
from samklang.accounts.oidc.providers import Provider
from samklang.accounts.signals import person_admitted


@transaction.atomic
def open_account(*, name: str, email: str, password: str) -> User:
    """Make a local account whose user name is the address that the invitation went to."""
    user = User(username=email, email=email, name=name)
    user.set_password(password)
    user.save()
    return user


@transaction.atomic
def admit(provider: Provider, claims: Claims) -> User:
    """Make an account for somebody whom the provider knows; the provider’s word places them."""
    user = User(username=f"{provider.slug}:{claims.subject}"[:150], name=claims.name[:200])
    user.email = claims.email
    user.set_unusable_password()
    user.save()
    link(user, provider.slug, claims.subject)
    person_admitted.send(
        User, user_id=user.pk, county=provider.county, organization=provider.organization
    )
    return user


def link(user: User, provider: str, subject: str) -> None:
    Identity.objects.create(user=user, provider=provider, subject=subject)


def end_sessions(sessions: Iterable[UserSession]) -> None:
    """Sign out there, at once: the next click asks for sign-in."""
    for session in sessions:
        session.end()
