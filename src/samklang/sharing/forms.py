"""Parses whom something is shared with, and as what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import ChangeForm, TextField
from samklang.organizations.api import Organization
from samklang.sharing.actions import Terms
from samklang.sharing.models import Purpose

_PURPOSES = [
    (
        Purpose.DRAFT,
        _("A draft between colleagues: they may read it and say what they think"),
    ),
    (
        Purpose.CONSULTATION,
        _("A consultation: their opinion is asked for before it is decided"),
    ),
    (
        Purpose.WRITING,
        _("Writing it together: they see and change the text as it grows, from now on"),
    ),
]


class ShareForm(ChangeForm):
    """Whom, as what, and under which number the sharing authority keeps it."""

    receivers = forms.TypedMultipleChoiceField(
        label=_("With whom"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    purpose = forms.ChoiceField(label=_("As what"), choices=_PURPOSES, widget=forms.RadioSelect)
    diary_number = TextField(
        label=_("Your diary number (optional)"),
        required=False,
        max_length=60,
        help_text=_("Ask your registrar. What you share may have to be registered with you."),
    )
    message = TextField(
        label=_("Message to the receivers (optional)"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What you want them to look at, and by when."),
    )

    def __init__(self, *args: Any, receivers: Sequence[Organization], **options: Any) -> None:
        super().__init__(*args, **options)
        self.offered = {one.pk: one for one in receivers}
        self.fields["receivers"].choices = [  # type: ignore[attr-defined]  # a choice field
            (one.pk, one.name) for one in receivers
        ]

    def terms(self) -> Terms:
        asked = self.cleaned_data
        return Terms(
            purpose=asked["purpose"],
            receivers=tuple(self.offered[pk] for pk in dict.fromkeys(asked["receivers"])),
            diary_number=asked["diary_number"],
            message=asked["message"],
        )
