"""`samklang demo load|remove`: put the invented county in place, or take every trace of it away."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db.models import ProtectedError

from samklang.search.api import catch_up, rebuild
from samklang.setup import demo, packs, removal
from samklang.setup.entries import Demo
from samklang.setup.tables import PackError


class Command(BaseCommand):
    """Loads or removes everything invented; the county's own facts stay as they are."""

    help = "Load or remove the invented persons, agreements and answers of a demo county."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("act", choices=["load", "remove"])
        parser.add_argument("--pack", default=f"{settings.SAMKLANG_PACK}-demo")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            invented = packs.demo(options["pack"])
            self._load(invented) if options["act"] == "load" else self._remove(invented)
        except PackError as error:
            raise CommandError(str(error)) from error

    def _load(self, invented: Demo) -> None:
        if settings.SAMKLANG_PRODUCTION:
            raise CommandError("Nothing invented is loaded while SAMKLANG_PRODUCTION is set.")
        partnership = demo.load(invented)
        catch_up()
        self.stdout.write(f"{partnership.name} has its demo persons and demo agreements.")

    def _remove(self, invented: Demo) -> None:
        try:
            removed = removal.remove(invented)
        except ProtectedError as error:
            kept = ", ".join(sorted({str(row) for row in error.protected_objects}))
            raise CommandError(f"Nothing was removed: a real person uses {kept}.") from error
        rebuild()
        self.stdout.write(
            f"Removed {removed.persons} invented persons and {removed.agreements} agreements."
        )
        for title in removed.mixed:
            self.stdout.write(f"Look at “{title}”: real and invented persons both changed it.")
