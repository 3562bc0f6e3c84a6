"""On which days of a year a country rests, as its pack says, and the working day before one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateutil.easter import easter
from django.conf import settings
from django.utils.translation import get_language

_DAY = timedelta(days=1)
_SATURDAY = 5


def holidays(country: str, year: int) -> dict[date, str]:
    """Return the year’s days of rest with their names in the active language."""
    active = (get_language() or "").split("-")[0]
    return {_on(one, year): _named(one["name"], active) for one in _told(country)}


def working_day(day: date, *, country: str) -> date:
    """Return the day, or the last working day before it."""
    closed = holidays(country, day.year) | holidays(country, day.year - 1)
    while day.weekday() >= _SATURDAY or day in closed:
        day -= _DAY
    return day


def _on(told: Mapping[str, Any], year: int) -> date:
    if "easter" in told:
        sunday: date = easter(year)
        return sunday + timedelta(days=told["easter"])
    first = date.fromisoformat(f"{year}-{told.get('day') or told['from']}")
    if "weekday" not in told:
        return first
    return first + timedelta(days=(told["weekday"] - first.isoweekday()) % 7)


def _named(name: Mapping[str, str], active: str) -> str:
    return name.get(active) or name.get(settings.LANGUAGE_CODE) or next(iter(name.values()))


@lru_cache(maxsize=8)
def _told(country: str) -> tuple[dict[str, Any], ...]:
    packs: Path = settings.SAMKLANG_PACKS_DIR
    path = packs / country / "holidays.toml"
    if not path.is_file():
        return ()
    with path.open("rb") as file:
        return tuple(tomllib.load(file)["holidays"])
