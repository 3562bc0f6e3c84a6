"""Those who run the installation see at once what to look at, on a page and by a command.

Seen red: with each threshold taken away the warning is missing; with `require` left out of the
view an editor sees the page (tests/architecture/test_access.py).
"""

from __future__ import annotations

import shutil
from collections import namedtuple
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries

from samklang.audit.api import keep, present, record, record_refusal
from samklang.organizations.models import Role
from samklang.setup import operations
from samklang.setup.backups import manifest
from samklang.setup.backups.manifest import KeptFile, Manifest
from tests import cast
from tests.architecture.test_access import show_the_second_step

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
Usage = namedtuple("Usage", "total used free")  # as shutil has it


@pytest.fixture(autouse=True)
def _own_folders(settings: Any, tmp_path: Path) -> None:
    settings.SAMKLANG_BACKUPS = str(tmp_path / "backups")
    settings.SAMKLANG_CHECKPOINTS = str(tmp_path / "checkpoints.jsonl")


def told(name: str) -> operations.Reading:
    return next(one for one in operations.readings(NOW) if one.name == name)


def backup(made: datetime, name: str = "one") -> Path:
    folder = Path(str(settings.SAMKLANG_BACKUPS)) / name
    kept = KeptFile("database.sqlite3", "0" * 64, 2_500_000)
    manifest.write(
        Manifest(1, made.isoformat(), "0.1.0", "sqlite", kept, {}, (), (), (0, ""), 1.0), folder
    )
    return folder


def job(status: str, *, waited: timedelta = timedelta()) -> None:
    made = DBTaskResult.objects.create(
        status=status,
        task_path="samklang.inventories.jobs.read_batch",
        args_kwargs={"args": [], "kwargs": {}},
        backend_name="default",
        exception_class_path="",
        traceback="",
        worker_ids=[],
    )
    DBTaskResult.objects.filter(pk=made.pk).update(enqueued_at=NOW - waited)


def test_without_a_backup_and_a_checkpoint_both_are_asked_for() -> None:
    assert told("Senaste säkerhetskopia").advice
    assert told("Senaste kontrollpunkt för loggen").advice


def test_the_newest_whole_backup_is_told_with_its_age_and_size() -> None:
    backup(NOW - timedelta(days=9), "old")
    backup(NOW - timedelta(hours=3), "new")
    (backup(NOW, "broken") / "manifest.sha256").write_text("x")

    found = told("Senaste säkerhetskopia")

    assert (found.advice, found.word) == ("", "I ordning")
    assert "3\xa0timmar" in found.value
    assert "2 MB" in found.value


def test_a_backup_that_is_two_nights_old_is_late() -> None:
    backup(NOW - timedelta(hours=27))

    assert told("Senaste säkerhetskopia").word == "Se över"


def test_a_checkpoint_is_told_until_it_is_late_or_does_not_fit() -> None:
    record("agreement.edited", cast.agreement(), by=None)
    fits = present()
    for checkpoint_at, number, fine in (
        (NOW, 1, True),
        (NOW - timedelta(days=2), 1, False),
        (NOW, 9, False),
    ):
        keep(type(fits)(number, fits.seal, checkpoint_at.isoformat(), fits.key_mark))
        assert bool(told("Senaste kontrollpunkt för loggen").advice) is not fine


def test_a_file_of_checkpoints_that_cannot_be_read_is_told(settings: Any) -> None:
    Path(settings.SAMKLANG_CHECKPOINTS).write_text("x\n")

    assert told("Senaste kontrollpunkt för loggen").advice


def test_jobs_that_wait_too_long_or_have_failed_are_told() -> None:
    job(TaskResultStatus.READY, waited=timedelta(minutes=1))
    assert told("Bakgrundsjobb").value == "1 väntar, 0 pågår, 0 misslyckades"
    assert not told("Bakgrundsjobb").advice

    job(TaskResultStatus.FAILED)
    assert "misslyckades" in told("Bakgrundsjobb").advice

    job(TaskResultStatus.READY, waited=timedelta(minutes=11))
    assert "bakgrundsarbetaren" in told("Bakgrundsjobb").advice


def test_a_disk_that_is_nearly_full_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for free, fine in ((500, True), (50, False)):
        usage = Usage(1000 * 10**9, 0, free * 10**9)
        monkeypatch.setattr(shutil, "disk_usage", lambda _path, usage=usage: usage)
        assert bool(told("Disk").advice) is not fine


def test_refusals_of_the_last_day_are_counted() -> None:
    record_refusal("access.denied", target_kind="page", target_id=0, by=None)
    name = "Nekade sidor och misslyckade inloggningar"
    now = timezone.now()

    counts = [
        next(one.value for one in operations.readings(at) if one.name == name)
        for at in (now, now + timedelta(days=2))
    ]

    assert counts == ["1 det senaste dygnet", "0 det senaste dygnet"]


def test_read_only_mode_is_told(settings: Any) -> None:
    settings.SAMKLANG_READ_ONLY = True

    assert told("Läge").advice


def test_the_command_ends_with_a_fault_when_something_asks_for_care(capsys: Any) -> None:
    with pytest.raises(CommandError, match="To look at"):
        call_command("status")
    assert "! Senaste säkerhetskopia" in capsys.readouterr().out

    backup(timezone.now())
    keep(present())
    call_command("status")


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_shows_the_same_in_so_many_statements(
    count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(count):
        job(TaskResultStatus.READY)
        record_refusal("access.denied", target_kind="page", target_id=0, by=None)
    client = Client()
    client.force_login(cast.person("adam", Role.ADMINISTRATOR))
    show_the_second_step(client)

    with django_assert_max_num_queries(7):
        page = client.get(reverse("setup:status")).content.decode()

    assert "Senaste säkerhetskopia" in page
    assert f"{count} väntar" in page
    assert reverse("setup:status") in client.get(reverse("portal:about")).content.decode()


def test_only_administrators_have_the_link() -> None:
    client = Client()
    client.force_login(cast.person("siri"))

    assert reverse("setup:status") not in client.get(reverse("portal:about")).content.decode()
