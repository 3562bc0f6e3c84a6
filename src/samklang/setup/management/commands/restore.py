"""`samklang restore FOLDER`: put a backup back where there is nothing yet."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from samklang.setup.backups.manifest import BackupFault
from samklang.setup.backups.restoring import restore


class Command(BaseCommand):
    """Refuses where there is something; shows that what it put back is equal."""

    help = "Restore a backup into an empty database and an empty folder of files."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        begun = time.monotonic()
        try:
            kept = restore(options["folder"])
        except (BackupFault, OSError) as error:
            raise CommandError(str(error)) from error
        seconds = time.monotonic() - begun
        self.stdout.write(
            f"Restored the backup of {kept.made_at}: {len(kept.tables)} tables and "
            f"{len(kept.files)} files, equal to the backup, in {seconds:.1f} s. "
            "Now run `samklang migrate`, then `samklang checkpoint --accept REASON`."
        )
