"""The forms of setting up a second step, in our own words."""

from __future__ import annotations

from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _


class ConnectAppForm(ActivateTOTPForm):  # type: ignore[misc]  # allauth has no types
    """Allauth’s form with our words."""

    code = forms.CharField(
        label=_("The six digits"),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={"required": _("Write the six digits that the app shows.")},
    )


class AddKeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """Allauth’s form with our words."""

    name = forms.CharField(label=_("What you call it"), required=False)


class RenameKeyForm(EditWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """Allauth’s form with our words."""

    name = forms.CharField(
        label=_("What you call it"), error_messages={"required": _("Write what you call it.")}
    )
