"""How the installation is doing: what whoever runs it looks at, on a page and by a command."""

from __future__ import annotations

import platform
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path

import django
from django.conf import settings
from django.db import connection
from django.utils.formats import date_format
from django.utils.timesince import timesince
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.audit.api import CheckpointFault, checkpoint_faults, newest, refusal_count
from samklang.setup.backups import manifest
from samklang.setup.backups.manifest import BackupFault, Manifest
from samklang.setup.queue import queue

# A night's backup may be an hour or two late, never two nights.
NIGHTLY = timedelta(hours=26)
LONGEST_WAIT = timedelta(minutes=10)
_LEAST_SHARE, _LEAST_FREE = 0.1, 1_000_000_000
_UNITS = ("B", "kB", "MB", "GB", "TB")
_KILO = 1000


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that was looked at; `advice` says what to do when it is not as it should be.

    What is only told, like a version, is not `judged`.
    """

    name: str
    value: str
    advice: str = ""
    judged: bool = True

    @property
    def mark(self) -> str:
        return "outlives" if self.advice else "in-force"

    @property
    def symbol(self) -> str:
        return "warning" if self.advice else "in-force"

    @property
    def word(self) -> str:
        return _("Look at this") if self.advice else _("In order")


def readings(now: datetime) -> list[Reading]:
    return [
        _backup(now),
        _checkpoint(now),
        _queue(now),
        _disk(),
        _refusals(now),
        _mode(),
        *_versions(),
    ]


def newest_backup() -> Manifest | None:
    """Return the newest whole backup in the folder of backups; one that cannot be read is none."""
    found = []
    for path in Path(settings.SAMKLANG_BACKUPS).glob(f"*/{manifest.NAME}"):
        try:
            found.append(manifest.read(path.parent))
        except BackupFault:
            continue
    return max(found, key=lambda one: one.made, default=None)


def _backup(now: datetime) -> Reading:
    name, found = _("Newest backup"), newest_backup()
    if found is None:
        return Reading(name, _("None"), _("Run samklang backup, and do it every night."))
    size = _size(found.size)
    value = _("%(when)s (%(age)s ago), %(size)s") % {**_when(found.made, now), "size": size}
    late = now - found.made > NIGHTLY
    return Reading(name, value, _("Run samklang backup, and do it every night.") if late else "")


def _checkpoint(now: datetime) -> Reading:
    name = _("Newest checkpoint of the record")
    try:
        found = newest()
    except CheckpointFault as fault:
        return Reading(name, str(fault), _("Mend the file of checkpoints."))
    if found is None:
        return Reading(name, _("None"), _("Run samklang checkpoint, and do it every day."))
    value = _("%(when)s (%(age)s ago), entry %(number)s") % {
        **_when(found.taken, now),
        "number": found.number,
    }
    if any(checkpoint_faults(found)):
        return Reading(name, value, _("The record does not fit it: run samklang verify."))
    late = now - found.taken > NIGHTLY
    return Reading(name, value, _("Run samklang checkpoint, and do it every day.") if late else "")


def _queue(now: datetime) -> Reading:
    found = queue()
    value = _("%(waiting)s waiting, %(running)s running, %(failed)s failed") % {
        "waiting": found.waiting,
        "running": found.running,
        "failed": found.failed,
    }
    advice = ""
    if found.oldest and now - found.oldest > LONGEST_WAIT:
        age = timesince(found.oldest, now)
        advice = _("The oldest has waited %(age)s: is the worker running?") % {"age": age}
    elif found.failed:
        advice = _("Look in the log for the jobs that failed.")
    return Reading(_("Background jobs"), value, advice)


def _disk() -> Reading:
    use = shutil.disk_usage(settings.STATE_DIR)
    value = _("%(free)s free of %(total)s") % {"free": _size(use.free), "total": _size(use.total)}
    short = use.free < _LEAST_FREE or use.free < use.total * _LEAST_SHARE
    return Reading(_("Disk"), value, _("Make room before it is full.") if short else "")


def _refusals(now: datetime) -> Reading:
    count = refusal_count(since=now - timedelta(days=1))
    value = ngettext("%(n)s in the last day", "%(n)s in the last day", count) % {"n": count}
    return Reading(_("Refused pages and failed sign-ins"), value, judged=False)


def _mode() -> Reading:
    if settings.SAMKLANG_READ_ONLY:
        advice = _("Unset SAMKLANG_READ_ONLY when the work is done.")
        return Reading(_("Mode"), _("Only reading"), advice)
    return Reading(_("Mode"), _("Reading and writing"))


def _versions() -> Iterator[Reading]:
    yield Reading("Samklang", version("samklang"), judged=False)
    yield Reading("Python", platform.python_version(), judged=False)
    yield Reading("Django", django.get_version(), judged=False)
    if connection.vendor == "sqlite":
        yield Reading("SQLite", sqlite3.sqlite_version, judged=False)
        return
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        yield Reading("PostgreSQL", str(cursor.fetchone()[0]), judged=False)


def _when(moment: datetime, now: datetime) -> dict[str, str]:
    when = date_format(localtime(moment), "Y-m-d H:i")
    return {"when": when, "age": timesince(moment, now)}


def _size(count: float) -> str:
    for unit in _UNITS[:-1]:
        if count < _KILO:
            return f"{count:.0f} {unit}"
        count /= _KILO
    return f"{count:.1f} {_UNITS[-1]}"
