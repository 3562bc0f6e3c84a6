"""`samklang migrate`: Django's own, with each migration and the note of it in one piece."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate

from samklang.setup.migrating import OnePieceExecutor


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        # The command has no other way to be given an executor.
        setattr(migrate, "MigrationExecutor", OnePieceExecutor)  # noqa: B010  # not declared there
        super().handle(*args, **options)
