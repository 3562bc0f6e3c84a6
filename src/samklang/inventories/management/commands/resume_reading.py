"""Takes up what a stopped worker left behind; run it before a worker is started."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from samklang.inventories.jobs import resume_reading
from samklang.meetings.api import resume_packs


class Command(BaseCommand):
    help = "Queue again the readings and packs that were interrupted. Run before a worker starts."

    def handle(self, *_args: object, **_options: object) -> None:
        count = resume_reading()
        packs = resume_packs()
        self.stdout.write(f"{count} batches and {packs} packs go on.")
