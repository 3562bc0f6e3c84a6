"""Takes up the reading that a stopped worker left behind; run it before a worker is started."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from samklang.inventories.jobs import resume_reading


class Command(BaseCommand):
    help = "Queue again the batches whose reading was interrupted. Run before a worker starts."

    def handle(self, *_args: object, **_options: object) -> None:
        count = resume_reading()
        self.stdout.write(f"{count} batches go on.")
