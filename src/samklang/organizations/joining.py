"""How somebody who follows an invitation’s link can come in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.http import HttpRequest

from samklang.accounts.actions import open_account
from samklang.accounts.models import User
from samklang.organizations import actions
from samklang.organizations.forms import AcceptForm
from samklang.organizations.models import Invitation


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody with the link: signed in, with an account to sign in to, or new (with a form)."""

    invitation: Invitation
    user: User | None
    form: AcceptForm | None

    @property
    def must_sign_in(self) -> bool:
        return self.user is None and self.form is None

    def may_join(self) -> bool:
        return self.user is not None or (self.form is not None and self.form.is_valid())

    @transaction.atomic
    def join(self, *, now: datetime, today: date) -> User:
        user = self.user or self._opened()
        actions.accept(self.invitation, user=user, now=now, today=today)
        return user

    def _opened(self) -> User:
        assert self.form is not None  # noqa: S101  # may_join has said so
        words = self.form.cleaned_data
        return open_account(
            name=words["name"], email=self.invitation.email, password=words["password"]
        )


def guest(request: HttpRequest, invitation: Invitation | None) -> Guest | None:
    """Return how they can come in; None if the invitation is for another address."""
    if invitation is None:
        return None
    if request.user.is_authenticated:
        own = {request.user.email.casefold(), request.user.username.casefold()}
        return Guest(invitation, request.user, None) if invitation.email in own else None
    if User.objects.filter(username__iexact=invitation.email).exists():
        return Guest(invitation, None, None)
    form = AcceptForm(
        request.POST if request.method == "POST" else None,
        initial={"name": invitation.name},
        email=invitation.email,
        role=invitation.role,
    )
    return Guest(invitation, None, form)
