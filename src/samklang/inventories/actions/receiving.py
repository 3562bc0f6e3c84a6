"""How files come in: each is kept as it is, or refused at the door with its reason."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from django.core.files import File as Content
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from samklang.audit.api import record
from samklang.documents.api import keep, safe_name
from samklang.inventories.lifecycle import State
from samklang.inventories.models import Batch, Reading
from samklang.inventories.room import Refusal, Room
from samklang.organizations.api import Acting, Organization

ALREADY_READ = "already_read"
# A file that could not be read may be tried again; any other reading of it stands.
_STANDING = tuple(state for state in State if state != State.SET_ASIDE)


@transaction.atomic
def receive(
    files: Iterable[UploadedFile[bytes]], *, organization: Organization, by: Acting
) -> Batch:
    """Take in the files; what one of them is does not stop the others."""
    batch = Batch.objects.create(organization=organization, received_by=by.user)
    room = Room.of(batch)
    for file in files:
        _receive_one(batch, file, room)
    record(
        "batch.received",
        batch,
        by=by.user,
        organization_id=organization.pk,
        files=batch.readings.count(),
    )
    return batch


def _receive_one(batch: Batch, file: UploadedFile[bytes], room: Room) -> None:
    name, size = safe_name(file.name or ""), file.size or 0
    refusal = room.refusal(size)
    if refusal:
        refuse(batch, name, refusal, sha256=_hash(file))
    else:
        add(batch, name, file)
        room.take(size)


def add(
    batch: Batch, name: str, content: Content[Any], *, member_of: Reading | None = None
) -> Reading:
    """Keep the bytes and queue them, unless the organization has read the same bytes before."""
    organization = batch.organization
    file = keep(
        name, content, format=_suffix(name), by=batch.received_by, organization=organization
    )
    earlier = Reading.objects.filter(
        organization=organization, sha256=file.sha256, state__in=_STANDING
    ).first()
    return Reading.objects.create(
        batch=batch,
        organization=organization,
        name=name,
        sha256=file.sha256,
        file=file,
        member_of=member_of,
        duplicate_of=earlier,
        state=State.SET_ASIDE if earlier else State.WAITING,
        fault=ALREADY_READ if earlier else "",
    )


def refuse(
    batch: Batch, name: str, refusal: Refusal, *, sha256: str, member_of: Reading | None = None
) -> Reading:
    """Keep nothing of the file but its name, its hash and why."""
    return Reading.objects.create(
        batch=batch,
        organization=batch.organization,
        name=name,
        sha256=sha256,
        member_of=member_of,
        state=State.SET_ASIDE,
        fault=refusal.fault,
        fault_details=refusal.details,
    )


def _hash(file: UploadedFile[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return digest.hexdigest()


def _suffix(name: str) -> str:
    """What the file calls itself, only to hand it out again; what it is, its content says."""
    return PurePosixPath(name).suffix.lower().lstrip(".")[:10]
