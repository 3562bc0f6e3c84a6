"""Reads the environment, and refuses to guess."""

from __future__ import annotations

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUTHS = {"1": True, "true": True, "0": False, "false": False}


def text(name: str, default: str | None = None) -> str:
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set {name}.")
    return value


def flag(name: str, *, default: bool) -> bool:
    value = text(name, str(default)).lower()
    if value not in TRUTHS:
        raise ImproperlyConfigured(f"{name} is {value!r}; say true or false.")
    return TRUTHS[value]


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is {value!r}; say a whole number.")
    return int(value)


def secret(name: str, default: str | None = None) -> str:
    """Read `name`, or the file that `name`_FILE points to."""
    if path := os.environ.get(f"{name}_FILE"):
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ImproperlyConfigured(
                f"{name}_FILE names {path}, which cannot be read as text: {error}."
            ) from error
    return text(name, default)


def words(name: str, default: str = "") -> list[str]:
    """Read a comma-separated list."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]
