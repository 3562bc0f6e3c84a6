"""What is asked of organizations, what each writes of its way home, and what is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samklang.common.date_fields import DayField, refuse_future
from samklang.common.forms import ChangeForm, PlainForm, TextField
from samklang.decisions.actions import Asking, WayHome
from samklang.decisions.models import CarryHome
from samklang.organizations.api import Organization

_AREA = {"rows": 4}


class LateForm(ChangeForm):
    """A form that can be sent again over what somebody saved meanwhile, once that is seen."""

    def come_late(self, version: int) -> None:
        sent = cast("QueryDict", self.data).copy()
        sent["version"] = str(version)
        self.data = sent


class AskHomeForm(LateForm):
    """What is asked, of whom and by when."""

    meaning = TextField(
        label=_("What does the decision mean for an organization?"),
        max_length=2000,
        widget=forms.Textarea(attrs=_AREA),
        help_text=_("In a few plain sentences. They stand on the page that is taken home."),
    )
    asked = TextField(
        label=_("What is asked of each organization?"),
        max_length=2000,
        widget=forms.Textarea(attrs=_AREA),
        help_text=_("What is to be done at home, and what the county wants to hear back."),
    )
    due_date = DayField(label=_("By which day?"), help_text=_("Example: 2027-03-31"))
    organizations = forms.TypedMultipleChoiceField(
        label=_("Which organizations does it concern?"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("An organization that has begun to write stays, even if you take it away."),
    )

    def __init__(
        self, *args: Any, offered: Sequence[Organization], decided: date, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.decided = decided
        field: Any = self.fields["organizations"]
        field.choices = [(one.pk, one.name) for one in offered]

    def clean_due_date(self) -> date:
        day: date = self.cleaned_data["due_date"]
        if day < self.decided:
            raise forms.ValidationError(_("Write a day after that of the decision."))
        return day

    def asking(self) -> Asking:
        said = self.cleaned_data
        there = frozenset(said["organizations"])
        return Asking(said["meaning"], said["asked"], said["due_date"], there)


class WayHomeForm(LateForm):
    """Who takes it where, and what came back."""

    carrier = TextField(
        label=_("Who takes it home? (optional)"),
        required=False,
        max_length=200,
        help_text=_("A name or a role."),
    )
    forum = TextField(
        label=_("Where is it taken up at home? (optional)"),
        required=False,
        max_length=200,
        help_text=_("For example the social board, or the management group."),
    )
    planned_date = DayField(label=_("When is it taken up? (optional)"), required=False)
    decided_date = DayField(label=_("When was it decided at home? (optional)"), required=False)
    came_back = TextField(
        label=_("What came back? (optional)"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs=_AREA),
        help_text=_("What was decided or said at home. The whole county reads it."),
    )
    landed_date = DayField(
        label=_("When had it landed? (optional)"),
        required=False,
        help_text=_("The day on which nothing was left to do at home."),
    )
    not_applicable_reason = TextField(
        label=_("Does it not apply to you? Write why (optional)"), required=False, max_length=500
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today

    def clean_decided_date(self) -> date | None:
        return self._past("decided_date")

    def clean_landed_date(self) -> date | None:
        return self._past("landed_date")

    def _past(self, name: str) -> date | None:
        day: date | None = self.cleaned_data[name]
        refuse_future(day, today=self.today)
        return day

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        decided, landed = said.get("decided_date"), said.get("landed_date")
        if landed and not said.get("came_back") and "came_back" not in self.errors:
            self.add_error("came_back", _("Write what came back, or take away the day."))
        if landed and said.get("not_applicable_reason"):
            sentence = _("It has landed, or does not apply. Take away one of them.")
            self.add_error("not_applicable_reason", sentence)
        if decided and landed and landed < decided:
            self.add_error("landed_date", _("Write a day that is not before the decision at home."))
        return said

    def way(self) -> WayHome:
        return WayHome(**{name: self.cleaned_data[name] for name in WayHome.__slots__})

    @staticmethod
    def of(row: CarryHome) -> dict[str, Any]:
        """Return what stands there, to begin with."""
        return {name: getattr(row, name) for name in (*WayHome.__slots__, "version")}


class HomeSearchForm(PlainForm):
    """What is looked for among what is carried home; what makes no sense asks nothing."""

    organization = forms.TypedChoiceField(
        label=_("Organization"), required=False, coerce=int, empty_value=None
    )
    late = forms.BooleanField(label=_("Only what is late"), required=False)

    def __init__(self, *args: Any, organizations: Iterable[Organization], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["organization"]
        field.choices = [("", _("All")), *((one.pk, one.short_name) for one in organizations)]

    def terms(self) -> tuple[int | None, bool]:
        self.is_valid()
        said = self.cleaned_data
        return said.get("organization"), bool(said.get("late"))
