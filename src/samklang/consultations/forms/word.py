"""Parses a Word document that is uploaded, and what of it somebody has chosen to take in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    """What is taken in, by its mark on the page; `seen` is the text that it was held against.

    What belongs to no section has a field of its own, named by its mark, with the sections in it.
    """

    marks = forms.MultipleChoiceField(
        label=_("What to take in"),
        required=False,
    )
    kept = forms.CharField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(
        self,
        *args: Any,
        offered: Iterable[str],
        lost: Iterable[str],
        sections: Mapping[str, str],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.lost = tuple(lost)
        for mark in self.lost:
            self.fields[mark] = forms.ChoiceField(
                label=_("Which section is it about?"),
                required=False,
                choices=[("", _("None: leave it")), *sections.items()],
                error_messages={"invalid_choice": _("The section is gone. Choose another.")},
            )
        field: Any = self.fields["marks"]
        field.choices = [(mark, mark) for mark in offered]

    @property
    def places(self) -> dict[str, str]:
        """The section of each thing that somebody has placed, by its mark."""
        said = self.cleaned_data
        return {mark: said[mark] for mark in self.lost if said.get(mark)}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and not said["marks"] and not self.places:
            self.add_error("marks", _("Tick at least one thing to take in."))
        return said
