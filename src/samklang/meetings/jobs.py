"""The background job that makes a pack, and how it is taken up again after a stop."""

from __future__ import annotations

import logging
from functools import partial

from django.db import DatabaseError, transaction
from django.utils import timezone, translation
from django_tasks import task

from samklang.common.trouble import ConverterDown
from samklang.documents.api import FileFault
from samklang.meetings import actions
from samklang.meetings.models import Meeting, Pack
from samklang.meetings.packing import Contents, built, contents
from samklang.organizations.api import Acting, readers_in

_log = logging.getLogger(__name__)


@task()
def make_pack(pack_id: int) -> None:
    """Make it for those who asked, as they may read now; what goes wrong is said on their page."""
    pack = actions.take_pack(pack_id)
    if pack is None:
        return
    try:
        _make(pack)
    except (ConverterDown, FileFault, OSError, ValueError, DatabaseError) as error:
        _log.error("pack %s: %s", pack.pk, type(error).__name__)
        actions.fail_pack(pack)


def _make(pack: Pack) -> None:
    today = timezone.localdate()
    acting = Acting(pack.asked_by, today, readers_in(pack.organization_ids, today=today))
    with translation.override(pack.language):
        found = contents(acting, pack.meeting)
        made = built(found, home=pack.home, on=today, tell=partial(_tell, pack))
    with made.archive:
        actions.finish_pack(pack, made)


def _tell(pack: Pack, done: int, total: int) -> None:
    actions.come_far(pack, done=done, total=total)


@transaction.atomic
def ask_for_pack(meeting: Meeting, found: Contents, *, home: str, by: Acting) -> Pack:
    """Queue a pack of what the user may read now, unless one like it is there."""
    language = translation.get_language() or "sv"
    asked = actions.Asked(found.mark, language, home)
    pack, is_new = actions.ask_for_pack(meeting, asked, by=by)
    if is_new:
        make_pack.enqueue(pack.pk)
    return pack


def resume_packs() -> int:
    """Take up what a stopped worker left behind; call it before a worker is started.

    Returns how many packs go on.
    """
    waiting = actions.give_packs_back()
    for pack_id in waiting:
        make_pack.enqueue(pack_id)
    return len(waiting)
