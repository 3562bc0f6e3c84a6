"""Form fields for days: the same reading of what was written everywhere."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samklang.common.periods import Precision, StatedDate
from samklang.common.written_dates import ANYTHING_ELSE, NotADate, written

_LONGEST = 60
WHOLE_DAY = _("Write the whole day, for example 2026-05-18.")
NOT_YET = _("The day has not come yet. Record it when it has happened.")


class StatedDateField(forms.CharField):
    """A day as precisely as it is known: day, month, year, or a span of days."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=_LONGEST, **options)

    def to_python(self, value: Any) -> StatedDate | None:  # type: ignore[override]  # parsed
        text = super().to_python(value)
        return _stated(text) if text else None

    def run_validators(self, value: Any) -> None:
        """What was parsed is right already."""


class DayField(forms.DateField):
    """One whole day."""

    widget = forms.DateInput(
        format="%Y-%m-%d", attrs={"inputmode": "numeric", "autocomplete": "off"}
    )

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        stated = _stated(str(value), otherwise=WHOLE_DAY)
        if stated.precision is not Precision.DAY:
            raise ValidationError(WHOLE_DAY, code="invalid")
        return stated.first


def _stated(text: str, *, otherwise: str | Promise = ANYTHING_ELSE) -> StatedDate:
    """Read it, or say what is wrong; `otherwise` is said of what is nothing that can be read."""
    try:
        return written(text)
    except NotADate as wrong:
        said = otherwise if wrong.sentence is ANYTHING_ELSE else wrong.sentence
        raise ValidationError(str(said), code="invalid") from None


def refuse_future(day: date | None, *, today: date, sentence: str | Promise = NOT_YET) -> None:
    """Refuse a day that is still to come: what is planned has not happened."""
    if day is not None and day > today:
        raise ValidationError(str(sentence), code="future")
