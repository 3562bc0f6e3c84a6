"""What is asked of the register: never an error, only less asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.agreements.models import Level
from samklang.agreements.queries import Terms
from samklang.agreements.validity import Status
from samklang.common.date_fields import DayField

ALL = ("", _("All"))
LARGEST = 2**31


class DayForm(forms.Form):
    on = DayField(label=_("As known on"), required=False)


class SearchForm(DayForm):
    use_required_attribute = False
    text = forms.CharField(label=_("Search"), required=False, max_length=200)
    level = forms.ChoiceField(label=_("Level"), required=False, choices=Level.choices)
    area = forms.IntegerField(
        label=_("Area"), required=False, min_value=1, max_value=LARGEST, widget=forms.Select
    )
    municipality = forms.IntegerField(
        required=False, min_value=1, max_value=LARGEST, widget=forms.Select
    )
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[(one, one) for one in Status]
    )
    field_order = ("text", "level", "area", "municipality", "status", "on")

    def offer(self, name: str, choices: Sequence[tuple[Any, Any]]) -> None:
        """Show the choices in the county’s words; what was asked has been read already."""
        self.fields[name].widget.choices = [ALL, *choices]

    def terms(self) -> Terms:
        """Return what was asked for; a question that makes no sense asks nothing."""
        self.is_valid()
        return Terms(**{name: value for name, value in self.cleaned_data.items() if value})
