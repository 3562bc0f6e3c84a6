"""What the sign-in page shows, and who somebody is to an identity provider."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.db.models import QuerySet

from samklang.accounts.models import User


def demo_persons() -> QuerySet[User]:
    return User.objects.filter(demo=True, is_active=True).order_by("pk")


def person_known_to(provider: str, subject: str) -> User | None:
    """Return whose account it is, closed or not; never found by e-mail."""
    known = {"identities__provider": provider, "identities__subject": subject}
    return User.objects.filter(**known).first()


def sessions_of(user: User) -> QuerySet[UserSession]:
    """Return where the user is signed in, the newest first."""
    found: QuerySet[UserSession] = UserSession.objects.filter(user=user).order_by("-pk")
    return found
