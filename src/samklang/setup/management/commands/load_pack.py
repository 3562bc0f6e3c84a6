"""`samklang load_pack CODE`: put a county's facts in place from its pack."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from samklang.search.api import catch_up
from samklang.setup import loading, packs
from samklang.setup.tables import PackError


class Command(BaseCommand):
    """Loads a county pack; running it again changes nothing that people have mended."""

    help = "Put a county's parties, bodies, areas and agreements in place from its pack."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("pack", help="the pack's code, which is the name of its folder")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            partnership = loading.load(packs.county(options["pack"]))
        except PackError as error:
            raise CommandError(str(error)) from error
        catch_up()
        self.stdout.write(f"{partnership.name} is in place.")
