"""Fields that several forms share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.agreements.residents import refuse_personal_numbers

NOTHING_CHOSEN = ("", _("Choose"))


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
    """A form about an agreement that knows which version of it the user saw."""

    version = forms.IntegerField(
        widget=forms.HiddenInput,
        error_messages={"required": _("The page had come loose. Reload it and write again.")},
    )

    @property
    def seen(self) -> int:
        return int(self.cleaned_data["version"])
