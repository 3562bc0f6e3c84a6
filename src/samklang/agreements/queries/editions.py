"""The editions of a county that can decide how it stands on a day, in one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection

from samklang.agreements.models import Adoption, Edition
from samklang.agreements.standing import EditionRow

# Plain SQL, since this is asked for every look at a county: what all required parties had adopted
# by the day, counted where the rows lie. An edition that has ended, and that a later one has
# followed, decides nothing and stays in the database; so the answer does not grow with the years.
# What is left out here must be left out by `standing.standings` too; a test compares.
_KNOWN = """event.undone_at IS NULL
    AND (event.decided_last_date IS NULL OR event.decided_last_date <= %(on)s)"""
_GIVEN = """
    FROM agreements_adoption adoption
    JOIN agreements_party party ON party.organization_id = adoption.organization_id
    WHERE adoption.edition_id = edition.id AND adoption.undone_at IS NULL
        AND adoption.adopted_date <= %(on)s
        AND party.agreement_id = edition.agreement_id AND party.required"""
_STATEMENT = f"""
SELECT edition.id, edition.agreement_id, edition.number, edition.begun_date, edition.stage,
    (SELECT count(*) FROM agreements_party party
        WHERE party.agreement_id = edition.agreement_id AND party.required),
    (SELECT count(*) {_GIVEN}),
    (SELECT max(adoption.adopted_date) {_GIVEN}),
    (SELECT count(*) FROM agreements_adoption adoption
        WHERE adoption.edition_id = edition.id AND adoption.undone_at IS NULL)
FROM agreements_edition edition
JOIN agreements_agreement agreement ON agreement.id = edition.agreement_id
WHERE agreement.partnership_id = %(partnership)s AND edition.undone_at IS NULL AND NOT (
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
)
ORDER BY edition.agreement_id, edition.number
"""  # noqa: S608 - put together from its own parts


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
                    day(begun),
                    stage,
                    required,
                    adopted,
                    day(adopted_date),
                    recorded,
                )
            )
    return found


def edition_row(
    edition: Edition, *, required: Iterable[int], adoptions: Iterable[Adoption], on: date
) -> EditionRow:
    """Count for one edition what the statement counts for a county."""
    wanted, recorded = frozenset(required), list(adoptions)
    by_then = [
        one.adopted_date
        for one in recorded
        if one.organization_id in wanted and one.adopted_date <= on
    ]
    return EditionRow(
        pk=edition.pk,
        agreement_id=edition.agreement_id,
        number=edition.number,
        begun_date=edition.begun_date,
        stage=edition.stage,
        required_count=len(wanted),
        adopted_count=len(by_then),
        adopted_date=max(by_then, default=None),
        recorded_count=len(recorded),
    )


def day(value: Any) -> date | None:
    """Read a date from a plain statement: SQLite hands some over as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value
