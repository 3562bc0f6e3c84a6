"""What is asked of the register: never an error, only less asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.agreements.forms.fields import DayField
from samklang.agreements.queries import Terms

ALL = ("", _("All"))


class DayForm(forms.Form):
    on = DayField(label=_("As known on"), required=False)


class SearchForm(DayForm):
    use_required_attribute = False
    text = forms.CharField(label=_("Search"), required=False, max_length=200)
    level = forms.ChoiceField(label=_("Level"), required=False)
    area = forms.TypedChoiceField(label=_("Area"), required=False, coerce=int, empty_value=None)
    municipality = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    status = forms.ChoiceField(label=_("Status"), required=False)
    field_order = ("text", "level", "area", "municipality", "status", "on")

    def offer(self, name: str, choices: Sequence[tuple[Any, Any]]) -> None:
        self.fields[name].choices = [ALL, *choices]  # type: ignore[attr-defined]  # choice fields

    def terms(self) -> Terms:
        """Return what was asked for; a question that makes no sense asks nothing."""
        self.is_valid()
        return Terms(**{name: value for name, value in self.cleaned_data.items() if value})
