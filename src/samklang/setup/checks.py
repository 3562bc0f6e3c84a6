"""Refuses settings under which an acknowledged change could be lost, and trial settings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

# What SQLite answers when asked, and what each guards against (ADR 0007).
GUARDS = {
    "journal_mode": ("wal", "readers would wait for writers"),
    "synchronous": (2, "a change could vanish at a power cut"),
    "foreign_keys": (1, "rows could point at nothing"),
}
IMMEDIATE = "IMMEDIATE"
PATIENCE = 20_000  # milliseconds


@register(Tags.database)
def sqlite_keeps_its_word(*, databases: Sequence[str] | None, **_kwargs: Any) -> list[CheckMessage]:
    """Ask the open connection, not the settings: a setting that does not bite is no guard."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        if connection.vendor == "sqlite" and not _is_in_memory(connection):
            found += [_unsafe(alias, fault) for fault in sqlite_faults(connection)]
    return found


def sqlite_faults(connection: BaseDatabaseWrapper) -> list[str]:
    faults = []
    with connection.cursor() as cursor:
        for pragma, (wanted, danger) in GUARDS.items():
            is_set = cursor.execute(f"PRAGMA {pragma}").fetchone()[0]
            if is_set != wanted:
                faults.append(f"{pragma} is {is_set}, not {wanted}: {danger}")
        patience = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
    if patience < PATIENCE:
        faults.append(f"busy_timeout is {patience}, less than {PATIENCE}: writers would give up")
    if getattr(connection, "transaction_mode", None) != IMMEDIATE:
        faults.append(f"transaction_mode is not {IMMEDIATE}: two writers could fail each other")
    return faults


def _unsafe(alias: str, fault: str) -> Error:
    hint = "Set DATABASES as samklang.config.database.sqlite does."
    return Error(f"SQLite database {alias!r}: {fault}.", hint=hint, id="samklang.E001")


def _is_in_memory(connection: BaseDatabaseWrapper) -> bool:
    name = str(connection.settings_dict["NAME"])
    return ":memory:" in name or "mode=memory" in name


@register(Tags.security, deploy=True)
def fit_for_production(
    app_configs: Iterable[AppConfig] | None, **_kwargs: Any
) -> list[CheckMessage]:
    """Refuse the two defaults that are for trying only; the rest of them are safe."""
    found: list[CheckMessage] = []
    if settings.SECRET_KEY == settings.DEVELOPMENT_KEY:
        problem = "SAMKLANG_SECRET_KEY is the key that everybody can read in the source."
        hint = "Set it to 50 random characters or more."
        found.append(Error(problem, hint=hint, id="samklang.E002"))
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        problem = "SAMKLANG_DATABASE is SQLite; a county in earnest runs on PostgreSQL."
        hint = "Set it to postgresql://user:password@host/name."
        found.append(Error(problem, hint=hint, id="samklang.E003"))
    return found
