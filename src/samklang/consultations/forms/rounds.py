"""Parses how a consultation is held: who is asked, what they answer, and what is remarked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.date_fields import DayField
from samklang.common.forms import ChangeForm, PlainForm, TextField
from samklang.consultations.actions import Round, UserOrganization
from samklang.consultations.models import Answered
from samklang.organizations.api import Organization
from samklang.sharing.api import Purpose, Terms

LONGEST = 5000
SEES = (
    ("no", _("No, each sees only its own, and you see all")),
    ("yes", _("Yes, all who are asked see what the others say")),
)


class RoundForm(ChangeForm):
    """Whom to ask, by when, and what they may see of each other."""

    receivers = forms.TypedMultipleChoiceField(
        label=_("Whom do you ask?"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    user_organizations = TextField(
        label=_("User organizations (optional)"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "One on each line: the name, a comma, and the role of whom you talk to there. They "
            "need no account: you enter what they answer."
        ),
    )
    deadline_date = DayField(label=_("Answer by"))
    sees_each_other = forms.ChoiceField(
        label=_("May those asked see each other’s comments?"),
        choices=SEES,
        widget=forms.RadioSelect,
        initial="no",
    )
    diary_number = TextField(label=_("Your diary number (optional)"), required=False, max_length=60)
    message = TextField(
        label=_("Message to those asked (optional)"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(
        self, *args: Any, receivers: Sequence[Organization], today: date, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.offered, self.today = {one.pk: one for one in receivers}, today
        self.fields["receivers"].choices = [  # type: ignore[attr-defined]  # a choice field
            (one.pk, one.name) for one in receivers
        ]

    def clean_deadline_date(self) -> date:
        return _not_past(self.cleaned_data["deadline_date"], self.today)

    def asked(self) -> Round:
        asked = self.cleaned_data
        return Round(
            terms=Terms(
                purpose=Purpose.CONSULTATION,
                receivers=tuple(self.offered[pk] for pk in dict.fromkeys(asked["receivers"])),
                diary_number=asked["diary_number"],
                message=asked["message"],
            ),
            deadline_date=asked["deadline_date"],
            sees_each_other=asked["sees_each_other"] == "yes",
            user_organizations=tuple(_named(asked["user_organizations"])),
        )

    def kept(self) -> list[tuple[str, str]]:
        """Return what the page between has to send along, as it was written."""
        names = ("user_organizations", "sees_each_other", "diary_number", "message")
        deadline = ("deadline_date", self.cleaned_data["deadline_date"].isoformat())
        return [deadline, *((name, self.cleaned_data[name]) for name in names)]


def _named(text: str) -> Iterator[UserOrganization]:
    for line in text.splitlines():
        name, _comma, role = line.partition(",")
        if name.strip():
            yield UserOrganization(name.strip()[:200], role.strip()[:200])


def _not_past(day: date, today: date) -> date:
    if day < today:
        raise forms.ValidationError(_("The day has passed already. Choose a day to come."))
    return day


class ExtendForm(PlainForm):
    deadline_date = DayField(label=_("New last day"))

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today

    def clean_deadline_date(self) -> date:
        return _not_past(self.cleaned_data["deadline_date"], self.today)


class HandInForm(PlainForm):
    """What an organization says as a whole; “no comments” is not said by whoever has made some."""

    answered = forms.ChoiceField(label=_("Your answer"), choices=Answered, widget=forms.RadioSelect)

    def __init__(self, *args: Any, has_said: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.has_said = has_said

    def clean_answered(self) -> str:
        answered = str(self.cleaned_data["answered"])
        if answered == Answered.NO_COMMENTS and self.has_said:
            raise forms.ValidationError(
                _("Comments have been made already. Choose that the answer is given.")
            )
        return answered


class RemarkForm(PlainForm):
    text = TextField(
        label=_("Remark"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What is frozen does not change. The remark is a new entry with its day."),
    )


class CloseForm(PlainForm):
    """What the writer looked at when they closed it."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
