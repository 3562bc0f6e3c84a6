"""What is asked of the register, and how a sitting, its clauses and what is outside are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from samklang.common.date_fields import DayField, refuse_future
from samklang.common.forms import NOTHING_CHOSEN, PlainForm, TextField
from samklang.decisions.queries import Terms
from samklang.library.api import Area
from samklang.organizations.api import Body, Deciding

ALL = ("", _("All"))
FOLLOW_UP, STANDARD = "follow_up", "standard"
# What a clause is: to follow up, a standard one, or of a kind that takes a mandate.
WHAT = (
    (FOLLOW_UP, _("To follow up")),
    (STANDARD, _("Standard clause, nothing to follow up")),
    *((one.value, one.label) for one in Deciding if one != Deciding.OTHER),
)
# What a row that nobody has begun to write says.
_UNSAID = (None, "", FOLLOW_UP)
CONFIRM, SEND_ON = "confirm", "send_on"
PLANNED = _("The day has not come yet. Record the decision when it is made.")


class SearchForm(PlainForm):
    """What is looked for; a question that makes no sense asks nothing."""

    text = forms.CharField(label=_("Search in the decisions"), required=False, max_length=200)
    body = forms.TypedChoiceField(label=_("Body"), required=False, coerce=int, empty_value=None)
    year = forms.TypedChoiceField(label=_("Year"), required=False, coerce=int, empty_value=None)
    area = forms.TypedChoiceField(label=_("Area"), required=False, coerce=int, empty_value=None)

    def __init__(
        self,
        *args: Any,
        bodies: Iterable[Body],
        years: Iterable[int],
        areas: Iterable[Area],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self._offer("body", ((one.pk, one.name) for one in bodies))
        self._offer("year", ((one, str(one)) for one in years))
        self._offer("area", ((one.pk, one.name) for one in areas))

    def _offer(self, name: str, choices: Iterable[tuple[int, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = [ALL, *choices]

    def terms(self) -> Terms:
        self.is_valid()
        return Terms(**{name: value for name, value in self.cleaned_data.items() if value})


class SittingForm(PlainForm):
    """Which body decided, when, and where it is written."""

    body = forms.TypedChoiceField(label=_("Which body decided?"), coerce=int)
    decided_date = DayField(label=_("On which day?"), help_text=_("Example: 2026-11-10"))
    source = TextField(
        label=_("Where is it written? (optional)"),
        required=False,
        max_length=300,
        help_text=_("The meeting, or the minutes and the item."),
    )

    def __init__(self, *args: Any, bodies: Sequence[Body], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        self.bodies = {one.pk: one for one in bodies if one.is_ours}
        field: Any = self.fields["body"]
        field.choices = [NOTHING_CHOSEN, *((pk, one.name) for pk, one in self.bodies.items())]

    def clean_decided_date(self) -> date:
        day: date = self.cleaned_data["decided_date"]
        refuse_future(day, today=self.today, sentence=PLANNED)
        return day

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        body, day = self.bodies.get(said.get("body", 0)), said.get("decided_date")
        if body is not None and day is not None and not body.holds(day):
            self.add_error("body", _("The body was not there on that day. Check the day."))
        return said

    @property
    def chosen(self) -> Body:
        return self.bodies[self.cleaned_data["body"]]


class ClauseForm(PlainForm):
    """One clause; a row that is left empty says nothing."""

    wording = TextField(
        label=_("Clause"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("As it is written: att …"),
    )
    paragraph = TextField(label=_("§ or number (optional)"), required=False, max_length=50)
    what = forms.ChoiceField(
        label=_("What is it?"),
        required=False,
        choices=[(one, capfirst(label)) for one, label in WHAT],
    )
    area = forms.TypedChoiceField(
        label=_("Area (optional)"), required=False, coerce=int, empty_value=None
    )
    # What it comes from, such as a clause of a meeting.
    origin = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args: Any, areas: Iterable[Area], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["area"]
        field.choices = [("", _("None")), *((one.pk, one.name) for one in areas)]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        is_begun = said.get("paragraph") or said.get("area") or said.get("what") not in _UNSAID
        if is_begun and not said.get("wording") and "wording" not in self.errors:
            self.add_error("wording", _("Write the clause, or leave the whole row empty."))
        return said

    @property
    def is_written(self) -> bool:
        return bool(self.is_valid() and self.cleaned_data["wording"])

    @property
    def deciding(self) -> str:
        what = str(self.cleaned_data["what"])
        return what if what in Deciding.values else Deciding.OTHER


class ReasonForm(PlainForm):
    """Why a decision outside the mandate stands all the same."""

    reason = TextField(
        label=_("Why does the decision stand all the same?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It stands with the decision, for everybody in the county to read."),
    )


class OutsideForm(ReasonForm):
    """What is to become of a decision outside the mandate."""

    choice = forms.ChoiceField(
        label=_("What is to be done?"),
        widget=forms.RadioSelect,
        choices=[
            (SEND_ON, _("Send it on: it is recorded, and changes nothing until it is confirmed")),
            (CONFIRM, _("Confirm it with a reason: it changes what it says")),
        ],
    )
    to = forms.TypedChoiceField(
        label=_("To which body is it sent on?"), required=False, coerce=int, empty_value=None
    )
    field_order = ("choice", "to", "reason")

    def __init__(self, *args: Any, holders: Sequence[Body], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].required = False
        field: Any = self.fields["to"]
        field.choices = [NOTHING_CHOSEN, *((one.pk, one.name) for one in holders)]
        if not holders:
            del self.fields["to"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("choice") == CONFIRM and not said.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Write the reason, or choose to send it on."))
        if said.get("choice") == SEND_ON and "to" in self.fields and not said.get("to"):
            self.add_error("to", _("Choose the body that is to decide."))
        return said

    @property
    def sent_to_id(self) -> int | None:
        """Return the body that is to decide, where there is one with the mandate."""
        return self.cleaned_data.get("to") if not self.given else None

    @property
    def given(self) -> str:
        """Return the reason that confirms it; nothing of what is sent on."""
        said = self.cleaned_data
        return str(said["reason"]) if said["choice"] == CONFIRM else ""
