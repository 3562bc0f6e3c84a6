"""The editions of a county that can decide how it stands on a day, with all that is recorded.

The newest edition of each agreement comes first. When it is in force nothing older decides
anything, so older ones are asked for only where it is not; and of those, one that has ended and
that a later one has followed stays in the database. So the answer does not grow with the years.
What is left out here must be left out by `standing.standings` too; a test compares.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connection

from samklang.agreements.models import Adoption, Edition
from samklang.agreements.standing import Dated, EditionRow, dated
from samklang.agreements.validity import Event
from samklang.common.lean import numbers, rows

# Plain SQL, since this is asked for every look at a county. What is recorded of an edition comes
# as one text: the driver spends more on each value of each row than on all else.
_STATEMENT = """
SELECT edition.id, edition.agreement_id, edition.number, edition.begun_date, edition.stage,
    '[' || coalesce(CAST((
        SELECT {list}({one}(event.id, event.kind, event.first_date, event.last_date,
            event.years, event.decided_last_date, event.quote))
        FROM agreements_validityevent event
        WHERE event.edition_id = edition.id AND event.undone_at IS NULL
    ) AS text), '[]') || ',' || coalesce(CAST((
        SELECT {list}({one}(adoption.organization_id, adoption.adopted_date))
        FROM agreements_adoption adoption
        WHERE adoption.edition_id = edition.id AND adoption.undone_at IS NULL
    ) AS text), '[]') || ']'
FROM agreements_agreement agreement
JOIN agreements_edition edition ON edition.agreement_id = agreement.id
WHERE {which}
"""
# How each engine writes rows as lists.
LISTS = {
    "sqlite": {"list": "json_group_array", "one": "json_array"},
    "postgresql": {"list": "json_agg", "one": "json_build_array"},
}
_LATEST = """(
        SELECT max(other.number) FROM agreements_edition other
        WHERE other.agreement_id = agreement.id AND other.undone_at IS NULL
    )"""
_NEWEST = f"""agreement.partnership_id = %(partnership)s AND agreement.undone_at IS NULL
    AND edition.number = {_LATEST}"""
# The area's agreements, and what they build on wherever it is placed.
IN_AREA = """(agreement.area_id = %(area)s OR agreement.id IN (
        SELECT local.parent_id FROM agreements_agreement local
        WHERE local.partnership_id = %(partnership)s AND local.area_id = %(area)s
    ))"""
_KNOWN = """event.undone_at IS NULL
    AND (event.decided_last_date IS NULL OR event.decided_last_date <= %(on)s)"""
_EARLIER = f"""
    agreement.id IN ({{agreements}}) AND edition.number < {_LATEST}
    AND edition.undone_at IS NULL AND NOT (
    EXISTS (
        SELECT 1 FROM agreements_validityevent event
        WHERE event.edition_id = edition.id AND event.last_date < %(on)s AND {_KNOWN}
            AND event.kind IN ('ends', 'extended', 'terminated', 'replaced')
    ) AND NOT EXISTS (
        SELECT 1 FROM agreements_validityevent event
        WHERE event.edition_id = edition.id AND {_KNOWN}
            AND (event.kind = 'until_further_notice'
                OR event.kind IN ('ends', 'extended') AND event.last_date >= %(on)s)
    ) AND EXISTS (
        SELECT 1 FROM agreements_edition later
        JOIN agreements_validityevent event ON event.edition_id = later.id
        WHERE later.agreement_id = edition.agreement_id AND later.number > edition.number
            AND later.undone_at IS NULL
            AND event.kind = 'starts' AND event.last_date <= %(on)s AND {_KNOWN}
            AND NOT EXISTS (
                SELECT 1 FROM agreements_validityevent event
                WHERE event.edition_id = later.id AND event.kind = 'starts'
                    AND event.last_date > %(on)s AND {_KNOWN}
            )
    )
)"""  # noqa: S608 - put together from its own parts

Required = Mapping[int, tuple[int, ...]]
Adopted = tuple[int, date]
# By agreement, the newest first.
Editions = dict[int, list[Dated]]


def newest(
    partnership_id: int, required: Required, *, on: date, area: int | None = None
) -> Editions:
    """Return the newest edition of each agreement of the partnership, or of one area of it."""
    which = _NEWEST if area is None else f"{_NEWEST} AND {IN_AREA}"
    return _editions(which, {"partnership": partnership_id, "area": area}, required, on=on)


def earlier(agreement_ids: Iterable[int], required: Required, *, on: date) -> Editions:
    """Return the editions before the newest ones that may decide how the agreements stand."""
    # One statement in any case, so that a page asks as much of an empty county.
    which = _EARLIER.format(agreements=numbers(agreement_ids))
    return _editions(which, {"on": on}, required, on=on)


def _editions(which: str, asked: dict[str, Any], required: Required, *, on: date) -> Editions:
    found: Editions = defaultdict(list)
    for row in rows(_STATEMENT.format(which=which, **LISTS[connection.vendor]), asked):
        agreement_id = row[1]
        found[agreement_id].append(_read(row, required.get(agreement_id, ()), on))
    for held in found.values():
        held.sort(key=lambda one: -one.edition.number)
    return found


@lru_cache(maxsize=4000)
def _read(row: tuple[Any, ...], required: tuple[int, ...], on: date) -> Dated:
    """Say what is known of an edition on the day, from all that is recorded of it.

    The same record has the same meaning, so it is read once; a change gives another record.
    """
    *facts, begun, stage, recorded = row
    events, adoptions = json.loads(recorded)
    # By their numbers, whatever the engine came upon first.
    events.sort()
    read = [
        Event(kind, _day(first), _day(last), years, _day(decided), quote)
        for _pk, kind, first, last, years, decided, quote in events
    ]
    adopted = [(party, date.fromisoformat(day)) for party, day in adoptions]
    return dated(_counted((*facts, _day(begun), stage), required, adopted, on=on), read, on=on)


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def edition_row(
    edition: Edition, *, required: Iterable[int], adoptions: Iterable[Adoption], on: date
) -> EditionRow:
    """Count for one edition what is counted for a county."""
    facts = edition.pk, edition.agreement_id, edition.number, edition.begun_date, edition.stage
    adopted = [(one.organization_id, one.adopted_date) for one in adoptions]
    return _counted(facts, frozenset(required), adopted, on=on)


def _counted(
    facts: tuple[Any, ...], required: Collection[int], adoptions: Collection[Adopted], *, on: date
) -> EditionRow:
    """Count what was adopted by the day of an edition (id, agreement, number, begun, stage)."""
    by_then = [day for party, day in adoptions if day <= on and party in required]
    adopted_date = max(by_then) if by_then else None
    counted: tuple[Any, ...] = len(required), len(by_then), adopted_date, len(adoptions)
    return EditionRow(*facts, *counted)
