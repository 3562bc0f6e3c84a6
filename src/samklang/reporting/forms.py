"""What is asked before a report is shown or approved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import refuse_personal_numbers
from samklang.library.api import Area
from samklang.reporting.figures import Account
from samklang.reporting.queries import names
from samklang.reporting.wording import named


class ChoiceForm(forms.Form):
    """Which day and which areas; nothing chosen means today and the statutory areas."""

    on = forms.DateField(
        label=_("As the register knew it on"),
        required=False,
        widget=forms.DateInput(
            format="%Y-%m-%d", attrs={"inputmode": "numeric", "autocomplete": "off"}
        ),
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _("Write the day as year-month-day, for example 2025-02-07.")},
    )
    area = forms.MultipleChoiceField(
        label=_("Areas"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("One of the areas is not among this county’s.")},
    )

    def __init__(self, asked: QueryDict, *, areas: Sequence[Area], today: date) -> None:
        self.areas = areas
        self.today = today
        asked = asked.copy()
        asked.setdefault("on", today.isoformat())
        if "area" not in asked:
            asked.setlist("area", [area.code for area in _usual(areas)])
        super().__init__(asked)
        self.named("area").choices = [
            (area.code, named(names(area, "short_name"))) for area in areas
        ]

    def named(self, name: str) -> Any:
        return self.fields[name]

    def clean_on(self) -> date:
        day: date | None = self.cleaned_data["on"]
        if day is not None and day > self.today:
            raise forms.ValidationError(
                _("That day has not come yet. Choose today or an earlier day.")
            )
        return day or self.today

    @property
    def query(self) -> str:
        """The same choice as an address says it."""
        pairs = [("on", self.cleaned_data["on"].isoformat())]
        return urlencode([*pairs, *(("area", area.code) for area in self.chosen)])

    @property
    def chosen(self) -> list[Area]:
        return [area for area in self.areas if area.code in self.cleaned_data["area"]]


def _usual(areas: Sequence[Area]) -> list[Area]:
    return [area for area in areas if area.statutory] or list(areas)


class ApproveForm(forms.Form):
    """What people add to the figures before the report is frozen."""

    # The hash of the draft that the approver was looking at.
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    addressed_to = forms.CharField(
        label=_("Reported to (may be left out)"),
        help_text=_("The body that receives the report, with the day of its meeting."),
        required=False,
        max_length=200,
        validators=[refuse_personal_numbers],
    )
    method = forms.CharField(
        label=_("How the answers were collected (may be left out)"),
        required=False,
        max_length=1000,
        validators=[refuse_personal_numbers],
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    next_steps = forms.CharField(
        label=_("What happens next (may be left out)"),
        required=False,
        max_length=2000,
        validators=[refuse_personal_numbers],
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def account(self) -> Account:
        names = ("addressed_to", "method", "next_steps")
        return Account(**{name: self.cleaned_data[name].strip() for name in names})
