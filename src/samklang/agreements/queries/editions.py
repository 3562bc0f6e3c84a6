"""The editions of a county that can decide how it stands on a day, in one statement."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.db import connection

from samklang.agreements.standing import EditionRow

# Plain SQL, since this is asked for every look at a county: what all required parties had adopted
# by the day, counted where the rows lie. An edition that has ended, and that a later one has
# followed, decides nothing and stays in the database; so the answer does not grow with the years.
# What is left out here must be left out by `standing.standings` too; a test compares.
_STATEMENT = """
WITH own AS (
    SELECT edition.id, edition.agreement_id, edition.number, edition.begun_date, edition.stage
    FROM agreements_edition edition
    JOIN agreements_agreement agreement ON agreement.id = edition.agreement_id
    WHERE agreement.partnership_id = %(partnership)s
), said AS (
    SELECT event.edition_id,
        max(CASE WHEN kind = 'starts' AND last_date <= %(on)s THEN 1 ELSE 0 END) AS begins,
        max(CASE WHEN kind = 'starts' AND last_date > %(on)s THEN 1 ELSE 0 END) AS begins_later,
        max(CASE WHEN kind IN ('ends', 'extended', 'terminated', 'replaced')
            AND last_date < %(on)s THEN 1 ELSE 0 END) AS ends,
        max(CASE WHEN kind = 'until_further_notice'
            OR kind IN ('ends', 'extended') AND last_date >= %(on)s THEN 1 ELSE 0 END) AS goes_on
    FROM agreements_validityevent event
    WHERE event.edition_id IN (SELECT id FROM own) AND event.undone_at IS NULL
        AND (event.decided_last_date IS NULL OR event.decided_last_date <= %(on)s)
    GROUP BY event.edition_id
), newest AS (
    SELECT own.agreement_id, max(own.number) AS number
    FROM own JOIN said ON said.edition_id = own.id
    WHERE said.begins = 1 AND said.begins_later = 0
    GROUP BY own.agreement_id
), needed AS (
    SELECT party.agreement_id, count(*) AS parties
    FROM agreements_party party
    JOIN agreements_agreement agreement ON agreement.id = party.agreement_id
    WHERE agreement.partnership_id = %(partnership)s AND party.required
    GROUP BY party.agreement_id
), given AS (
    SELECT adoption.edition_id, count(*) AS recorded,
        sum(CASE WHEN party.id IS NOT NULL AND adopted_date <= %(on)s THEN 1 ELSE 0 END) AS adopted,
        max(CASE WHEN party.id IS NOT NULL AND adopted_date <= %(on)s THEN adopted_date END)
            AS adopted_date
    FROM agreements_adoption adoption
    JOIN own ON own.id = adoption.edition_id
    LEFT JOIN agreements_party party ON party.agreement_id = own.agreement_id
        AND party.organization_id = adoption.organization_id AND party.required
    WHERE adoption.edition_id IN (SELECT id FROM own) AND adoption.undone_at IS NULL
    GROUP BY adoption.edition_id
)
SELECT own.id, own.agreement_id, own.number, own.begun_date, own.stage,
    coalesce(needed.parties, 0), coalesce(given.adopted, 0), given.adopted_date,
    coalesce(given.recorded, 0)
FROM own
LEFT JOIN said ON said.edition_id = own.id
LEFT JOIN newest ON newest.agreement_id = own.agreement_id
LEFT JOIN needed ON needed.agreement_id = own.agreement_id
LEFT JOIN given ON given.edition_id = own.id
WHERE NOT (
    coalesce(said.ends, 0) = 1 AND coalesce(said.goes_on, 0) = 0
    AND own.number < coalesce(newest.number, 0)
)
ORDER BY own.agreement_id, own.number
"""


def edition_rows(partnership_id: int, *, on: date) -> dict[int, list[EditionRow]]:
    """Return, by agreement, the editions with what was adopted of them by the day."""
    found: dict[int, list[EditionRow]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENT, {"partnership": partnership_id, "on": on})
        for pk, agreement, number, begun, stage, *counts in cursor.fetchall():
            required, adopted, adopted_date, recorded = counts
            found[agreement].append(
                EditionRow(
                    pk,
                    agreement,
                    number,
                    _day(begun),
                    stage,
                    required,
                    adopted,
                    _day(adopted_date),
                    recorded,
                )
            )
    return found


def _day(value: Any) -> date | None:
    """SQLite hands a computed date over as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value
