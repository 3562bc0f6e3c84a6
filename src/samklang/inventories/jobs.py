"""The background job that reads a batch, and how it is taken up again after a stop."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.files import File as Content
from django.core.files.uploadedfile import UploadedFile
from django.db import DataError, transaction
from django_tasks import task

from samklang.documents.api import FileFault, Sandbox
from samklang.inventories import actions, unpacking
from samklang.inventories.models import Batch, Reading
from samklang.inventories.room import BATCH_SECONDS
from samklang.organizations.api import Acting, Organization, Partnership

CHILD = "samklang.inventories.sandboxed:answer"
ARCHIVE, CRASHED = "archive", "crashed"
# NUL as JSON escapes it; after an odd backslash the same signs are what somebody wrote.
_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")
Reader = Sandbox[str]
_log = logging.getLogger(__name__)


@task()
def read_batch(batch_id: int) -> None:
    """Read the batch’s files one by one, each to its end before the next."""
    read_until(batch_id, monotonic() + BATCH_SECONDS)


def read_until(batch_id: int, until: float) -> None:
    """Read until nothing waits or the time is out; what is left then is set aside and says so."""
    with Sandbox(CHILD, str, readable=all_folders()) as sandbox:
        read_within(sandbox, batch_id, until)
    if monotonic() >= until:
        actions.stop_batch(batch_id)


def read_within(sandbox: Reader, batch_id: int, until: float) -> None:
    while monotonic() < until and (reading := actions.take_next(batch_id)) is not None:
        _read_one(sandbox, reading, until)


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


def all_folders() -> tuple[str, ...]:
    return tuple(sorted(str(path) for path in Path(settings.SAMKLANG_PACKS_DIR).glob("*/reading")))


def reading_folders(partnership: Partnership | None = None) -> tuple[str, ...]:
    """Return the packs’ words for the reader: the county’s own, or those of every pack."""
    if partnership is None:
        return all_folders()
    packs = Path(settings.SAMKLANG_PACKS_DIR)
    country, code = partnership.country, partnership.code
    own = (packs / name / "reading" for name in (country, code, f"{country}-{code}"))
    return tuple(str(path) for path in own if path.is_dir())


def _read_one(sandbox: Reader, reading: Reading, until: float) -> None:
    """Read one file to its end; whatever it provokes, the next one is read."""
    try:
        with _opened(reading) as file:
            _read(sandbox, file, reading, until)
    except FileFault as fault:
        actions.set_aside(reading, fault.code, fault.details)
    except (OSError, ValueError, LookupError, TypeError, DataError) as error:
        _log.error("reading %s: %s", reading.pk, type(error).__name__)
        actions.set_aside(reading, CRASHED, {})


def _opened(reading: Reading) -> Content[bytes]:
    if reading.file is None:
        raise FileFault("not_found")
    return reading.file.content.open("rb")


def _read(sandbox: Reader, file: Content[bytes], reading: Reading, until: float) -> None:
    folders = reading_folders(reading.organization.partnership)
    try:
        told = sandbox.run("read", reading.name, folders, file=file)
    except FileFault as fault:
        if fault.code != ARCHIVE:
            raise
        unpacking.unpack(sandbox, file, reading, until)
    else:
        actions.finish(reading, _parsed(told))


def _parsed(told: str) -> dict[str, Any]:
    """Read the child’s answer; databases take no NUL in a text."""
    parsed: dict[str, Any] = json.loads(_NUL.sub(r"\1", told))
    return parsed
