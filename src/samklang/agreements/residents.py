"""Keeps personal identity numbers out of what people write: nothing here is about residents."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samklang.common.residents import personal_numbers


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
