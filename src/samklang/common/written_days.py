"""Days in words, each written once for a language: pages name the same few days many times."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language


def written(day: date, form: str) -> str:
    """Write a day in one of Django’s forms: “j F Y” is 30 juni 2027."""
    return _written(get_language(), day, form)


@lru_cache(maxsize=2000)
def _written(_language: str | None, day: date, form: str) -> str:
    return date_format(day, form)
