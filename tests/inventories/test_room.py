"""A batch, a ZIP and an organization have room for so much; what is over says why, file by file."""

from __future__ import annotations

import json
import random
from io import StringIO
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from samklang.documents.api import File, Sandbox
from samklang.inventories import actions, jobs, room
from samklang.inventories.lifecycle import State
from samklang.inventories.models import Reading
from tests.inventories import desk

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def faults(readings: list[Reading]) -> list[tuple[str, str]]:
    return [(one.name, one.fault) for one in readings]


def texts(count: int) -> dict[str, bytes]:
    return {f"{number}.txt": f"Dokument {number}".encode() for number in range(count)}


def test_what_does_not_fit_in_the_organizations_quota_is_refused_and_the_small_one_kept(
    settings: Any, client: Client
) -> None:
    settings.SAMKLANG_QUOTA_MB = 1
    lund = desk.desk()
    client.force_login(lund.ester)
    large = desk.upload("stor.txt", b"Text. " * 200_000)

    batch = lund.hand_in(large, desk.text_file())

    refused, kept = batch.readings.all()
    assert (refused.fault, refused.file, kept.state) == ("quota", None, State.WAITING)
    shown = client.get(refused.get_absolute_url()).content.decode()
    assert "Din organisation har 0 MB filer här och får ha 1 MB" in shown


def test_one_organizations_quota_is_not_anothers(settings: Any) -> None:
    settings.SAMKLANG_QUOTA_MB = 1
    lund = desk.desk()
    lund.hand_in(desk.upload("a.txt", b"Text. " * 150_000))
    File.objects.update(organization=lund.region)
    Reading.objects.update(organization=lund.region)

    assert lund.hand_in(desk.upload("b.txt", b"Mera. " * 150_000)).readings.get().fault == ""


def test_a_batch_has_room_for_so_many_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert room.MAX_BATCH == 500 * 1024 * 1024
    monkeypatch.setattr(room, "MAX_BATCH", 15)
    lund = desk.desk()

    batch = lund.hand_in(*(desk.upload(name, content) for name, content in texts(3).items()))

    assert faults(list(batch.readings.all())) == [
        ("0.txt", ""),
        ("1.txt", "batch_too_large"),
        ("2.txt", "batch_too_large"),
    ]


def test_the_files_in_a_zip_count_and_the_rest_of_them_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert room.MAX_FILES == 500
    monkeypatch.setattr(room, "MAX_FILES", 3)
    lund = desk.desk()

    readings = lund.read(desk.zip_file("paket.zip", texts(4)))

    assert faults(readings) == [
        ("paket.zip", ""),
        ("0.txt", ""),
        ("1.txt", ""),
        ("2.txt", "too_many_files"),
        ("3.txt", "too_many_files"),
    ]


def test_on_the_command_line_a_zip_has_as_much_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samklang.inventories.walking.MAX_FILES", 1)
    (tmp_path / "a.zip").write_bytes(desk.zipped(texts(2)))
    (tmp_path / "b.txt").write_bytes(desk.text_file().read())
    written = StringIO()

    call_command("read", "--json", str(tmp_path), stdout=written)

    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    assert [line.get("fault") for line in lines] == [None, "too_many_files", None]


def test_when_the_time_is_out_the_rest_is_set_aside_and_can_be_read_again(client: Client) -> None:
    lund = desk.desk()
    client.force_login(lund.ester)
    batch = lund.hand_in(desk.text_file("a.txt"), desk.text_file("b.txt", ("Protokoll",)))

    jobs.read_until(batch.pk, monotonic())

    late = batch.readings.get(name="a.txt")
    assert faults(list(batch.readings.all())) == [
        ("a.txt", "out_of_time"),
        ("b.txt", "out_of_time"),
    ]
    client.post(reverse("inventories:read_again", args=[late.pk]))
    jobs.read_batch.call(batch.pk)
    late.refresh_from_db()
    assert late.state == State.READ


def test_a_zip_that_is_stopped_by_the_time_goes_on_where_it_was(client: Client) -> None:
    lund = desk.desk()
    client.force_login(lund.ester)
    batch = lund.hand_in(desk.zip_file("paket.zip", texts(2)))
    archive = batch.readings.get()
    with Sandbox(jobs.CHILD, str, readable=jobs.all_folders()) as sandbox:
        jobs._read_one(sandbox, actions.take_next(batch.pk) or archive, monotonic())

    archive.refresh_from_db()
    assert archive.fault == "out_of_time"
    client.post(reverse("inventories:read_again", args=[archive.pk]))
    jobs.read_batch.call(batch.pk)

    names = [one.name for one in batch.readings.exclude(pk=archive.pk)]
    assert names == ["0.txt", "1.txt"]


def test_a_large_member_comes_out_whole_in_pieces() -> None:
    lund = desk.desk()
    large = random.Random(9).randbytes(9 * 1024 * 1024)  # noqa: S311  not to be packed
    members = {"ljud.bin": large, "b.txt": b"Dokument"}

    _archive, first, second = lund.read(desk.zip_file("paket.zip", members))

    assert first.file is not None
    assert first.file.content.read() == large
    assert (first.fault, second.state) == ("wrong_type", State.READ)
