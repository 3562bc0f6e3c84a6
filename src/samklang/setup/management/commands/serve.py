"""`samklang serve`: everything that is needed to use the county in a browser."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from functools import partial
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils.translation import gettext as _
from django.utils.translation import override

from samklang.accounts.models import User
from samklang.accounts.queries import demo_persons
from samklang.inventories.api import resume_reading
from samklang.meetings.api import resume_packs
from samklang.setup import demo, loading, packs
from samklang.setup.backups.making import keep_before_migrating
from samklang.setup.backups.manifest import BackupFault
from samklang.setup.serving import (
    CannotServe,
    Services,
    is_answering,
    require_free,
    task_worker,
    web_server,
)
from samklang.setup.tables import PackError


class Command(BaseCommand):
    """Prepares the database and the static files, then runs the server and a worker."""

    help = "Prepare everything, then run the web server and one background worker."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="127.0.0.1", help="address to bind to")
        parser.add_argument("--demo", action="store_true", help="with invented persons and data")

    def handle(self, *args: Any, **options: Any) -> None:
        host, port, with_demo = options["host"], options["port"], options["demo"]
        if with_demo and settings.SAMKLANG_PRODUCTION:
            raise CommandError("--demo is refused while SAMKLANG_PRODUCTION is set.")
        try:
            require_free(host, port)
            if not settings.SAMKLANG_READ_ONLY:
                self._prepare(with_demo=with_demo)
        except (CannotServe, PackError, BackupFault) as error:
            raise CommandError(str(error)) from error
        services = Services(
            server=web_server(host, port),
            worker=None if settings.SAMKLANG_READ_ONLY else task_worker(),
            environment={"SAMKLANG_DEMO": "1"} if with_demo else {},
            before_worker=_take_up_reading,
        )
        sys.exit(
            services.run(partial(self._welcome, host, port), partial(is_answering, host, port))
        )

    def _prepare(self, *, with_demo: bool) -> None:
        settings.STATE_DIR.mkdir(parents=True, exist_ok=True)
        if (kept := keep_before_migrating()) is not None:
            self.stdout.write(_("The database is brought up to date; it is kept in %s.") % kept)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        if with_demo:
            demo.load(packs.demo(f"{settings.SAMKLANG_PACK}-demo"))
        else:
            loading.load(packs.county(settings.SAMKLANG_PACK))

    def _welcome(self, host: str, port: int) -> None:
        persons = list(demo_persons())
        connections.close_all()
        with override("sv"):
            self._say(persons, f"http://{host}:{port}/")
        with override("en"):
            self._say([], f"http://{host}:{port}/")
        self.stdout.flush()

    def _say(self, persons: list[User], address: str) -> None:
        self.stdout.write(_("Samklang is at %s. Stop with Ctrl-C.") % address)
        if persons:
            self.stdout.write(_("Sign in with one click as somebody invented:"))
        for person in persons:
            self.stdout.write(f"  {person.name}, {person.last_name}")


def _take_up_reading() -> None:
    resume_reading()
    resume_packs()
    connections.close_all()
