"""On which levels the bodies of a country meet, as its pack names them, from the highest."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import get_language


def levels(country: str) -> dict[str, str]:
    """Return the levels' codes with their names in the active language, in the pack's order."""
    active = (get_language() or "").split("-")[0]
    return {one["code"]: _named(one, active) for one in _levels(country)}


def _named(level: Mapping[str, str], active: str) -> str:
    return level.get(active) or level.get(settings.LANGUAGE_CODE) or level["code"]


@lru_cache(maxsize=8)
def _levels(country: str) -> tuple[dict[str, Any], ...]:
    """The country is one that a pack was loaded for, so that its file is there and right."""
    packs: Path = settings.SAMKLANG_PACKS_DIR
    with (packs / country / "country.toml").open("rb") as file:
        return tuple(tomllib.load(file)["levels"])
