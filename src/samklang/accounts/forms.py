"""The sign-in form, in our own words."""

from __future__ import annotations

from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    error_messages = {
        "invalid_login": _(
            "The user name and the password do not belong together. Check both and try again."
        ),
        "inactive": _("This account is closed. Ask your organization’s administrator."),
    }
