"""`samklang seat USERNAME ORGANIZATION ROLE`: let somebody act for an organization from today."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from samklang.accounts.models import User
from samklang.audit.api import record
from samklang.organizations.api import Organization, Role, put_seat


class Command(BaseCommand):
    """Gives a user a role in an organization; what they see and may do follows from it."""

    help = "Let a user act for an organization from today, as reader, editor, coordinator …"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("organization", help="the organization's code in the county's pack")
        parser.add_argument("role", choices=Role.values)
        parser.add_argument("--county", default=settings.SAMKLANG_PACK, help="the county's pack")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["username"], demo=False).first()
        if user is None:
            raise CommandError(
                f"There is no account {options['username']!r}. Make it with createsuperuser."
            )
        home = Organization.objects.filter(
            partnership__code=options["county"], code=options["organization"]
        ).first()
        if home is None:
            raise CommandError(f"{options['county']} has no {options['organization']!r}.")
        put_seat(user, home, role=options["role"], from_date=timezone.localdate())
        record(
            "membership.given",
            user,
            by=None,
            partnership_id=home.partnership_id,
            organization_id=home.pk,
            role=options["role"],
        )
        self.stdout.write(f"{user} is {options['role']} in {home}.")
