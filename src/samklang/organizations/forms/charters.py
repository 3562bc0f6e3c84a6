"""Parses assignments, mandates and places in a body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.date_fields import DayField
from samklang.common.forms import NOTHING_CHOSEN, TextField, refuse_personal_numbers
from samklang.organizations.forms.bodies import (
    Around,
    FromUntilForm,
    LastDayForm,
    choose,
    given_by,
)
from samklang.organizations.models import Deciding, Post, PostKind
from samklang.organizations.models.charters import WHOLE_TIME
from samklang.organizations.recording import Chartered, Placed


class AssignmentForm(FromUntilForm):
    """What a body is to do, as somebody gave it in writing."""

    title = TextField(label=_("What the document is called"), max_length=300)
    text = TextField(
        label=_("What it says, in short (optional)"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    giver = forms.ChoiceField(label=_("Who gave it?"), required=False)
    from_date = DayField(label=_("From which day"))
    until_date = DayField(
        label=_("Last day (optional)"),
        required=False,
        help_text=_("Leave it empty if it holds until further notice."),
    )
    diary_number = TextField(label=_("Diary number (optional)"), max_length=100, required=False)
    source = TextField(
        label=_("Where is it written? (optional)"),
        max_length=500,
        required=False,
        help_text=_("For example minutes with a paragraph, or words quoted from them."),
    )

    def __init__(self, *args: Any, around: Around, **options: Any) -> None:
        super().__init__(*args, **options)
        choose(self, "giver", around.givers())

    def chartered(self) -> Chartered:
        said = self.cleaned_data
        body_id, organization_id = given_by(said["giver"])
        plain = ("title", "text", "from_date", "until_date", "diary_number", "source")
        return Chartered(
            powers=tuple(said.get("powers", ())),
            given_by_body_id=body_id,
            given_by_organization_id=organization_id,
            **{name: said[name] for name in plain},
        )


class MandateForm(AssignmentForm):
    """What a body may decide."""

    powers = forms.MultipleChoiceField(
        label=_("The body may decide to"),
        choices=Deciding.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ("title", "powers", "text")


class EndCharterForm(LastDayForm):
    """When an assignment or a mandate ends, and why."""

    end_note = TextField(label=_("Why does it end? (optional)"), max_length=500, required=False)


class PostForm(FromUntilForm):
    """A place in a body: who sits in it, in which part and on whose behalf."""

    kind = forms.ChoiceField(label=_("Kind of place"), choices=[NOTHING_CHOSEN, *PostKind.choices])
    person = TextField(
        label=_("Name (optional)"),
        max_length=200,
        required=False,
        help_text=_("Leave it empty while the place is vacant."),
    )
    title = TextField(label=_("Title or role (optional)"), max_length=200, required=False)
    email = forms.EmailField(
        label=_("E-mail address (optional)"),
        required=False,
        error_messages={"invalid": _("Write the whole e-mail address, with an @.")},
        help_text=_("Calls and calendar entries of the body’s meetings are sent there."),
        validators=[refuse_personal_numbers],
    )
    organization = forms.ChoiceField(label=_("On whose behalf?"), required=False)
    share = forms.IntegerField(
        label=_("Share of full time, in per cent (optional)"),
        required=False,
        min_value=1,
        max_value=WHOLE_TIME,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": _("Write a whole number between 1 and 100."),
            "min_value": _("Write a whole number between 1 and 100."),
            "max_value": _("Write a whole number between 1 and 100."),
        },
    )
    from_date = DayField(label=_("From which day"))
    until_date = DayField(
        label=_("Last day (optional)"),
        required=False,
        help_text=_("Leave it empty if it holds until further notice."),
    )

    def __init__(self, *args: Any, around: Around, **options: Any) -> None:
        super().__init__(*args, **options)
        choose(self, "organization", around.members())

    def placed(self) -> Placed:
        said = self.cleaned_data
        names = ("kind", "person", "title", "email", "share", "from_date", "until_date")
        organization_id = int(said["organization"]) if said["organization"] else None
        return Placed(organization_id=organization_id, **{name: said[name] for name in names})


def shown(post: Post) -> Mapping[str, Any]:
    """Return what a form about the place begins with."""
    names = ("kind", "person", "title", "email", "share", "from_date", "until_date")
    found = {name: getattr(post, name) for name in names}
    return {**found, "organization": str(post.organization_id or "")}


class EndPostForm(LastDayForm):
    """When somebody leaves, and whether the place stays."""

    stays_vacant = forms.BooleanField(
        label=_("The place stays and is vacant from the day after"), required=False
    )
