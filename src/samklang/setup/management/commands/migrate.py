"""`samklang migrate`: Django’s own, each migration and its note in one piece; then the index."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate

from samklang.search.api import make_ready
from samklang.setup.migrating import OnePieceExecutor


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        # The command has no other way to be given an executor.
        setattr(migrate, "MigrationExecutor", OnePieceExecutor)  # noqa: B010  # not declared there
        super().handle(*args, **options)
        if not (options["app_label"] or options["plan"] or options["check_unapplied"]):
            make_ready()
