"""When agreements were extended: what timelines show beside the standings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from samklang.common.lean import numbers, rows
from samklang.common.periods import StatedDate

# When it was decided, if known, and until when the edition then held.
Extended = tuple[StatedDate | None, StatedDate]


# Plain SQL, since every timeline asks; what has no decision date was decided first.
_EXTENSIONS = """
SELECT edition_id, decided_first_date, decided_last_date, first_date, last_date
FROM agreements_validityevent
WHERE edition_id IN ({editions}) AND kind = 'extended' AND undone_at IS NULL
    AND last_date IS NOT NULL AND (decided_last_date IS NULL OR decided_last_date <= %(on)s)
ORDER BY coalesce(decided_last_date, '0001-01-01'), last_date, id
"""


def extensions(edition_ids: Iterable[int], *, on: date) -> dict[int, list[Extended]]:
    """Return, by edition, the extensions known on the day, in the order they were decided."""
    found: dict[int, list[Extended]] = defaultdict(list)
    editions = numbers(edition_ids)
    for pk, *days in rows(_EXTENSIONS.format(editions=editions), {"on": on}):
        decided_first, decided_last, first, last = days
        decided = StatedDate(decided_first, decided_last) if decided_last else None
        found[pk].append((decided, StatedDate(first, last)))
    return found
