"""Which agreements a decision extends, and until when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.agreements.models import Agreement
from samklang.common.date_fields import DayField
from samklang.common.forms import PlainForm

# Returns why the extension cannot be done as it was asked, or nothing.
Objection = Callable[[dict[str, Any]], str]


class ExtendForm(PlainForm):
    agreements = forms.TypedMultipleChoiceField(
        label=_("Which agreements are extended?"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one agreement.")},
    )
    last_date = DayField(
        label=_("New last day"), help_text=_("The last day on which they hold. Example: 2027-06-30")
    )

    def __init__(
        self,
        *args: Any,
        offered: Iterable[tuple[Agreement, str]],
        objection: Objection,
        **options: Any,
    ) -> None:
        """`offered` are the agreements with until when each holds, in words."""
        super().__init__(*args, **options)
        self.objection = objection
        field: Any = self.fields["agreements"]
        field.choices = [(one.pk, f"{one} ({until})") for one, until in offered]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors:
            trouble = self.objection(self.asked())
            if trouble:
                self.add_error("last_date", trouble)
        return said

    def asked(self) -> dict[str, Any]:
        day: date = self.cleaned_data["last_date"]
        return {
            "agreements": sorted(set(self.cleaned_data["agreements"])),
            "last_date": day.isoformat(),
        }
