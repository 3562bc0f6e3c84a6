"""Parses why a file is no agreement to register."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import refuse_personal_numbers
from samklang.inventories.kinds import rejection_choices


class RejectForm(forms.Form):
    rejected_as = forms.ChoiceField(
        label=_("What is it instead?"),
        choices=rejection_choices,
        error_messages={"required": _("Choose what it is.")},
    )
    note = forms.CharField(
        label=_("In your own words (optional)"),
        max_length=300,
        required=False,
        validators=[refuse_personal_numbers],
        help_text=_("So that the next person understands. Write nothing about individuals."),
    )
