"""What is on the agenda: added, changed, moved and removed; the numbers follow."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F, Max

from samklang.common.lifecycle import MoveNotAllowed
from samklang.meetings.actions.locking import forget_unused_matters, open_for_writing, written
from samklang.meetings.models import (
    MOST_ITEMS,
    AgendaItem,
    DecisionClause,
    Matter,
    Meeting,
    Presenter,
)
from samklang.meetings.models.kinds import KINDS
from samklang.meetings.numbering import Block, blocks, moved, numbered
from samklang.meetings.written import ItemWords, PresenterWords
from samklang.organizations.api import Acting

# Further than any agenda is long: where rows wait while they change places.
_ASIDE = 100_000


class AgendaFull(MoveNotAllowed):
    """The agenda has as many items as one can have."""


@transaction.atomic
def add_item(
    meeting: Meeting, words: ItemWords, *, under: AgendaItem | None, by: Acting, seen: int
) -> AgendaItem:
    """Put an item last on the agenda, or last under another one’s number."""
    fresh = open_for_writing(meeting, seen=seen)
    if fresh.items.count() >= MOST_ITEMS:
        raise AgendaFull(f"meeting {fresh.pk} has {MOST_ITEMS} items")
    item = AgendaItem(meeting=fresh, position=_ASIDE - 1, is_break=words.is_break)
    _say(item, words)
    put_presenters(item, words.presenters)
    _put_proposals(item, words.proposals)
    there = blocks(fresh.items.exclude(pk=item.pk))
    home = next((one for one in there if under and one[0].pk == under.pk), None)
    if home is None:
        there.append([item])
    else:
        home.append(item)
    _renumber(fresh, there)
    written("agenda.item_added", fresh, by=by, what=item.title)
    return item


@transaction.atomic
def change_item(item: AgendaItem, words: ItemWords, *, by: Acting, seen: int) -> AgendaItem:
    fresh = open_for_writing(item.meeting, seen=seen)
    item = fresh.items.get(pk=item.pk)
    _say(item, words)
    item.presenters.all().delete()
    put_presenters(item, words.presenters)
    _put_proposals(item, words.proposals)
    written("agenda.item_changed", fresh, by=by, what=item.title)
    return item


@transaction.atomic
def move_item(item: AgendaItem, *, up: bool, by: Acting) -> Meeting:
    """Let the item change places with the one before or after it, with those under it."""
    fresh = open_for_writing(item.meeting)
    _renumber(fresh, moved(blocks(fresh.items.all()), item, up=up))
    written("agenda.item_moved", fresh, by=by, what=item.title)
    return fresh


@transaction.atomic
def remove_item(item: AgendaItem, *, by: Acting) -> Meeting:
    """Take the item off; those under it get a number of their own, its papers become the whole’s.

    A matter goes with the last item that points to it. What minutes say of an item keeps it there.
    """
    fresh = open_for_writing(item.meeting)
    if fresh.items.filter(pk=item.pk, written_count__gt=0).exists():
        raise MoveNotAllowed(f"minutes are written of item {item.pk}")
    title, gone = item.title, item.pk
    there = blocks(fresh.items.all())
    left: list[Block] = []
    for block in there:
        kept = [one for one in block if one.pk != gone]
        left += [kept] if block[0].pk != gone else [[one] for one in kept]
    fresh.items.filter(pk=gone).delete()
    forget_unused_matters()
    _renumber(fresh, left)
    written("agenda.item_removed", fresh, by=by, what=title)
    return fresh


def put_presenters(item: AgendaItem, presenters: Iterable[PresenterWords]) -> None:
    Presenter.objects.bulk_create(
        Presenter(
            item=item,
            name=one.name,
            title=one.title,
            organization_name=one.organization_name,
            position=position,
        )
        for position, one in enumerate(one for one in presenters if one.name)
    )


def _put_proposals(item: AgendaItem, proposals: tuple[str, ...] | None) -> None:
    """Let the agenda propose these; a proposal that something was adopted of stays as it was."""
    if proposals is None:
        return
    adopted = item.clauses.exclude(wording="")
    stays = set(adopted.values_list("proposed", flat=True))
    item.clauses.filter(wording="").delete()
    last = adopted.aggregate(last=Max("position"))["last"]
    first = 0 if last is None else last + 1
    DecisionClause.objects.bulk_create(
        DecisionClause(item=item, position=first + place, proposed=one)
        for place, one in enumerate(one for one in proposals if one not in stays)
    )


def _say(item: AgendaItem, words: ItemWords) -> None:
    item.title, item.is_standing = words.title, words.is_standing
    item.planned_minutes = words.minutes
    for kind in KINDS:
        setattr(item, kind, kind in words.kinds)
    item.matter = None if words.is_standing else words.matter or _matter_of(item)
    item.save()


def _matter_of(item: AgendaItem) -> Matter | None:
    """Keep the matter that is the item’s own, or make one of its title; a heading has none."""
    own = item.matter
    if own is not None and not own.items.exclude(pk=item.pk).exists():
        return own
    if not item.kinds:
        return None
    return Matter.objects.create(partnership_id=item.meeting.partnership_id, title=item.title)


def _renumber(meeting: Meeting, order: list[Block]) -> None:
    """Give every row its place; first all step aside, since two never share a place."""
    meeting.items.update(position=F("position") + _ASIDE, number=None, letter="")
    items = list(numbered(order))
    AgendaItem.objects.bulk_update(items, ["position", "number", "letter"])
