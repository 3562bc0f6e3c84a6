"""Parses what somebody is looked for by, and the word that erases them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import PlainForm, TextField

_REASONS = [
    ("left", _("The person has left and their account is no longer needed")),
    ("asked", _("The person has asked for it")),
    ("mistake", _("The account was made by mistake")),
]


class SearchForm(forms.Form):
    text = forms.CharField(label=_("Name, user name or e-mail address"), required=False)

    def words(self) -> str:
        return str(self.cleaned_data["text"]).strip() if self.is_valid() else ""


class EraseForm(PlainForm):
    """Why, and the user name written out: what is erased does not come back."""

    reason = forms.ChoiceField(label=_("Reason"), choices=_REASONS, widget=forms.RadioSelect)
    username = TextField(
        label=_("Write the person’s user name"),
        help_text=_("It cannot be undone. The name is asked for so that it is the right person."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, expected: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.expected = expected

    def clean_username(self) -> str:
        written = str(self.cleaned_data["username"])
        if written.strip() != self.expected:
            raise forms.ValidationError(_("That is another user name than this person’s."))
        return written
