"""Parses a Word document that is uploaded, and what of it somebody has chosen to take in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import PlainForm
from samklang.consultations.forms.opinions import VoiceForm


class WordFileForm(PlainForm):
    document = forms.FileField(
        label=_("Word document"),
        help_text=_("A DOCX of at most 50 MB, with tracked changes and comments."),
        allow_empty_file=True,
        error_messages={"required": _("Choose the Word document first.")},
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )


class ChosenForm(VoiceForm):
    """What is taken in, by its mark on the page; `seen` is the text that it was held against."""

    marks = forms.MultipleChoiceField(
        label=_("What to take in"),
        error_messages={"required": _("Tick at least one thing to take in.")},
    )
    kept = forms.CharField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, offered: Iterable[str], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["marks"]
        field.choices = [(mark, mark) for mark in offered]
