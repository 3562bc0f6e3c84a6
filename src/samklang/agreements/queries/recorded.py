"""The agreements of a county with the editions that can decide how it stands on a day.

The newest edition of each agreement comes first, with the agreement itself. When it is in force
nothing older decides anything, so older ones are asked for only where it is not; and of those, one
that has ended and that a later one has followed stays in the database. So the answer does not grow
with the years. What is left out here must be left out by `standing.standings` too; a test compares.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

from django.db import connection

from samklang.agreements.lean_rows import AgreementRow, EditionRow
from samklang.agreements.models import Adoption, Edition
from samklang.agreements.standing import Dated, dated
from samklang.agreements.validity import Event
from samklang.common.lean import numbers, rows

# Plain SQL, since this is asked for every look at a county. What is recorded of an agreement, or
# of an edition, comes as one text: the driver spends more on each value of each row than on all
# else. The sentence behind a start or an end is not what the rules quote, and long: it stays.
_EDITION = """<list>(edition.id, edition.number, edition.begun_date, edition.stage, (
        SELECT <lists>(<list>(event.id, event.kind, event.first_date, event.last_date, event.years,
            event.decided_last_date,
            CASE WHEN event.kind IN ('starts', 'ends') THEN '' ELSE event.quote END))
        FROM agreements_validityevent event
        WHERE event.edition_id = edition.id AND event.undone_at IS NULL
    ), (
        SELECT <lists>(<list>(adoption.organization_id, adoption.adopted_date,
            CASE WHEN adoption.wording = 'other' THEN 1 ELSE 0 END, adoption.fingerprint))
        FROM agreements_adoption adoption
        WHERE adoption.edition_id = edition.id AND adoption.undone_at IS NULL
    ))"""
# How each engine writes a row as a list, rows as a list of lists, and rows as names with values.
_WORDS = {
    "sqlite": ("json_array", "json_group_array", "json_group_object"),
    "postgresql": ("json_build_array", "json_agg", "json_object_agg"),
}
_LATEST = """(
        SELECT max(other.number) FROM agreements_edition other
        WHERE other.agreement_id = agreement.id AND other.undone_at IS NULL
    )"""
_NEWEST = f"""
SELECT CAST(<list>(agreement.id, agreement.title, agreement.level, agreement.area_id,
    agreement.parent_id, agreement.keeper_id, (
        SELECT <named>(party.organization_id, party.required)
        FROM agreements_party party
        WHERE party.agreement_id = agreement.id
    ), {_EDITION}) AS text)
FROM agreements_agreement agreement
LEFT JOIN agreements_edition edition
    ON edition.agreement_id = agreement.id AND edition.number = {_LATEST}
WHERE agreement.partnership_id = %(partnership)s AND agreement.undone_at IS NULL"""  # noqa: S608 - put together from its own parts
# The area's agreements, and what they build on wherever it is placed.
_IN_AREA = """ AND (agreement.area_id = %(area)s OR agreement.id IN (
        SELECT local.parent_id FROM agreements_agreement local
        WHERE local.partnership_id = %(partnership)s AND local.area_id = %(area)s
    ))"""
_KNOWN = """event.undone_at IS NULL
    AND (event.decided_last_date IS NULL OR event.decided_last_date <= %(on)s)"""
_EARLIER = f"""
SELECT agreement.id, CAST({_EDITION} AS text)
FROM agreements_agreement agreement
JOIN agreements_edition edition ON edition.agreement_id = agreement.id
WHERE agreement.id IN (<agreements>) AND edition.number < {_LATEST}
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

Required = frozenset[int]


class Decision(NamedTuple):
    """A party’s decision on an edition: its day, on which text, or on another wording of it."""

    party: int
    day: date
    otherwise: bool = False
    fingerprint: str = ""


class Recorded(NamedTuple):
    """An agreement, who must adopt its texts, and its newest edition if it has any."""

    agreement: AgreementRow
    required: Required
    newest: Dated | None


