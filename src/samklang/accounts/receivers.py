"""What we do when somebody signs in, or shows, adds or takes away a second step."""

from __future__ import annotations

import time
from typing import Any

from allauth.account.signals import authentication_step_completed
from allauth.mfa.signals import authenticator_added, authenticator_removed
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from samklang.accounts.models import User
from samklang.accounts.sessions import begin
from samklang.accounts.strength import mark_strong, mark_weak


@receiver(user_logged_in)
def note_where_and_when(*, request: HttpRequest, user: User, **_: Any) -> None:
    """However somebody signed in, it can be seen and ended on their account’s page."""
    begin(request.session, now=time.time())
    if request.META.get("REMOTE_ADDR"):  # else no browser asks: a command, a script
        UserSession.objects.create_from_request(request, user=user)


@receiver(authentication_step_completed)
def note_a_second_step(*, request: HttpRequest, method: str, **_: Any) -> None:
    if method == "mfa":
        mark_strong(request.session)


@receiver(authenticator_added)
def note_a_new_second_step(*, request: HttpRequest, **_: Any) -> None:
    """Adding one shows it: the code was written, or the key was touched."""
    mark_strong(request.session)


@receiver(authenticator_removed)
def note_a_removed_second_step(*, request: HttpRequest, user: User, **_: Any) -> None:
    if not is_mfa_enabled(user):
        mark_weak(request.session)
