"""`samklang tidy`: take away what has outlived its reason; run it every night."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from samklang.setup.tidying import tidy


class Command(BaseCommand):
    """Says what each rule took away, and ends with 1 when one could not be followed."""

    help = "Take away what has outlived its reason: docs/topics/retention.md lists it."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.SAMKLANG_READ_ONLY:
            raise CommandError("Nothing is taken away while SAMKLANG_READ_ONLY is set.")
        outcomes = tidy(timezone.now())
        for one in outcomes:
            self.stdout.write(f"{one.rule}: {one.fault or one.count}")
        faults = sum(bool(one.fault) for one in outcomes)
        if faults:
            raise CommandError(f"Rules that could not be followed: {faults}.")
