"""Parses an answer that an organization has no agreement in an area."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.date_fields import DayField, refuse_future
from samklang.common.forms import refuse_personal_numbers
from samklang.inventories.models import Channel
from samklang.library.api import Area, areas
from samklang.organizations.api import Acting, Organization, organizations


class FindingForm(forms.Form):
    organization = forms.ModelChoiceField(
        label=_("Who answered"),
        queryset=Organization.objects.none(),
        empty_label=_("Choose"),
        error_messages={"required": _("Choose whose answer it is.")},
    )
    area = forms.ModelChoiceField(
        label=_("Area"),
        queryset=Area.objects.none(),
        empty_label=_("Choose"),
        error_messages={"required": _("Choose the area that the answer is about.")},
    )
    answered_date = DayField(
        label=_("Day of the answer"),
        help_text=_("For example 2025-02-07"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": _("Write the day of the answer, for example 2025-02-07.")},
    )
    channel = forms.ChoiceField(
        label=_("How it came"),
        choices=[("", _("Choose")), *Channel.choices],
        error_messages={"required": _("Choose how the answer came.")},
    )
    answered_by = forms.CharField(
        label=_("Role of who answered (optional)"),
        max_length=100,
        required=False,
        validators=[refuse_personal_numbers],
        help_text=_("The role is enough, for example head of social services."),
    )
    quote = forms.CharField(
        label=_("The answer’s own words (optional)"),
        required=False,
        validators=[refuse_personal_numbers],
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Write nothing about individuals."),
    )

    def __init__(self, acting: Acting, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today: date = acting.today
        home = acting.partnership.pk if acting.partnership else 0
        self._offer("organization", _may_answer_for(acting, home))
        self._offer("area", areas(home))

    def _offer(self, name: str, choices: Any) -> None:
        cast("forms.ModelChoiceField[Any]", self.fields[name]).queryset = choices

    def clean_answered_date(self) -> date:
        answered: date = self.cleaned_data["answered_date"]
        refuse_future(answered, today=self.today)
        return answered


def _may_answer_for(acting: Acting, home: int) -> Any:
    """A coordinator records anybody’s answer, others their own organization’s."""
    everybody = organizations(home)
    return everybody if acting.coordinates(home) else everybody.filter(pk__in=acting.writes_for())
