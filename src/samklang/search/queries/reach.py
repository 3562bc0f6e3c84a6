"""Which walls a reader is let through: each context’s own `visible_to`, asked at every question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef

from samklang.agreements.api import Agreement, decided_among, open_moments
from samklang.audit.api import revision
from samklang.common import unchanged
from samklang.common.lean import numbers
from samklang.library.api import LawBook
from samklang.meetings.api import Matter, Meeting, Minutes
from samklang.organizations.api import Acting
from samklang.search.models import Wall
from samklang.sharing.api import WHOLE

_NOTHING = "1 = 0"
# How a draft that somebody has shared stood at that moment.
_STOOD = "d.stands_from <= %s AND (d.stands_until IS NULL OR d.stands_until > %s)"


@dataclass(frozen=True, slots=True)
class Reach:
    """What one reader may see, as a condition that a document `d` must fulfil.

    Whoever may see nothing gets nothing. `lent` are the drafts that others have shared with the
    reader, as they stood then, and `decided` the editions that no longer are drafts.
    """

    condition: str
    parameters: tuple[Any, ...]
    lent: frozenset[int]
    decided: frozenset[int]


def reach(acting: Acting) -> Reach:
    """Return how far the reader reaches: the same until the county, the day or a seat changes."""
    state = [(one, revision(one)) for one in sorted(acting.partnership_ids)]
    return unchanged.kept(lambda: _reach(acting), "reach", state, acting.marks)


def _reach(acting: Acting) -> Reach:
    moments = open_moments(acting)
    lent = {pk: until for pk, until in moments.items() if until != WHOLE}
    named = Agreement.objects.visible_to(acting).named_to(acting).order_by()
    countries = {seat.organization.partnership.country for seat in acting.seats}
    books = LawBook.objects.filter(country__in=countries).order_by()
    hidden = Minutes.objects.hidden_from(acting).filter(meeting=OuterRef("pk"))
    seen = Meeting.objects.visible_to(acting).order_by().annotate(shut=Exists(hidden))
    meetings = dict(seen.values_list("pk", "shut"))
    matters = Matter.objects.visible_to(acting).order_by()
    parts = (
        _within(Wall.EDITION, moments.keys() - lent.keys(), "d.stands_until IS NULL"),
        *(_within(Wall.EDITION, [pk], _STOOD) for pk in lent),
        _within(Wall.AGREEMENT, named.values_list("pk", flat=True)),
        _within(Wall.PARTNERSHIP, acting.partnership_ids),
        _within(Wall.LAW_BOOK, books.values_list("pk", flat=True)),
        _within(Wall.MEETING, meetings),
        _within(Wall.MINUTES, (pk for pk, shut in meetings.items() if not shut)),
        _within(Wall.MATTER, matters.values_list("pk", flat=True)),
    )
    stored = connection.ops.adapt_datetimefield_value
    return Reach(
        condition=f"({' OR '.join(filter(None, parts)) or _NOTHING})",
        parameters=tuple(stored(until) for until in lent.values() for _twice in range(2)),
        lent=frozenset(lent),
        decided=frozenset(decided_among(moments, on=acting.today)),
    )


def _within(wall: Wall, ids: Iterable[int], when: str = "") -> str:
    """Return the condition that lets these be seen; none where there are none, which is sooner."""
    if not (found := list(ids)):
        return ""
    also = f" AND {when}" if when else ""
    return f"(d.wall = '{wall.value}' AND d.wall_id IN ({numbers(found)}){also})"
