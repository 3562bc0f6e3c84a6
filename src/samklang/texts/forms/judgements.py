"""What somebody finds when they hold a local text against a commitment."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import PlainForm, TextField
from samklang.texts.models import Coverage, Judgement


class JudgementForm(PlainForm):
    seen = forms.IntegerField(widget=forms.HiddenInput)
    coverage = forms.ChoiceField(
        label=_("Does the local text answer it?"),
        choices=Coverage.choices,
        widget=forms.RadioSelect,
    )
    quote = TextField(
        label=_("The words that answer it"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Copy them from the local text, so that others see what you saw."),
    )
    reason = TextField(
        label=_("Why?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Must be filled in when it is not applicable."),
    )

    @staticmethod
    def shown(found: Judgement | None) -> dict[str, Any]:
        if found is None:
            return {"seen": 0}
        return {
            "seen": found.pk,
            "coverage": found.coverage,
            "quote": found.quote,
            "reason": found.reason,
        }

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        if asked.get("coverage") == Coverage.NOT_APPLICABLE and not asked.get("reason"):
            self.add_error("reason", _("Say why it is not applicable there."))
        return asked

    def into(self, found: Judgement) -> Judgement:
        asked = self.cleaned_data
        found.coverage, found.quote = asked["coverage"], asked["quote"]
        found.reason = asked["reason"]
        return found
