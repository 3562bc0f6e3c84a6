"""`samklang backup [FOLDER]`: everything that is needed to begin again, while people work."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from samklang.setup.backups.making import default_folder, make
from samklang.setup.backups.manifest import BackupFault


class Command(BaseCommand):
    """The keys (SAMKLANG_SECRET_KEY, SAMKLANG_AUDIT_KEY) and the sessions are left out."""

    help = "Copy the database and the files to a new folder, with a list of hashes."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, help="a folder that is not there yet")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = options["folder"] or default_folder()
        try:
            made = make(folder)
        except (BackupFault, OSError) as error:
            raise CommandError(f"No backup was made. {error}") from error
        rows = sum(table.rows for table in made.tables.values())
        self.stdout.write(
            f"{folder}: {rows} rows and {len(made.files)} files, {made.size / 1e6:.1f} MB, "
            f"in {made.seconds} s. The keys are not in it: keep them elsewhere."
        )
