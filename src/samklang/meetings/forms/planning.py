"""Parses when and where a meeting is, and who leads it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samklang.common.date_fields import DayField
from samklang.common.forms import NOTHING_CHOSEN, ChangeForm, PlainForm, TextField
from samklang.meetings.models import Meeting, Series
from samklang.meetings.written import Plan
from samklang.organizations.api import Body, Organization


class ClockField(forms.TimeField):
    """A time of day as it is written here: 13.00 or 13:00."""

    widget = forms.TimeInput(
        format="%H.%M", attrs={"inputmode": "numeric", "autocomplete": "off", "class": "maxw-18rem"}
    )
    default_error_messages = {"invalid": _("Write the time with hours and minutes, as 13.00.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=["%H.%M", "%H:%M"], **options)


class PlanFields(PlainForm):
    """What is known of a meeting before it is held; a day may be set later."""

    date = DayField(label=_("Day (optional)"), required=False)
    start_time = ClockField(label=_("Begins (optional)"), required=False)
    end_time = ClockField(label=_("Ends (optional)"), required=False)
    place = TextField(label=_("Place (optional)"), required=False, max_length=300)
    chair = TextField(label=_("Chair (optional)"), required=False, max_length=200)
    secretary = TextField(label=_("Secretary (optional)"), required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        day, start, end = (said.get(name) for name in ("date", "start_time", "end_time"))
        if start and not day and "date" not in self.errors:
            self.add_error("date", gettext("Write which day it begins."))
        if end and not start and "start_time" not in self.errors:
            self.add_error("start_time", gettext("Write when it begins too."))
        if start and end and end <= start:
            self.add_error("end_time", gettext("It must end after it begins."))
        return said

    def plan(self) -> Plan:
        return Plan(**{name: self.cleaned_data[name] for name in Plan.__slots__})


class BodyFields(PlainForm):
    """Whose meetings, and which organization calls them."""

    body = forms.ChoiceField(label=_("Whose meeting"))
    keeper = forms.ChoiceField(label=_("Which organization calls it"))

    def __init__(
        self, *args: Any, bodies: Iterable[Body], keepers: Iterable[Organization], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.bodies = {str(one.pk): one for one in bodies}
        self.keepers = {str(one.pk): one for one in keepers}
        for name, there in (("body", self.bodies), ("keeper", self.keepers)):
            field: Any = self.fields[name]
            field.choices = [NOTHING_CHOSEN, *((pk, one.name) for pk, one in there.items())]
        if len(self.keepers) == 1:
            self.fields["keeper"].initial = next(iter(self.keepers))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        body, keeper = (
            self.bodies.get(said.get("body", "")),
            self.keepers.get(said.get("keeper", "")),
        )
        if body and keeper and body.partnership_id != keeper.partnership_id:
            self.add_error("keeper", gettext("Choose an organization of the same county."))
        return said

    @property
    def chosen_body(self) -> Body:
        return self.bodies[self.cleaned_data["body"]]

    @property
    def chosen_keeper(self) -> Organization:
        return self.keepers[self.cleaned_data["keeper"]]


class CallForm(BodyFields, PlanFields):
    """A meeting that is new; in a series, what is not written is as usual."""

    series = forms.ChoiceField(
        label=_("Series (optional)"),
        required=False,
        help_text=_("It gives the standing items, and what you do not write of time and place."),
    )

    field_order = ("body", "keeper", "series")

    def __init__(self, *args: Any, all_series: Iterable[Series], **options: Any) -> None:
        super().__init__(*args, **options)
        self.all_series = {str(one.pk): one for one in all_series}
        field: Any = self.fields["series"]
        field.choices = [("", _("None")), *((pk, str(one)) for pk, one in self.all_series.items())]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        series = self.all_series.get(said.get("series", ""))
        chosen = (said.get("body"), said.get("keeper"))
        if series and all(chosen) and chosen != (str(series.body_id), str(series.keeper_id)):
            wrong = gettext("The series is of another body, or called by another organization.")
            self.add_error("series", wrong)
        return said

    @property
    def chosen_series(self) -> Series | None:
        return self.all_series.get(self.cleaned_data["series"])

    def plan(self) -> Plan:
        plan, series = super().plan(), self.chosen_series
        if series is None or plan.date is None:
            return plan
        usual = {name: getattr(series, name) for name in Plan.__slots__ if name != "date"}
        times = ("start_time", "end_time")
        if plan.start_time:
            usual = {name: value for name, value in usual.items() if name not in times}
        missing = {name: value for name, value in usual.items() if not getattr(plan, name)}
        return replace(plan, **missing)


class PlanForm(PlanFields, ChangeForm):
    """A meeting that is there already: it knows which version the user saw.

    One that others know of keeps a day, be it another one.
    """

    def __init__(self, *args: Any, known: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = known

    def clean_date(self) -> date | None:
        day: date | None = self.cleaned_data["date"]
        if self.known and day is None:
            said = gettext("Others know of the meeting. Write its new day, or cancel it.")
            raise forms.ValidationError(said)
        return day

    @classmethod
    def of(cls, meeting: Meeting) -> PlanForm:
        initial = {name: getattr(meeting, name) for name in (*Plan.__slots__, "version")}
        return cls(initial=initial)


class CancelForm(PlainForm):
    """Why a meeting is called off."""

    reason = TextField(
        label=_("Why is it cancelled?"),
        max_length=500,
        help_text=_("Those who were sent the meeting read it, and it stands in the history."),
    )
