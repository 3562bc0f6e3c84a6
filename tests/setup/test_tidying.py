"""What has outlived its reason is taken away, what is decided never, and each rule for itself.

Seen red: with each rule doing nothing, with each limit moved so that the younger went too, with a
fault in one rule let through, with the newest backups taken, and with the entry left out.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from samklang.agreements.models import EditionFile
from samklang.audit.api import record_faults
from samklang.audit.models import Entry
from samklang.common.models import SentForm
from samklang.documents.api import File, keep
from samklang.inventories.lifecycle import State
from samklang.inventories.models import Batch, Reading
from samklang.organizations.actions import invite, withdraw
from samklang.organizations.models import Invitation, Role
from samklang.setup import tidying
from samklang.setup.backups import manifest
from samklang.setup.backups.manifest import KeptFile, Manifest
from samklang.setup.backups.stored import names_in
from samklang.setup.tidying import tidy
from tests import cast

NOW = timezone.now()


def days(count: float) -> datetime:
    return NOW - timedelta(days=count)


def counted() -> dict[str, int]:
    outcomes = tidy(NOW)
    assert {one.fault for one in outcomes} == {""}
    return {one.rule: one.count for one in outcomes if one.count}


def put_away(name: str, *, on: datetime) -> Reading:
    home = cast.organization()
    anna = cast.person("anna")
    file = keep(name, name.encode(), format="text", by=anna, organization=home)
    batch = Batch.objects.create(organization=home, received_by=anna)
    made = Reading.objects.create(
        batch=batch,
        organization=home,
        name=name,
        sha256=file.sha256,
        file=file,
        state=State.REJECTED,
        rejected_as="notes",
        result={"facts": []},
    )
    Reading.objects.filter(pk=made.pk).update(changed_at=on)
    return made


@pytest.mark.django_db
def test_a_sign_in_that_is_over_leaves_nothing() -> None:
    client, gone = Client(), Client()
    client.force_login(cast.person("anna"))
    gone.force_login(cast.person("bo"))
    Session.objects.filter(pk=gone.session.session_key).update(expire_date=days(0.1))
    UserSession.objects.create(
        user=cast.person("bo"), session_key=gone.session.session_key, ip="10.0.0.1"
    )

    assert counted()["sessions"] == 2
    assert client.get(reverse("accounts:account")).status_code == 200
    assert not UserSession.objects.filter(user__username="bo").exists()


@pytest.mark.django_db
def test_forms_and_jobs_go_after_thirty_days() -> None:
    for age in (29, 31):
        made = SentForm.objects.create(user_id=1, key=f"{age}", digest="")
        SentForm.objects.filter(pk=made.pk).update(sent_at=days(age))
        for status in (TaskResultStatus.SUCCESSFUL, TaskResultStatus.READY):
            DBTaskResult.objects.create(
                status=status,
                task_path="samklang.inventories.jobs.read_batch",
                args_kwargs={"args": [], "kwargs": {}},
                backend_name="default",
                run_after=days(age),
                finished_at=days(age) if status == TaskResultStatus.SUCCESSFUL else None,
                exception_class_path="",
                traceback="",
            )

    assert counted() == {"sent_forms": 1, "jobs": 1}
    assert DBTaskResult.objects.filter(status=TaskResultStatus.READY).count() == 2


@pytest.mark.django_db
def test_counted_tries_go_when_their_time_is_over() -> None:
    put = "INSERT INTO accounts_tries (cache_key, value, expires) VALUES (%s, '', %s)"
    with connection.cursor() as cursor:
        for key, when in (("gone", days(0.1)), ("counting", NOW + timedelta(minutes=5))):
            cursor.execute(put, [key, connection.ops.adapt_datetimefield_value(when)])

    assert counted() == {"tries": 1}


@pytest.mark.django_db
def test_an_invitation_goes_a_month_after_it_is_over_and_history_goes_on() -> None:
    home, chief = cast.organization(), cast.person("chief", Role.ADMINISTRATOR)

    def made(name: str) -> Invitation:
        words: dict[str, Any] = {"email": f"{name}@x.example", "role": Role.READER}
        return invite(home, name=name, until_date=None, by=chief, now=NOW, **words)[0]

    run_out, fresh, withdrawn, lately = made("Run"), made("Fresh"), made("With"), made("Late")
    Invitation.objects.filter(pk=run_out.pk).update(expires_at=days(31))
    withdraw(withdrawn, by=chief, now=NOW)
    withdraw(lately, by=chief, now=NOW)
    Invitation.objects.filter(pk=withdrawn.pk).update(withdrawn_at=days(31))

    assert counted() == {"invitations": 2}
    assert set(Invitation.objects.all()) == {fresh, lately}
    client = Client()
    client.force_login(chief)
    shown = client.get(reverse("organizations:history", args=[home.pk])).content.decode()
    assert "bjöd in någon" in shown


@pytest.mark.django_db(transaction=True)
def test_put_away_files_stay_unless_the_plan_says_how_long(settings: Any) -> None:
    old, young = put_away("gammal.txt", on=days(400)), put_away("ny.txt", on=days(300))
    assert counted() == {}
    settings.SAMKLANG_PUT_AWAY_DAYS = 365

    assert counted() == {"put_away": 1}
    old.refresh_from_db()
    assert (old.file, old.result, old.name, old.rejected_as) == (
        None,
        None,
        "gammal.txt",
        "notes",
    )
    assert list(names_in()) == [young.file.content.name if young.file else ""]
    assert Entry.objects.get(verb="reading.weeded").target_id == old.pk
    assert list(record_faults()) == []


@pytest.mark.django_db(transaction=True)
def test_a_file_that_something_decided_stands_on_is_never_taken(settings: Any) -> None:
    settings.SAMKLANG_PUT_AWAY_DAYS = 365
    reading = put_away("avtal.txt", on=days(400))
    file = reading.file
    assert file is not None
    EditionFile.objects.create(edition=cast.in_force(cast.agreement()), file=file)

    counted()

    assert File.objects.filter(pk=file.pk).exists()
    assert default_storage.exists(str(file.content.name))


@pytest.mark.django_db
def test_a_file_without_a_row_goes_after_a_day_and_is_named() -> None:
    kept = keep("a.txt", b"a", format="text", by=None, organization=cast.organization())
    for name, age in (("received/old", 2), ("received/new", 0.5)):
        default_storage.save(name, ContentFile(b"half"))
        moment = days(age).timestamp()
        os.utime(default_storage.path(name), (moment, moment))
    os.utime(kept.content.path, (0, 0))

    assert counted() == {"stray_files": 1}
    assert set(names_in()) == {kept.content.name, "received/new"}
    assert Entry.objects.get(verb="retention.stray_file_removed").details == {
        "name": "received/old"
    }


@pytest.mark.django_db
def test_the_newest_whole_backups_are_left(settings: Any, tmp_path: Path) -> None:
    settings.SAMKLANG_BACKUPS = str(tmp_path)
    kept = KeptFile("database.sqlite3", "0" * 64, 1)
    for day in range(1, 6):
        made = datetime(2026, 11, day, tzinfo=UTC).isoformat()
        listed = Manifest(1, made, "0.1.0", "sqlite", kept, {}, (), (), (0, ""), 1.0)
        manifest.write(listed, tmp_path / f"{day}")
    (tmp_path / "1" / manifest.SIDE).write_text("damaged")
    assert counted() == {}
    settings.SAMKLANG_BACKUPS_KEPT = 2

    assert counted() == {"backups": 2}
    # The first is not whole: somebody should look at it.
    assert {path.name for path in tmp_path.iterdir()} == {"1", "4", "5"}


@pytest.mark.django_db
def test_what_went_is_one_entry_and_nothing_is_none() -> None:
    tidy(NOW)
    assert not Entry.objects.exists()
    made = SentForm.objects.create(user_id=1, key="1", digest="")
    SentForm.objects.filter(pk=made.pk).update(sent_at=days(31))

    tidy(NOW)

    entry = Entry.objects.get()
    assert (entry.verb, entry.details) == ("retention.tidied", {"sent_forms": 1})


@pytest.mark.django_db
def test_one_rule_that_cannot_be_followed_keeps_none_of_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_now: datetime) -> int:
        raise DatabaseError("the disk is full")

    rules: dict[str, Callable[[datetime], int]] = {"sessions": broken}
    monkeypatch.setattr(tidying, "RULES", {**tidying.RULES, **rules})
    made = SentForm.objects.create(user_id=1, key="1", digest="")
    SentForm.objects.filter(pk=made.pk).update(sent_at=days(31))

    with pytest.raises(CommandError, match="could not be followed: 1"):
        call_command("tidy")

    told = capsys.readouterr().out
    assert "sessions: DatabaseError: the disk is full" in told
    assert "sent_forms: 1" in told


@pytest.mark.django_db
def test_nothing_is_taken_away_while_only_reading(settings: Any) -> None:
    settings.SAMKLANG_READ_ONLY = True

    with pytest.raises(CommandError, match="SAMKLANG_READ_ONLY"):
        call_command("tidy")


def test_every_rule_is_in_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "docs/topics/retention.md").read_text("utf-8")

    assert {rule for rule in tidying.RULES if f"`{rule}`" not in page} == set()
    assert settings.SAMKLANG_BACKUPS_KEPT == 0
