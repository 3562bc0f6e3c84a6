"""A pack of papers from when somebody asks for it until it is cleared away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import IO

from django.core.files import File as Content
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from samklang.audit.api import record
from samklang.meetings.lifecycle import FAIL, FINISH, GIVE_BACK, PACK_LIFECYCLE, TAKE, PackState
from samklang.meetings.models import Meeting, Pack, PackPaper, rights_of
from samklang.organizations.api import Acting

MOST_ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks for: papers as they are now (`mark`), in a language, from an address."""

    mark: str
    language: str
    home: str


@dataclass(frozen=True, slots=True)
class Made:
    """A pack as it was built: its files, which attachments are in it, and what to know of it."""

    mark: str
    pdf: bytes
    archive: IO[bytes]
    page_count: int
    papers: tuple[int, ...]
    remarks: tuple[dict[str, str], ...] = ()


@transaction.atomic
def ask_for_pack(meeting: Meeting, asked: Asked, *, by: Acting) -> tuple[Pack, bool]:
    """Return the pack that is on its way or made already, or a new one, and whether it is new."""
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    there = Pack.objects.visible_to(by).filter(meeting=meeting).exclude(state=PackState.FAILED)
    found = there.filter(mark=asked.mark, language=asked.language).first()
    if found is not None:
        return found, False
    pack = Pack.objects.create(
        meeting=meeting,
        rights=rights_of(by),
        mark=asked.mark,
        language=asked.language,
        home=asked.home,
        asked_by=by.user,
    )
    return pack, True


@transaction.atomic
def take_pack(pack_id: int) -> Pack | None:
    """Take it, so that no other worker makes it; none when there is nothing to do."""
    waiting = Pack.objects.select_for_update(of=("self",)).select_related("meeting", "asked_by")
    pack = waiting.filter(pk=pack_id, state=PackState.WAITING).first()
    if pack is None:
        return None
    pack.state = PACK_LIFECYCLE.after(TAKE, in_state=pack.state)
    pack.attempts += 1
    pack.total = pack.done = 0
    pack.save(update_fields=["state", "attempts", "total", "done"])
    return pack


def come_far(pack: Pack, *, done: int, total: int) -> None:
    """Say how many of its parts are done."""
    Pack.objects.filter(pk=pack.pk).update(done=done, total=total)


@transaction.atomic
def finish_pack(pack: Pack, made: Made) -> Pack:
    """Keep its files; those made before for the same readers have served."""
    fresh = Pack.objects.select_for_update().get(pk=pack.pk)
    fresh.state = PACK_LIFECYCLE.after(FINISH, in_state=fresh.state)
    fresh.mark, fresh.page_count, fresh.remarks = made.mark, made.page_count, list(made.remarks)
    fresh.made_at, fresh.done = timezone.now(), fresh.total
    fresh.pdf.save(f"{fresh.pk}.pdf", ContentFile(made.pdf), save=False)
    fresh.archive.save(f"{fresh.pk}.zip", Content(made.archive), save=False)
    fresh.save()
    PackPaper.objects.bulk_create(PackPaper(pack=fresh, attachment=one) for one in made.papers)
    earlier = Pack.objects.filter(meeting=fresh.meeting_id, rights=fresh.rights, pk__lt=fresh.pk)
    _clear(earlier.exclude(state__in=(PackState.WAITING, PackState.MAKING)))
    record(
        "pack.made",
        fresh,
        by=fresh.asked_by,
        partnership_id=fresh.meeting.partnership_id,
        pages=made.page_count,
    )
    return fresh


@transaction.atomic
def fail_pack(pack: Pack) -> None:
    fresh = Pack.objects.select_for_update().filter(pk=pack.pk).first()
    if fresh is not None:
        fresh.state = PACK_LIFECYCLE.after(FAIL, in_state=fresh.state)
        fresh.save(update_fields=["state"])


@transaction.atomic
def give_packs_back() -> list[int]:
    """Let those that a stopped worker had taken wait again; one that stopped it twice has failed.

    Returns all that wait.
    """
    for pack in Pack.objects.select_for_update().filter(state=PackState.MAKING):
        move = FAIL if pack.attempts >= MOST_ATTEMPTS else GIVE_BACK
        pack.state = PACK_LIFECYCLE.after(move, in_state=pack.state)
        pack.save(update_fields=["state"])
    return list(Pack.objects.filter(state=PackState.WAITING).values_list("pk", flat=True))


@transaction.atomic
def weed_packs(*, before: datetime) -> int:
    """Clear away those that were asked for before then; they can be made again."""
    return _clear(Pack.objects.filter(asked_at__lt=before))


def clear_packs_of(meeting: Meeting) -> None:
    """Clear away what was gathered of a meeting that is no more."""
    _clear(Pack.objects.filter(meeting=meeting))


def _clear(packs: Iterable[Pack]) -> int:
    count = 0
    for pack in packs:
        for file in (pack.pdf, pack.archive):
            if file.name:
                transaction.on_commit(partial(_delete, file, file.name))
        pack.delete()
        count += 1
    return count


def _delete(file: FieldFile, name: str) -> None:
    file.storage.delete(name)
