"""Parses what an attachment is called, and what it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import ChangeForm, TextField
from samklang.meetings.actions import PaperWords
from samklang.meetings.models import AgendaItem, Attachment


class PaperForm(ChangeForm):
    """The label as people write it; without items it belongs to the meeting as a whole."""

    label = TextField(
        label=_("Label"),
        max_length=60,
        help_text=_("As it is numbered on the paper itself, for example 2 or 3 A-B."),
    )
    title = TextField(label=_("What it is (optional)"), required=False, max_length=200)
    items = forms.MultipleChoiceField(
        label=_("Items that it belongs to"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick none if it belongs to the meeting as a whole."),
    )
    is_late = forms.BooleanField(label=_("It came late, after the agenda"), required=False)

    def __init__(self, *args: Any, there: Sequence[AgendaItem], **options: Any) -> None:
        super().__init__(*args, **options)
        self.there = {str(one.pk): one for one in there}
        field: Any = self.fields["items"]
        field.choices = [(pk, str(one)) for pk, one in self.there.items()]

    @classmethod
    def of(cls, attachment: Attachment, **options: Any) -> PaperForm:
        initial = {
            "label": attachment.label,
            "title": attachment.title,
            "items": [str(one.pk) for one in attachment.items.all()],
            "is_late": attachment.is_late,
            "version": attachment.meeting.version,
        }
        return cls(initial=initial, **options)

    def words(self) -> PaperWords:
        said = self.cleaned_data
        items = tuple(self.there[pk] for pk in said["items"])
        return PaperWords(said["label"], said["title"], said["is_late"], items)
