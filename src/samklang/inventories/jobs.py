"""The background job that reads a batch, and how it is taken up again after a stop."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django_tasks import task

from samklang.documents.api import FileFault, Sandbox
from samklang.inventories import actions
from samklang.inventories.models import Batch, Reading
from samklang.organizations.api import Acting, Organization, Partnership

CHILD = "samklang.inventories.sandboxed:answer"
ARCHIVE = "archive"
Reader = Sandbox[str]


@task()
def read_batch(batch_id: int) -> None:
    """Read the batch’s files one by one, each to its end before the next."""
    with Sandbox(CHILD, str) as sandbox:
        while (reading := actions.take_next(batch_id)) is not None:
            _read_one(sandbox, reading)


@transaction.atomic
def receive(
    files: Iterable[UploadedFile[bytes]], *, organization: Organization, by: Acting
) -> Batch:
    """Take in the files and queue the reading of them."""
    batch = actions.receive(files, organization=organization, by=by)
    read_batch.enqueue(batch.pk)
    return batch


@transaction.atomic
def read_again(reading: Reading, *, by: Acting) -> Reading:
    reading = actions.read_again(reading, by=by)
    read_batch.enqueue(reading.batch_id)
    return reading


def resume_reading() -> int:
    """Take up what a stopped worker left behind; call it before a worker is started.

    Returns how many batches go on.
    """
    waiting = actions.give_back_all()
    for batch_id in waiting:
        read_batch.enqueue(batch_id)
    return len(waiting)


def reading_folders(partnership: Partnership | None = None) -> tuple[str, ...]:
    """Return the packs’ words for the reader: the county’s own, or those of every pack."""
    packs = Path(settings.SAMKLANG_PACKS_DIR)
    if partnership is None:
        return tuple(sorted(str(path) for path in packs.glob("*/reading")))
    country, code = partnership.country, partnership.code
    own = (packs / name / "reading" for name in (country, code, f"{country}-{code}"))
    return tuple(str(path) for path in own if path.is_dir())


def _read_one(sandbox: Reader, reading: Reading) -> None:
    folders = reading_folders(reading.organization.partnership)
    path = reading.file.content.path if reading.file else ""
    try:
        told = sandbox.run("read", path, reading.name, 0, folders)
    except FileFault as fault:
        if fault.code == ARCHIVE:
            _unpack(sandbox, reading, path)
        else:
            actions.set_aside(reading, fault.code, fault.details)
    else:
        actions.finish(reading, _parsed(told))


def _unpack(sandbox: Reader, archive: Reading, path: str) -> None:
    """Take the files out one at a time, going on after those that came out before a stop."""
    index = archive.members.count()
    try:
        while told := sandbox.run("fetch_member", path, archive.name, index, ()):
            _add_member(archive, json.loads(told))
            index += 1
    except FileFault as fault:
        actions.set_aside(archive, fault.code, fault.details)
    else:
        _unpacked(archive, index)


def _unpacked(archive: Reading, count: int) -> None:
    """A ZIP with nothing but a system’s own leavings is as good as empty."""
    if count:
        actions.unpacked(archive)
    else:
        actions.set_aside(archive, "empty", {})


def _add_member(archive: Reading, member: dict[str, Any]) -> None:
    if "fault" in member:
        actions.add_refused_member(archive, member["name"], member["fault"], member["details"])
    else:
        actions.add_member(archive, member["name"], base64.b64decode(member["content"]))


def _parsed(told: str) -> dict[str, Any]:
    """Read the child’s answer; databases take no NUL in a text."""
    parsed: dict[str, Any] = json.loads(told.replace("\\u0000", ""))
    return parsed