def newest(partnership_id: int, *, on: date, area: int | None = None) -> list[Recorded]:
    """Return the agreements of the partnership, or of one area of it, in one statement."""
    statement = _NEWEST if area is None else _NEWEST + _IN_AREA
    asked = {"partnership": partnership_id, "area": area}
    found = rows(_said(statement, connection.vendor), asked)
    return [_read(record, on) for (record,) in found]


def earlier(required: Mapping[int, Required], *, on: date) -> dict[int, list[Dated]]:
    """Return what editions before the newest may decide how these agreements stand, newest first.

    The agreements are given with who must adopt each.
    """
    # One statement in any case, so that a page asks as much of an empty county.
    statement = _said(_EARLIER, connection.vendor).replace("<agreements>", numbers(required))
    found: dict[int, list[Dated]] = defaultdict(list)
    for agreement_id, record in rows(statement, {"on": on}):
        edition = _read_earlier(agreement_id, record, required[agreement_id], on)
        found[agreement_id].append(edition)
    for held in found.values():
        held.sort(key=lambda one: -one.edition.number)
    return found


@cache
def _said(statement: str, vendor: str) -> str:
    """Write a statement in the words of the engine."""
    for place, word in zip(("<list>", "<lists>", "<named>"), _WORDS[vendor], strict=True):
        statement = statement.replace(place, word)
    return statement


# The same record has the same meaning, so it is read once; a change gives another record.
@lru_cache(maxsize=4000)
def _read(record: str, on: date) -> Recorded:
    """Say what is known of an agreement and its newest edition, from all that is recorded."""
    *facts, parties, edition = json.loads(record)
    must = {int(party): required for party, required in (parties or {}).items()}
    required = frozenset(party for party, adopts in must.items() if adopts)
    newest = _dated(facts[0], edition, required, on) if edition[0] is not None else None
    return Recorded(AgreementRow(*(*facts, frozenset(must))), required, newest)


@lru_cache(maxsize=1000)
def _read_earlier(agreement_id: int, record: str, required: Required, on: date) -> Dated:
    return _dated(agreement_id, json.loads(record), required, on)


def _dated(agreement_id: int, edition: list[Any], required: Required, on: date) -> Dated:
    pk, number, begun, stage, events, adoptions = edition
    facts = pk, agreement_id, number, _day(begun), stage
    # By their numbers, whatever the engine came upon first.
    read = [
        Event(kind, _day(first), _day(last), years, _day(decided), quote)
        for _pk, kind, first, last, years, decided, quote in sorted(events or ())
    ]
    decisions = [
        Decision(party, date.fromisoformat(day), otherwise=bool(otherwise), fingerprint=text)
        for party, day, otherwise, text in adoptions or ()
    ]
    return dated(_counted(facts, required, decisions, on=on), read, on=on)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def edition_row(
    edition: Edition, *, required: Iterable[int], adoptions: Iterable[Adoption], on: date
) -> EditionRow:
    """Count for one edition what is counted for a county."""
    facts = edition.pk, edition.agreement_id, edition.number, edition.begun_date, edition.stage
    decisions = [
        Decision(one.organization_id, one.adopted_date, not one.is_yes, one.fingerprint)
        for one in adoptions
    ]
    return _counted(facts, frozenset(required), decisions, on=on)


def _counted(
    facts: tuple[Any, ...], required: Required, decisions: Collection[Decision], *, on: date
) -> EditionRow:
    """Count what was adopted by the day of an edition (id, agreement, number, begun, stage)."""
    yeses = [one for one in decisions if not one.otherwise]
    by_then = [one for one in yeses if one.day <= on]
    adopted = {one.party: one.day for one in by_then if one.party in required}
    otherwise = {one.party for one in decisions if one.otherwise and one.day <= on} & required
    adopted_date = max(adopted.values(), default=None)
    texts = {one.fingerprint for one in by_then if one.fingerprint}
    counted: tuple[Any, ...] = len(required), len(adopted), adopted_date, len(yeses)
    alike: tuple[Any, ...] = len(otherwise - adopted.keys()), len(texts) <= 1
    return EditionRow(*facts, *counted, *alike)
