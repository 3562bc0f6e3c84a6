"""`samklang index`: make the index for searching anew from what it is of."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from samklang.search.actions import make_ready, rebuild


class Command(BaseCommand):
    """Nothing is lost by it: the index is a cache."""

    help = "Make the index for searching anew; changes find their way there by themselves."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.SAMKLANG_READ_ONLY:
            raise CommandError("Nothing is written while SAMKLANG_READ_ONLY is set.")
        make_ready()
        self.stdout.write(f"{rebuild()} things can be found.")
