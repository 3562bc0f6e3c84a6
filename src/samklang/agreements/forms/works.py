"""The work itself: a new agreement, its facts, parties, editions and files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.agreements.actions import Facts
from samklang.agreements.forms.entries import choices, edition_name
from samklang.agreements.models import Agreement, Edition, Level, Party
from samklang.common.date_fields import DayField, refuse_future
from samklang.common.forms import (
    NOTHING_CHOSEN,
    ChangeForm,
    PlainForm,
    TextField,
)
from samklang.library.api import Area
from samklang.organizations.api import Organization

NO_PARENT = ("", _("None"))


class WorkForm(PlainForm):
    """A text whose making began some day; not one to come."""

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today

    def clean_begun_date(self) -> date | None:
        day: date | None = self.cleaned_data["begun_date"]
        refuse_future(day, today=self.today)
        return day


class FactsForm(ChangeForm):
    title = TextField(label=_("Title"), max_length=300)
    parent = forms.TypedChoiceField(
        label=_("Built on"), required=False, coerce=int, empty_value=None
    )
    keeper = forms.TypedChoiceField(
        label=_("Keeper"),
        coerce=int,
        help_text=_("The organization whose writers keep this agreement up to date."),
    )
    revision_responsible = TextField(
        label=_("Responsible for revision"),
        required=False,
        max_length=200,
        help_text=_("A role or a unit rather than a person."),
    )

    def __init__(
        self,
        *args: Any,
        parents: Sequence[Agreement],
        keepers: Sequence[Organization],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.fields["parent"].choices = [  # type: ignore[attr-defined]  # a choice field
            NO_PARENT,
            *choices(parents, empty=False),
        ]
        self.fields["keeper"].choices = choices(keepers, empty=False)  # type: ignore[attr-defined]  # too

    def facts(self) -> Facts:
        asked = self.cleaned_data
        return Facts(
            title=asked["title"],
            parent_id=asked["parent"],
            keeper_id=asked["keeper"],
            revision_responsible=asked["revision_responsible"],
        )


class AgreementForm(WorkForm):
    """A new agreement, entered by hand."""

    level = forms.ChoiceField(label=_("Level"))
    area = forms.TypedChoiceField(label=_("Area"), coerce=int)
    title = TextField(label=_("Title"), max_length=300)
    keeper = forms.TypedChoiceField(label=_("Keeper"), coerce=int)
    parties = forms.TypedMultipleChoiceField(
        label=_("Parties"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    parent = forms.TypedChoiceField(
        label=_("Built on"), required=False, coerce=int, empty_value=None
    )
    revision_responsible = TextField(
        label=_("Responsible for revision"), required=False, max_length=200
    )
    begun_date = DayField(
        label=_("Work began"),
        required=False,
        help_text=_("Leave it empty if the text is adopted already."),
    )
    stage = TextField(
        label=_("Stage"),
        required=False,
        max_length=100,
        help_text=_("How far the text has come. The other parties see the stage, never the text."),
    )

    def __init__(
        self,
        *args: Any,
        areas: Sequence[Area],
        organizations: Sequence[Organization],
        keepers: Sequence[Organization],
        parents: Sequence[Agreement],
        levels: Sequence[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        offered: dict[str, list[tuple[Any, Any]]] = {
            "level": [NOTHING_CHOSEN, *levels],
            "area": choices(areas),
            "keeper": choices(keepers),
            "parties": choices(organizations, empty=False),
            "parent": [NO_PARENT, *choices(parents, empty=False)],
        }
        for name, found in offered.items():
            self.fields[name].choices = found  # type: ignore[attr-defined]  # choice fields

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        if asked.get("level") == Level.REGIONAL and asked.get("parent"):
            self.add_error("parent", _("Only a local agreement builds on another. Choose none."))
        return asked

    def agreement(self, partnership_id: int) -> Agreement:
        asked = self.cleaned_data
        return Agreement(
            partnership_id=partnership_id,
            level=asked["level"],
            area_id=asked["area"],
            title=asked["title"],
            keeper_id=asked["keeper"],
            parent_id=asked["parent"],
            revision_responsible=asked["revision_responsible"],
        )

    def edition(self) -> Edition:
        return Edition(begun_date=self.cleaned_data["begun_date"], stage=self.cleaned_data["stage"])


class PartyForm(ChangeForm):
    organization = forms.TypedChoiceField(label=_("Organization"), coerce=int)
    required = forms.TypedChoiceField(
        label=_("Must it adopt before the agreement is in force?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )

    def __init__(
        self,
        *args: Any,
        organizations: Sequence[Organization],
        parties_now: Sequence[Party],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.parties_now = parties_now
        self.organizations = {one.pk: one for one in organizations}
        self.fields["organization"].choices = choices(organizations)  # type: ignore[attr-defined]  # too

    def entry(self) -> Party:
        return Party(
            organization=self.organizations[self.cleaned_data["organization"]],
            required=self.cleaned_data["required"],
        )


class EditionForm(WorkForm, ChangeForm):
    label = TextField(label=_("Version as the document says it"), required=False, max_length=100)
    begun_date = DayField(label=_("Work began"), required=False)
    stage = TextField(
        label=_("Stage"),
        required=False,
        max_length=100,
        help_text=_("How far the text has come. The other parties see the stage, never the text."),
    )

    def entry(self) -> Edition:
        asked = self.cleaned_data
        return Edition(label=asked["label"], begun_date=asked["begun_date"], stage=asked["stage"])


class StageForm(ChangeForm):
    stage = TextField(
        label=_("Stage"),
        required=False,
        max_length=100,
        help_text=_("Leave it empty when the text is no longer being worked on."),
    )


class EvidenceForm(PlainForm):
    """A file to keep; the person has looked that it is about nobody in particular."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, DOCX, ODT, HTML or plain text, at most 50 MB."),
        allow_empty_file=True,
    )
    about_nobody = forms.BooleanField(
        label=_("The file holds no personal identity numbers and nothing about residents"),
        error_messages={
            "required": _(
                "Look through the file first. Samklang must not hold anything about residents."
            )
        },
    )


class FileForm(EvidenceForm):
    """A file that holds an edition’s text."""

    edition = forms.TypedChoiceField(label=_("Which edition"), coerce=int)
    field_order = ("edition", "file", "about_nobody")

    def __init__(self, *args: Any, editions: Sequence[Edition], **options: Any) -> None:
        super().__init__(*args, **options)
        self.editions = {one.pk: one for one in editions}
        self.fields["edition"].choices = [  # type: ignore[attr-defined]  # a choice field
            (one.pk, edition_name(one)) for one in editions
        ]

    @property
    def chosen_edition(self) -> Edition:
        return self.editions[self.cleaned_data["edition"]]


class ChoiceForm(ChangeForm):
    """For each field that two people changed: whose text is to stand."""

    def __init__(self, *args: Any, labels: Mapping[str, str], **options: Any) -> None:
        """`labels` has the fields’ names and words."""
        super().__init__(*args, **options)
        for name, label in labels.items():
            self.fields[f"whose_{name}"] = forms.ChoiceField(
                label=label,
                choices=[("mine", _("Keep mine")), ("theirs", _("Keep theirs"))],
                widget=forms.RadioSelect,
                error_messages={
                    "required": _("Choose whose text is to stand as “%(field)s”.")
                    % {"field": label}
                },
            )
