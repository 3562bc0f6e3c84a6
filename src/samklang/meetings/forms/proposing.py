"""Parses which days of a year a body is to meet on, and which matters go on to a later meeting."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samklang.common.date_fields import DayField
from samklang.common.forms import PlainForm
from samklang.common.written_dates import NotADate, written
from samklang.meetings.year_rule import MOST_DAYS, Rule

_WEEKS, _MONTHS, _BY_HAND = "weeks", "months", "by_hand"
_NTH = [
    ("1", _("First")),
    ("2", _("Second")),
    ("3", _("Third")),
    ("4", _("Fourth")),
    ("-1", _("Last")),
]


class ProposeForm(PlainForm):
    """By which rule the days of a year are proposed; or the days themselves."""

    way = forms.ChoiceField(
        label=_("How often"),
        choices=[
            (_MONTHS, _("On a certain weekday of the month")),
            (_WEEKS, _("Every so many weeks")),
            (_BY_HAND, _("I write the days")),
        ],
        widget=forms.RadioSelect,
    )
    first_day = DayField(label=_("First day"), required=False)
    last_day = DayField(label=_("Last day"), required=False)
    every = forms.TypedChoiceField(
        label=_("How many weeks or months apart"),
        choices=[(n, str(n)) for n in range(1, 13)],
        coerce=int,
        required=False,
        empty_value=None,
    )
    nth = forms.TypedChoiceField(
        label=_("Which one of the month"),
        choices=_NTH,
        coerce=int,
        required=False,
        empty_value=None,
    )
    days = forms.CharField(
        label=_("The days, one on each line"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("For example 2027-02-11."),
    )

    def __init__(self, *args: Any, weekday: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.weekday = weekday

    def clean_days(self) -> list[date]:
        return sorted({_whole_day(line) for line in self.cleaned_data["days"].split()})

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("way") == _BY_HAND:
            if not said.get("days") and "days" not in self.errors:
                self.add_error("days", gettext("Write at least one day."))
            return said
        first, last = said.get("first_day"), said.get("last_day")
        for name in ("first_day", "last_day"):
            if said.get("way") and not said.get(name) and name not in self.errors:
                self.add_error(name, gettext("Write the first and the last day of the plan."))
        if first and last and last < first:
            self.add_error("last_day", gettext("The last day is before the first."))
        return said

    def proposed(self) -> list[date]:
        said = self.cleaned_data
        if said["way"] == _BY_HAND:
            days: list[date] = said["days"]
            return days[:MOST_DAYS]
        nth = (said["nth"] or 1) if said["way"] == _MONTHS else None
        first, last = said["first_day"], said["last_day"]
        rule = Rule(first, last, self.weekday, said["every"] or 1, nth)
        return rule.days()


def _whole_day(line: str) -> date:
    try:
        return written(line).first
    except NotADate as wrong:
        raise forms.ValidationError(str(wrong.sentence)) from None


class ConfirmForm(PlainForm):
    """Which of the proposed days become meetings, and who is to know."""

    day = forms.TypedMultipleChoiceField(
        label=_("The days that become meetings"),
        coerce=date.fromisoformat,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one day.")},
    )
    known = forms.ChoiceField(
        label=_("Who is to know of the days now?"),
        choices=[
            ("draft", _("Only our organization, until we say more")),
            ("announced", _("The whole county sees day, time and place; the agendas stay drafts")),
        ],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, offered: list[date], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["day"]
        field.choices = [(day.isoformat(), day.isoformat()) for day in offered]


class CarryForm(PlainForm):
    """Which matters go on, and to which meeting."""

    items = forms.MultipleChoiceField(
        label=_("Matters to take on"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one matter.")},
    )
    to = forms.ChoiceField(label=_("To which meeting?"))

    def __init__(
        self, *args: Any, items: Mapping[str, str], meetings: Mapping[str, str], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        for name, there in (("items", items), ("to", meetings)):
            field: Any = self.fields[name]
            field.choices = list(there.items())
