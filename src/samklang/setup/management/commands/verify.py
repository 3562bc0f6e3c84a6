"""`samklang verify [BACKUP]`: whether everything is as it was written."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from samklang.audit.api import CheckpointFault, Entry, newest, record_faults
from samklang.setup.backups.checking import backup_faults, remarks, state_faults


class Command(BaseCommand):
    """Names each fault and exits with 1, or says what was looked at."""

    help = "Check the database, the record, the files and the reports; or a backup."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("backup", nargs="?", type=Path, help="a backup's folder")
        parser.add_argument("--checkpoints", type=Path, help="another file of checkpoints to ask")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            faults = list(self._faults(options["backup"], options["checkpoints"]))
        except CheckpointFault as error:
            raise CommandError(str(error)) from error
        for fault in faults:
            self.stdout.write(fault)
        if faults:
            raise CommandError(f"Faults: {len(faults)}.")
        if options["backup"]:
            self.stdout.write(f"{options['backup']} is whole.")
        else:
            self._say_what_was_seen()

    def _faults(self, backup: Path | None, checkpoints: Path | None) -> Iterator[str]:
        if backup:
            yield from backup_faults(backup)
            return
        yield from state_faults()
        if checkpoints:
            yield from record_faults(newest(checkpoints))

    def _say_what_was_seen(self) -> None:
        self.stdout.write(f"Everything is whole. The record has {Entry.objects.count()} entries.")
        for remark in remarks():
            self.stdout.write(remark)
