"""The forms of signing in, in our own words."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import LoginForm, ResetPasswordForm
from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from samklang.accounts.letters import PLACE, mark_of, send_new_password_letters


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth has no types
    """Allauth’s form with our words; its tries are counted and its steps follow."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        name = forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"})
        self.fields["login"] = forms.CharField(
            label=_("User name or e-mail address"),
            widget=name,
            max_length=254,
            error_messages={"required": _("Write your user name or e-mail address.")},
        )
        self.fields["password"] = forms.CharField(
            label=_("Password"),
            strip=False,
            widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
            error_messages={"required": _("Write your password.")},
        )
        self.order_fields(["login", "password"])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if self.user is not None and not self.user.is_active:
            # A closed account is not told apart from a wrong password.
            raise get_adapter().validation_error("username_password_mismatch")
        return cleaned


class ForgottenForm(ResetPasswordForm):  # type: ignore[misc]  # allauth has no types
    """Which account; the page does the same work whether there is one or not."""

    def clean_email(self) -> str:
        """Look for nobody: whose address it is, is found when the letters are written."""
        asked: str = self.cleaned_data["email"]
        return asked

    def save(self, request: HttpRequest, **_options: Any) -> str:
        page = reverse("account_reset_password_from_key", args=PLACE)
        send_new_password_letters.enqueue(
            mark_of(self.cleaned_data["email"]),
            request.build_absolute_uri(page),
            translation.get_language(),
        )
        asked: str = self.cleaned_data["email"]
        return asked
