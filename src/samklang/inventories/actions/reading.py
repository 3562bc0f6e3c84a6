"""What the background job does with each file, one short transaction at a time."""

from __future__ import annotations

from typing import Any

from django.core.files import File as Content
from django.db import transaction

from samklang.common.residents import without_personal_numbers
from samklang.documents.api import File, keep_text, likely_same, safe_name
from samklang.inventories.actions.receiving import add, refuse
from samklang.inventories.lifecycle import (
    FINISH,
    GIVE_BACK,
    LIFECYCLE,
    QUARANTINE,
    SET_ASIDE,
    TAKE,
    UNPACK,
    State,
)
from samklang.inventories.models import Reading
from samklang.inventories.room import Refusal

PERSONAL_NUMBER = "personal_identity_number"
STOPPED_TWICE = "stopped_twice"
OUT_OF_TIME = "out_of_time"
MOST_ATTEMPTS = 2


@transaction.atomic
def take_next(batch_id: int) -> Reading | None:
    """Take the batch’s next file, so that no other worker reads it."""
    waiting = Reading.objects.select_for_update(skip_locked=True, of=("self",))
    reading = (
        waiting.filter(batch=batch_id, state=State.WAITING)
        .select_related("batch", "file", "organization__partnership")
        .first()
    )
    if reading is None:
        return None
    reading.attempts += 1
    return _moved(reading, TAKE, "attempts")


@transaction.atomic
def finish(reading: Reading, told: dict[str, Any]) -> Reading:
    """Keep what the file was read to say; a person decides about one with a personal number."""
    reading = _locked(reading)
    reading.result = {**told["reading"], "format": told["format"]}
    extracted = told["extracted"]
    if reading.file is not None:
        text = keep_text(
            reading.file,
            extracted["text"],
            blocks=extracted["blocks"],
            page_count=extracted["page_count"],
            warnings=extracted["warnings"],
            read_as=told["format"],
        )
        reading.resembles = _resembled(reading, likely_same(text))
    personal = any(w["code"] == PERSONAL_NUMBER for w in reading.result["warnings"])
    return _moved(reading, QUARANTINE if personal else FINISH, "result", "resembles")


def _resembled(reading: Reading, file: File | None) -> Reading | None:
    """Return the first reading of the other file, which is how people know it."""
    return (
        Reading.objects.filter(organization=reading.organization_id, file=file).first()
        if file
        else None
    )


@transaction.atomic
def set_aside(reading: Reading, fault: str, details: dict[str, Any]) -> Reading:
    """Say why the file could not be read; it is kept, and the others go on."""
    reading = _locked(reading)
    reading.fault = fault
    reading.fault_details = {
        key: without_personal_numbers(str(value)) for key, value in details.items() if key != "name"
    }
    return _moved(reading, SET_ASIDE, "fault", "fault_details")


@transaction.atomic
def add_member(archive: Reading, name: str, content: Content[Any]) -> Reading:
    return add(archive.batch, safe_name(name), content, member_of=archive)


@transaction.atomic
def add_refused_member(archive: Reading, name: str, refusal: Refusal) -> Reading:
    return refuse(archive.batch, safe_name(name), refusal, sha256=archive.sha256, member_of=archive)


@transaction.atomic
def stop_batch(batch_id: int) -> int:
    """Set aside what still waits, because the batch has had its time; return how many."""
    waiting = Reading.objects.select_for_update(skip_locked=True)
    left = list(waiting.filter(batch=batch_id, state=State.WAITING))
    for reading in left:
        _moved(reading, TAKE)
        set_aside(reading, OUT_OF_TIME, {})
    return len(left)


@transaction.atomic
def unpacked(archive: Reading) -> Reading:
    return _moved(_locked(archive), UNPACK)


@transaction.atomic
def give_back_all() -> list[int]:
    """Let files that a stopped worker left behind be read again; return the batches that wait.

    Called when no worker is at work. A file that was being read each time is what stopped it.
    """
    left = Reading.objects.select_for_update().filter(state=State.READING)
    for reading in left:
        if reading.attempts >= MOST_ATTEMPTS:
            set_aside(reading, STOPPED_TWICE, {})
        else:
            _moved(reading, GIVE_BACK)
    waiting = Reading.objects.filter(state=State.WAITING)
    return sorted(set(waiting.values_list("batch_id", flat=True)))


def _locked(reading: Reading) -> Reading:
    return Reading.objects.select_for_update().get(pk=reading.pk)


def _moved(reading: Reading, move: str, *fields: str) -> Reading:
    reading.state = LIFECYCLE.after(move, in_state=reading.state)
    reading.save(update_fields=["state", "changed_at", *fields])
    return reading
