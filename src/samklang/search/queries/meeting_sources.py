"""What can be found of bodies, of their meetings, and of what they have decided.

Attachments are not searched, nor who was there: the one may be secret, the other is about people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import QuerySet

from samklang.decisions.api import Decision
from samklang.meetings.api import (
    AgendaItem,
    DecisionClause,
    Matter,
    Meeting,
    PersonalNote,
    Presenter,
)
from samklang.organizations.api import Body, Charter
from samklang.search.models import Kind, Wall
from samklang.search.queries.source import Ids, Source, chosen, each


def bodies(ids: Ids) -> Iterator[Source]:
    charters: dict[int, list[str]] = defaultdict(list)
    for body, *said in chosen(Charter.objects.all(), ids, "body").values_list(
        "body_id", "title", "text"
    ):
        charters[body] += said
    for one in chosen(Body.objects.order_by("pk"), ids):
        said = "\n".join((one.short_name, one.purpose, *charters[one.pk]))
        place = one.partnership_id
        yield Source(Kind.BODY, one.pk, one.name, said, Wall.PARTNERSHIP, place, place)


def matters(ids: Ids) -> Iterator[Source]:
    rows = chosen(Matter.objects.order_by("pk"), ids)
    for pk, title, place in each(rows.values_list("pk", "title", "partnership_id")):
        yield Source(Kind.MATTER, pk, title, "", Wall.MATTER, pk, place)


def meetings(ids: Ids) -> Iterator[Source]:
    rows = chosen(Meeting.objects.select_related("body").order_by("pk"), ids)
    for one in each(rows):
        said = "\n".join((one.place, one.chair, one.secretary, one.body.short_name))
        place = one.partnership_id
        yield Source(Kind.MEETING, one.pk, str(one), said, Wall.MEETING, one.pk, place)


def items(ids: Ids) -> Iterator[Source]:
    """Yield what an agenda says: heading, who presents, what is proposed."""
    said = _of_items(chosen(DecisionClause.objects.all(), ids, "item"), "proposed")
    for one in each(chosen(Presenter.objects.all(), ids, "item")):
        said[one.item_id].append(str(one))
    rows = chosen(AgendaItem.objects.order_by("pk"), ids)
    shown = ("pk", "title", "meeting_id", "meeting__partnership_id", "meeting__body__name")
    for pk, title, meeting, place, body in each(rows.values_list(*shown)):
        text = "\n".join((body, *said[pk]))
        yield Source(Kind.ITEM, pk, title, text, Wall.MEETING, meeting, place)


def minutes(ids: Ids) -> Iterator[Source]:
    """Yield what was said and decided, item by item; it stands behind a wall of its own.

    Who did not agree is left out: it is found by what they said.
    """
    said = _of_items(chosen(DecisionClause.objects.all(), ids, "item"), "wording")
    notes = _of_items(chosen(PersonalNote.objects.all(), ids, "item"), "text")
    rows = chosen(AgendaItem.objects.order_by("pk"), ids)
    shown = rows.values_list("pk", "text", "meeting_id", "meeting__partnership_id")
    for pk, text, meeting, place in each(shown):
        whole = "\n".join(filter(None, (text, *said[pk], *notes[pk])))
        if whole:
            yield Source(Kind.MINUTES, pk, "", whole, Wall.MINUTES, meeting, place)


def _of_items(rows: QuerySet[Any, Any], column: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for item, said in each(rows.values_list("item_id", column)):
        found[item].append(said)
    return found


def decisions(ids: Ids) -> Iterator[Source]:
    rows = chosen(Decision.objects.standing().order_by("decided_date", "pk"), ids)
    shown = ("pk", "wording", "paragraph", "source", "body__name", "partnership_id")
    for pk, *said, place in each(rows.values_list(*shown)):
        yield Source(Kind.DECISION, pk, "", "\n".join(said), Wall.PARTNERSHIP, place, place)


def named_by_body(ids: Collection[int]) -> dict[str, set[int]]:
    """Return what else says the names of the bodies."""
    of = {
        Kind.MEETING: Meeting.objects.filter(body__in=ids),
        Kind.ITEM: AgendaItem.objects.filter(meeting__body__in=ids),
        Kind.DECISION: Decision.objects.filter(body__in=ids),
    }
    return {kind: set(rows.order_by().values_list("pk", flat=True)) for kind, rows in of.items()}
