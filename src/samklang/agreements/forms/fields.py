"""Fields that several forms share."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samklang.agreements.residents import refuse_personal_numbers
from samklang.agreements.stating import stated
from samklang.common.periods import EARLIEST_YEAR, LATEST_YEAR, StatedDate

NOTHING_CHOSEN = ("", _("Choose"))


class StatedDateField(forms.CharField):
    """A day as precisely as it is known: day, month, year, or a span of days."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=40, **options)

    def to_python(self, value: Any) -> StatedDate | None:  # type: ignore[override]  # parsed
        text = super().to_python(value)
        if not text:
            return None
        try:
            return stated(text)
        except ValueError:
            raise ValidationError(
                _(
                    "Write a day as 2027-06-30, a month as 2027-06, a year as 2027 or a span as "
                    "241001-241231."
                ),
                code="invalid",
            ) from None

    def run_validators(self, value: Any) -> None:
        """What was parsed is right already."""


class DayField(forms.DateField):
    """One day, written as 2027-06-30."""

    widget = forms.DateInput(format="%Y-%m-%d")
    default_error_messages = {"invalid": _("Write the day as 2027-06-30.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d"], **options)

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        if day is not None and not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day


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

    version = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def seen(self) -> int:
        return int(self.cleaned_data["version"])
