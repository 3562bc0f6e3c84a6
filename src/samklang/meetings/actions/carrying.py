"""Matters that were not done are taken on to the body’s next meeting."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from samklang.meetings.actions.agenda import add_item, remove_item
from samklang.meetings.actions.locking import locked
from samklang.meetings.lifecycle import OPEN
from samklang.meetings.models import AgendaItem, Meeting
from samklang.meetings.written import ItemWords, PresenterWords
from samklang.organizations.api import Acting


@transaction.atomic
def carry_on(items: Iterable[AgendaItem], *, to: Meeting, by: Acting) -> int:
    """Put each matter last on the later agenda, once; return how many.

    What a meeting that is still to be held had is moved from it; what one that has been held had
    stands there as it was.
    """
    count = 0
    there = set(to.items.exclude(matter=None).values_list("matter", flat=True))
    for item in items:
        if item.matter_id not in there:
            added = add_item(to, _words(item), under=None, by=by, seen=locked(to).version)
            added.takes_up = item.takes_up
            added.save(update_fields=["takes_up"])
            count += 1
        if item.meeting.state in OPEN and not item.written_count:
            remove_item(item, by=by)
    return count


def _words(item: AgendaItem) -> ItemWords:
    presenters = tuple(
        PresenterWords(one.name, one.title, one.organization_name) for one in item.presenters.all()
    )
    proposals = tuple(one.proposed for one in item.clauses.all() if one.proposed)
    return ItemWords(
        item.title,
        tuple(item.kinds),
        presenters,
        matter=item.matter,
        proposals=proposals,
        minutes=item.planned_minutes,
    )
