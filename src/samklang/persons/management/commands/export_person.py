"""`samklang export_person USERNAME`: everything that is held about one person, as a ZIP."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from samklang.persons import actions, queries
from samklang.persons.package import NAME, package


class Command(BaseCommand):
    """The same copy as the person gets under My account; that it was made is in the record."""

    help = "Write everything held about a person to a ZIP file: one part to read, one as JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--to", type=Path, default=Path(f"{NAME}.zip"), help="a new file")

    def handle(self, *args: Any, **options: Any) -> None:
        person = queries.find_by_username(options["username"])
        if person is None:
            raise CommandError(f"There is no account {options['username']!r}.")
        path: Path = options["to"]
        with override(settings.LANGUAGE_CODE):
            content = package(actions.hand_out(person, by=None, now=timezone.now()))
        try:
            with path.open("xb") as file:
                path.chmod(0o600)
                file.write(content)
        except FileExistsError as error:
            raise CommandError(f"{path} is there already. Choose another with --to.") from error
        self.stdout.write(f"{path}: everything held about {person}. Give it to them only.")
