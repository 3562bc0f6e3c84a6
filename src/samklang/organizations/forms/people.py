"""Parses invitations, rights and an answer to an invitation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from samklang.accounts.models import User
from samklang.organizations.models import Organization, Role

_DAY = {
    "required": _("Write the day, for example 2027-06-30."),
    "invalid": _("Write the day as year, month and day, for example 2027-06-30."),
}


class RightForm(forms.Form):
    """Which right, and until when."""

    role = forms.ChoiceField(
        label=_("What the person may do"),
        error_messages={"required": _("Choose which right to give.")},
    )
    until_date = forms.DateField(
        label=_("Last day (optional)"),
        required=False,
        help_text=_("For example 2027-06-30. The right ends by itself after that day."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        input_formats=["%Y-%m-%d"],
        error_messages=_DAY,
    )

    def __init__(self, roles: Iterable[Role], *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        choices = [("", _("Choose")), *((role.value, role.label) for role in roles)]
        cast("forms.ChoiceField", self.fields["role"]).choices = choices

    def clean_until_date(self) -> date | None:
        until: date | None = self.cleaned_data["until_date"]
        if until is not None and until < self.today:
            raise forms.ValidationError(_("That day has passed. Choose a later one."))
        return until


class InviteForm(RightForm):
    """Whom to invite, to which right."""

    name = forms.CharField(
        label=_("Name"),
        max_length=200,
        error_messages={"required": _("Write the person’s name.")},
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The invitation holds for this address only, for 14 days."),
        error_messages={
            "required": _("Write the person’s e-mail address."),
            "invalid": _("Write an e-mail address, for example anna.berg@kommunen.example."),
        },
    )
    field_order = ["name", "email", "role", "until_date"]


class AcceptForm(forms.Form):
    """A new account’s name and password."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=200,
        error_messages={"required": _("Write your name.")},
    )
    password = forms.CharField(
        label=_("Choose a password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 12 characters, like four words. Administrators: 15."),
        error_messages={"required": _("Choose a password.")},
    )

    def __init__(self, *args: Any, email: str, role: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.email, self.role = email, role

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        user = User(username=self.email, email=self.email, name=self.cleaned_data.get("name", ""))
        user.to_administer = self.role == Role.ADMINISTRATOR  # type: ignore[attr-defined]
        password_validation.validate_password(password, user)
        return password


class ElevateForm(forms.Form):
    """Whose rights an operator needs, and why."""

    organization = forms.ModelChoiceField(
        label=_("Organization"),
        queryset=Organization.objects.select_related("partnership"),
        error_messages={"required": _("Choose an organization.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("The organization reads it in its history. Write nothing about individuals."),
        error_messages={"required": _("Write why you need the rights.")},
    )
