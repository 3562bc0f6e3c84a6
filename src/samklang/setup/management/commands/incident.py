"""`samklang incident FILE`: proof, versions, the record and the log, for whoever looks into it."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from samklang.setup.incident import bundle


class Command(BaseCommand):
    help = "Put together what an incident report needs: record, proof, versions, logs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the ZIP to make; it must not be there")
        parser.add_argument("--since", default="", help="YYYY-MM-DD; three days ago unless said")
        parser.add_argument("--log", type=Path, action="append", default=[], help="a log file")

    def handle(self, *args: Any, **options: Any) -> None:
        began = perf_counter()
        try:
            made = bundle(options["file"], since=_since(options["since"]), logs=options["log"])
        except FileExistsError as error:
            raise CommandError(f"{options['file']} is there already: name another.") from error
        seconds = perf_counter() - began
        self.stdout.write(
            f"{made.path}: {made.entry_count} entries of the record, "
            f"{made.fault_count} faults, in {seconds:.1f} s."
        )


def _since(text: str) -> datetime:
    if not text:
        return timezone.now() - timedelta(days=3)
    try:
        return timezone.make_aware(datetime.strptime(text, "%Y-%m-%d"))  # noqa: DTZ007  # local
    except ValueError as error:
        raise CommandError(f"{text} is no day: write it as 2026-11-27.") from error
