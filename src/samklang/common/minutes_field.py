"""A form field for how long something takes, the same wherever it is asked."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

_UNIT = re.compile(r" ?min(?:uter|utes|\.)?$")


class MinutesField(forms.IntegerField):
    """Whole minutes, or nothing; “15 min” is as good as 15."""

    def __init__(self, *, most: int, **options: Any) -> None:
        wrong = format_lazy(_("Write whole minutes, from 1 to {most}, or nothing."), most=most)
        super().__init__(
            label=_("Time in minutes (optional)"),
            required=False,
            min_value=1,
            max_value=most,
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
            widget=forms.TextInput(
                attrs={"inputmode": "numeric", "autocomplete": "off", "class": "maxw-18rem"}
            ),
            **options,
        )

    def to_python(self, value: Any) -> int | None:
        found: int | None = super().to_python(_UNIT.sub("", str(value or "").strip().casefold()))
        return found
