"""`samklang erase_person USERNAME`: take a person away, and let what they recorded stand."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from samklang.persons import actions, policies, queries
from samklang.persons.mentions import mentions
from samklang.persons.wording import column_name, kind_name


class Command(BaseCommand):
    """Asks the same leave as the page does; says where the name stays in organizations’ texts."""

    help = "Erase a person for good; decisions and history stand under a number."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--reason", choices=["left", "asked", "mistake"], required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        person = queries.find_by_username(options["username"])
        if person is None:
            raise CommandError(f"There is no account {options['username']!r}.")
        verdict = policies.can_erase(person, by=None, today=timezone.localdate())
        if not verdict:
            raise CommandError(f"Nobody was erased. {verdict.reason}")
        named = mentions(person)
        erased = actions.erase(person, by=None, reason=options["reason"])
        self.stdout.write(f"Erased: what they recorded stands as done by {erased}.")
        for one in named:
            place = f"{kind_name(one.model)}, {column_name(one.field)}"
            self.stdout.write(f"Named in text that the organizations keep: {place} ({one.count}).")
