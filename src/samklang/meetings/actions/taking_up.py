"""What another body has sent on is put on the agenda of the one that is to decide it."""

from __future__ import annotations

from django.db import transaction

from samklang.common.lifecycle import MoveNotAllowed
from samklang.decisions.api import Decision
from samklang.meetings import queries
from samklang.meetings.actions.agenda import add_item
from samklang.meetings.actions.locking import open_for_writing, told
from samklang.meetings.models import AgendaItem, Meeting
from samklang.meetings.written import ItemWords
from samklang.organizations.api import Acting

_LONGEST_TITLE = 300


@transaction.atomic
def take_up(decision: Decision, *, at: Meeting, by: Acting) -> AgendaItem:
    """Put it last on the agenda, with its wording as what is proposed.

    The item goes on with the matter that the first body decided about; where that one is not
    known to the county, it begins one.
    """
    fresh = open_for_writing(at)
    if decision not in queries.waiting_for(by, fresh):
        raise MoveNotAllowed(f"decision {decision.pk} does not wait for meeting {fresh.pk}")
    matter = queries.matter_behind(decision)
    words = ItemWords(
        matter.title if matter else _title(decision.wording),
        ("for_decision",),
        matter=matter,
        proposals=(" ".join(decision.wording.split()),),
    )
    item = add_item(fresh, words, under=None, by=by, seen=fresh.version)
    item.takes_up = decision
    item.save(update_fields=["takes_up"])
    told("agenda.taken_up", fresh, by=by, what=item.title, body=decision.body.name)
    return item


def _title(wording: str) -> str:
    """Call it what is to be decided, without the word that every clause begins with."""
    words = " ".join(wording.split()).removeprefix("att ").strip() or wording
    short = words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1]}…"
    return short[:1].upper() + short[1:]
