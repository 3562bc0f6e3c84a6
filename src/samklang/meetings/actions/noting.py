"""What the minutes say of an item: two may write at once, and no words are lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from samklang.common.lifecycle import MoveNotAllowed
from samklang.meetings import notes
from samklang.meetings.actions.locking import Conflict
from samklang.meetings.actions.locking import told as recorded
from samklang.meetings.lifecycle import MinutesState
from samklang.meetings.models import (
    AgendaItem,
    DecisionClause,
    EarlierNote,
    Minutes,
    PersonalNote,
)
from samklang.meetings.written import ClauseWords, NoteWords
from samklang.organizations.api import Acting

SITTING = timedelta(minutes=10)
_ASIDE = 1000


@dataclass(frozen=True, slots=True)
class Kept:
    """An item as it was kept, with the clause that each written row became."""

    item: AgendaItem
    rows: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a writer began from: how often the item was written then, and in which page."""

    count: int
    page: str = ""


@transaction.atomic
def write_item(item: AgendaItem, words: NoteWords, *, by: Acting, seen: Seen) -> Kept:
    """Write down what the minutes say of the item.

    Raises Conflict when somebody has written it since, unless that was the same page: an answer
    that never arrived is no reason to stop. What another wrote, or an earlier sitting, is kept.
    """
    fresh = _open(item)
    is_own_page = bool(seen.page) and fresh.written_in == seen.page
    if fresh.written_count != seen.count and not is_own_page:
        raise Conflict(f"item {fresh.pk} was written {fresh.written_count} times, not {seen.count}")
    standing = notes.noted(fresh)
    if notes.without_blanks(words) == notes.without_blanks(standing):
        return Kept(fresh, tuple(one.pk for one in words.clauses))
    goes_on = _goes_on(fresh, by, timezone.now())
    if not goes_on:
        _keep(fresh, standing)
    _say(fresh, words, by, seen.page)
    rows = _put_clauses(fresh, words.clauses)
    _put_persons(fresh, words)
    if not goes_on:
        recorded("minutes.written", fresh.meeting, by=by, what=str(fresh))
    return Kept(fresh, rows)


@transaction.atomic
def set_aside(item: AgendaItem, words: NoteWords, *, by: Acting) -> AgendaItem:
    """Keep what somebody wrote and then gave up for what another had written."""
    fresh = _open(item)
    if said := notes.told(words):
        EarlierNote.objects.create(
            item=fresh, text=said, written_by=by.user, written_at=timezone.now()
        )
        recorded("minutes.set_aside", fresh.meeting, by=by, what=str(fresh))
    return fresh


def _open(item: AgendaItem) -> AgendaItem:
    """Take the minutes and the item for writing, unless the minutes are closed meanwhile."""
    minutes = Minutes.objects.select_for_update().filter(meeting=item.meeting_id).first()
    if minutes is None or minutes.state != MinutesState.WRITING:
        raise MoveNotAllowed(f"the minutes of meeting {item.meeting_id} are not open")
    return (
        AgendaItem.objects.select_for_update(of=("self",)).select_related("meeting").get(pk=item.pk)
    )


def _goes_on(item: AgendaItem, by: Acting, now: datetime) -> bool:
    """Whether it is the same person within one sitting."""
    if item.written_at is None or item.written_by_id != by.user.pk:
        return False
    same_day = timezone.localdate(item.written_at) == timezone.localdate(now)
    return same_day and now - item.written_at <= SITTING


def _keep(item: AgendaItem, standing: NoteWords) -> None:
    said = notes.told(standing)
    if said and item.written_by_id and item.written_at:
        EarlierNote.objects.create(
            item=item, text=said, written_by_id=item.written_by_id, written_at=item.written_at
        )


def _say(item: AgendaItem, words: NoteWords, by: Acting, page: str) -> None:
    item.text, item.outcome = words.text, words.outcome
    item.written_count += 1
    item.written_by, item.written_at, item.written_in = by.user, timezone.now(), page
    item.save(
        update_fields=[
            "text", "outcome", "written_count", "written_by", "written_at", "written_in",
        ]
    )  # fmt: skip


def _put_clauses(item: AgendaItem, rows: Iterable[ClauseWords]) -> tuple[int | None, ...]:
    """Let each row be what it says: what was proposed stays beside it, also when not adopted."""
    rows = list(rows)
    there = {one.pk: one for one in item.clauses.all()}
    listed = {one.pk for one in rows}
    left = [one for one in there.values() if one.pk not in listed]
    # A row that was saved without the page having heard of it is the same row.
    spare = {one.wording: one for one in left if not one.proposed}
    put: list[DecisionClause | None] = []
    for row in rows:
        known = there.get(row.pk or 0) or spare.pop(row.wording, None)
        put.append(_said(known or DecisionClause(item=item), row))
    kept = [one for one in put if one is not None]
    kept += [_not_adopted(one) for one in left if one.proposed]
    item.clauses.exclude(pk__in=[one.pk for one in kept if one.pk]).delete()
    item.clauses.update(position=F("position") + _ASIDE)
    for position, clause in enumerate(kept):
        clause.position = position
        clause.save()
    return tuple(one.pk if one else None for one in put)


def _said(clause: DecisionClause, row: ClauseWords) -> DecisionClause | None:
    clause.wording, clause.is_standard = row.wording, row.is_standard and bool(row.wording)
    return clause if clause.wording or clause.proposed else None


def _not_adopted(clause: DecisionClause) -> DecisionClause:
    clause.wording, clause.is_standard = "", False
    return clause


def _put_persons(item: AgendaItem, words: NoteWords) -> None:
    item.personal_notes.all().delete()
    PersonalNote.objects.bulk_create(
        PersonalNote(item=item, position=place, kind=one.kind, person=one.person, text=one.text)
        for place, one in enumerate(words.persons)
    )
