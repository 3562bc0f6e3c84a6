"""Parses what somebody says of a draft, and in whose name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import PlainForm, TextField
from samklang.consultations.actions import Suggested
from samklang.consultations.queries import Voice
from samklang.organizations.api import Organization
from samklang.texts.api import Section, WordingForm, to_plain

LONGEST = 5000


class VoiceForm(PlainForm):
    """In whose name something is said; asked only of whoever has several to choose from."""

    voice = forms.ChoiceField(label=_("In whose name"))

    def __init__(self, *args: Any, voices: Sequence[Voice], **options: Any) -> None:
        super().__init__(*args, **options)
        self.offered = {one.key: one for one in voices}
        field = self.fields["voice"]
        field.choices = [(one.key, one.name) for one in voices]  # type: ignore[attr-defined]
        if len(voices) == 1:
            field.initial, field.required = voices[0].key, False
            field.widget = forms.HiddenInput()

    @property
    def chosen(self) -> Voice:
        """Return the voice that was chosen, or the only one there is."""
        only = next(iter(self.offered))
        return self.offered[self.cleaned_data["voice"] or only]


class CommentForm(VoiceForm):
    text = TextField(
        label=_("Your comment"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Say what should be changed, and why. Write nothing about residents."),
    )


class ReplyForm(VoiceForm):
    text = TextField(label=_("Reply"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}))

    @property
    def organization(self) -> Organization:
        """Return whose reply it is: the form offers none without an account."""
        organization = self.chosen.organization
        if organization is None:
            raise ValueError("a reply is given in the name of an organization")
        return organization


class SuggestionForm(WordingForm, VoiceForm):
    """Other words for a section, written in the same field as the section itself."""

    is_editorial = forms.BooleanField(
        label=_("It changes only the language, not what is undertaken"), required=False
    )
    why = TextField(
        label=_("Why (optional)"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @classmethod
    def of(cls, section: Section, voices: Sequence[Voice]) -> SuggestionForm:
        initial = {
            "heading": section.heading,
            "body": section.body,
            "plain": to_plain(section.body),
        }
        return cls(initial=initial, voices=voices)

    def suggested(self) -> Suggested:
        asked = self.cleaned_data
        return Suggested(asked["heading"], asked["body"], asked["is_editorial"], asked["why"])

    def refuse_the_same(self, section: Section) -> None:
        """What reads like the section does suggests nothing."""
        if (self.cleaned_data["heading"], self.cleaned_data["body"]) == (
            section.heading,
            section.body,
        ):
            self.add_error("plain", _("Nothing is changed. Write the words that you suggest."))


class ReasonForm(PlainForm):
    reason = TextField(
        label=_("Why it is rejected"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )
