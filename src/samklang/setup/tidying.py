"""Takes away what has outlived its reason: never what is decided, and nothing in silence."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult

from samklang.audit.api import record_upkeep
from samklang.common.models import SentForm
from samklang.common.once import KEPT as FORMS_KEPT
from samklang.inventories.api import weed_put_away
from samklang.meetings.api import weed_packs
from samklang.organizations.api import weed_invitations
from samklang.setup.backups import manifest
from samklang.setup.backups.manifest import BackupFault
from samklang.setup.backups.stored import names_in, stored_files

_LOG = logging.getLogger(__name__)
JOBS_KEPT = INVITATIONS_KEPT = timedelta(days=30)
# Made of what is kept elsewhere, so that they can be made again.
PACKS_KEPT = timedelta(days=7)
# A file comes before its row: what is younger may be on its way.
STRAYS_KEPT = timedelta(days=1)
_TRIES = "DELETE FROM accounts_tries WHERE expires < %s"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rule did: how many went, or why it could not."""

    rule: str
    count: int = 0
    fault: str = ""


Rule = Callable[[datetime], int]


def tidy(now: datetime) -> list[Outcome]:
    """Try every rule for itself; write down what went, in one entry."""
    outcomes = [_tried(name, rule, now) for name, rule in RULES.items()]
    counts = {one.rule: one.count for one in outcomes if one.count}
    if counts:
        record_upkeep("retention.tidied", **counts)
    return outcomes


def _tried(name: str, rule: Rule, now: datetime) -> Outcome:
    try:
        with transaction.atomic():
            return Outcome(name, rule(now))
    except Exception as error:  # one rule's trouble is no reason to skip the rest
        _LOG.exception("the rule %s could not be followed", name)
        return Outcome(name, fault=f"{type(error).__name__}: {error}")


def _sessions(now: datetime) -> int:
    """Sign-ins that are over, and the notes of where they were."""
    over, _kinds = Session.objects.filter(expire_date__lt=now).delete()
    live = Session.objects.values("session_key")
    notes, _kinds = UserSession.objects.exclude(session_key__in=live).delete()
    return int(over + notes)


def _sent_forms(now: datetime) -> int:
    return SentForm.objects.filter(sent_at__lt=now - FORMS_KEPT).delete()[0]


def _tries(now: datetime) -> int:
    """Counted tries at signing in whose time is over."""
    with connection.cursor() as cursor:
        cursor.execute(_TRIES, [connection.ops.adapt_datetimefield_value(now)])
        return int(cursor.rowcount)


def _jobs(now: datetime) -> int:
    over = DBTaskResult.objects.filter(finished_at__lt=now - JOBS_KEPT)
    return int(over.delete()[0])


def _invitations(now: datetime) -> int:
    return weed_invitations(over_before=now - INVITATIONS_KEPT)


def _packs(now: datetime) -> int:
    return weed_packs(before=now - PACKS_KEPT)


def _put_away(now: datetime) -> int:
    """Only where the authority’s plan says after how many days; else they are kept."""
    days = settings.SAMKLANG_PUT_AWAY_DAYS
    return weed_put_away(before=now - timedelta(days=days)) if days else 0


def _stray_files(now: datetime) -> int:
    """Files that a kill left without a row; `verify` names them until then."""
    known = {one.name for one in stored_files()}
    strays = [name for name in names_in() if name not in known]
    old = [name for name in strays if default_storage.get_modified_time(name) < now - STRAYS_KEPT]
    for name in old:
        record_upkeep("retention.stray_file_removed", name=name)
        default_storage.delete(name)
    return len(old)


def _backups(_now: datetime) -> int:
    """The oldest whole ones; what is not whole is left to be looked at."""
    if not settings.SAMKLANG_BACKUPS_KEPT:
        return 0
    found = sorted(_whole_backups(), reverse=True)
    surplus = found[settings.SAMKLANG_BACKUPS_KEPT :]
    for _made, folder in surplus:
        shutil.rmtree(folder)
    return len(surplus)


def _whole_backups() -> list[tuple[datetime, Path]]:
    found = []
    for path in Path(settings.SAMKLANG_BACKUPS).glob(f"*/{manifest.NAME}"):
        try:
            found.append((manifest.read(path.parent).made, path.parent))
        except BackupFault:
            continue
    return found


RULES: dict[str, Rule] = {
    "sessions": _sessions,
    "sent_forms": _sent_forms,
    "tries": _tries,
    "jobs": _jobs,
    "invitations": _invitations,
    "put_away": _put_away,
    "packs": _packs,
    "stray_files": _stray_files,
    "backups": _backups,
}
