"""Keeps personal identity numbers out of what people write: nothing here is about residents."""

from __future__ import annotations

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# However it is written: word processors make a dash or a hard space of what was typed.
_NUMBER = re.compile(
    r"(?<!\d)(?:19|20)?(?P<y>\d{2})(?P<m>\d{2})(?P<d>\d{2})\s?[-+‐‑–—−]?\s?(?P<last>\d{4})(?!\d)"
)
# A co-ordination number has 60 added to its day.
_COORDINATION = 60
_TWO_DIGITS = 9


def refuse_personal_numbers(text: str) -> None:
    """Refuse a text with a personal identity number in it, without repeating the number."""
    if any(_is_personal(found) for found in _NUMBER.finditer(text)):
        raise ValidationError(
            _(
                "Take away the personal identity number. Samklang must not hold anything about "
                "residents."
            ),
            code="personal_number",
        )


def _is_personal(found: re.Match[str]) -> bool:
    day = int(found["d"]) % _COORDINATION
    try:
        date(2000 + int(found["y"]), int(found["m"]), day)
    except ValueError:
        return False
    return _checks(found["y"] + found["m"] + found["d"] + found["last"])


def _checks(digits: str) -> bool:
    """Ten digits of which the last one follows from the others, doubled in turn."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return sum(one - _TWO_DIGITS if one > _TWO_DIGITS else one for one in doubled) % 10 == 0
