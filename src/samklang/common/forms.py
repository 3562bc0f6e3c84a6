"""Forms and fields that several contexts share: plain errors, and nothing about residents."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samklang.common.residents import personal_numbers

NOTHING_CHOSEN = ("", _("Choose"))


def refuse_personal_numbers(text: str) -> None:
    """Refuse a text with a personal identity number in it, without repeating the number."""
    if any(personal_numbers(text)):
        raise ValidationError(
            _(
                "Take away the personal identity number. Samklang must not hold anything about "
                "residents."
            ),
            code="personal_number",
        )


class TextField(forms.CharField):
    """Free text, in which nobody’s personal identity number may stand."""

    default_validators = [refuse_personal_numbers]


class PlainForm(forms.Form):
    """A form whose errors name the field, so that they can be read on their own."""

    use_required_attribute = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            chosen = isinstance(field, forms.ChoiceField)
            asked = _("Choose something for “%(field)s”.") if chosen else _("Fill in “%(field)s”.")
            if field.error_messages["required"] == forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = asked % {"field": field.label}


class ChangeForm(PlainForm):
    """A form about something that counts its changes: it knows which version the user saw."""

    version = forms.IntegerField(
        widget=forms.HiddenInput,
        error_messages={"required": _("The page had come loose. Reload it and write again.")},
    )

    @property
    def seen(self) -> int:
        return int(self.cleaned_data["version"])
