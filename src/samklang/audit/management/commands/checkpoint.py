"""`samklang checkpoint`: write down, outside the database, where the record stands."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from samklang.audit import checkpoints
from samklang.audit.checkpoints import CheckpointFault
from samklang.audit.verifying import record_faults


class Command(BaseCommand):
    """Refuses to vouch for a record that does not fit the checkpoint before."""

    help = "Write the record's newest number and seal to a file, and by mail when that is set."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--accept",
            metavar="REASON",
            default="",
            help="begin anew though the record does not fit, as after a restored backup",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            before = checkpoints.newest()
        except CheckpointFault as error:
            raise CommandError(str(error)) from error
        faults = list(record_faults(before))
        if faults and not options["accept"]:
            raise CommandError("\n".join([*faults, "No checkpoint was written; see --accept."]))
        made = checkpoints.present(reason=options["accept"])
        try:
            checkpoints.keep(made)
        except CheckpointFault as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Entry {made.number}, seal {made.seal}: {checkpoints.checkpoint_file()}")
