"""`samklang status`: how the installation is doing, one line for each thing."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from samklang.setup.operations import readings


class Command(BaseCommand):
    """Ends with 1 when something should be looked at, so that a supervisor can ask it."""

    help = "Newest backup and checkpoint, background jobs, disk, mode and versions."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        found = readings(timezone.now())
        width = max(len(one.name) for one in found)
        for one in found:
            mark = "!" if one.advice else " "
            self.stdout.write(f"{mark} {one.name:{width}}  {one.value}  {one.advice}".rstrip())
        asking = sum(bool(one.advice) for one in found)
        if asking:
            raise CommandError(f"To look at: {asking}.")
