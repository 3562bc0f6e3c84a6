"""The decisions of a list as a picture: a lane of time for each body, a diamond for each day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samklang.common.pictures.changes import Change, Changes, Lane, drawings
from samklang.common.pictures.svg import joined
from samklang.decisions.pages import Row

# One decision is told by its row alone.
FEWEST = 2


def picture(rows: Sequence[Row], *, today: date) -> SafeString | str:
    """Draw when the listed decisions were taken; those that are flagged have another colour."""
    if len(rows) < FEWEST:
        return ""
    days: dict[str, dict[date, bool]] = defaultdict(dict)
    for row in rows:
        own = days[row.decision.body.name]
        day = row.decision.decided_date
        own[day] = own.get(day, False) or row.mark.flagged
    told = "; ".join(f"{name}: {', '.join(map(str, sorted(own)))}" for name, own in days.items())
    changes = Changes(
        label=_("When it was decided. %(days)s.") % {"days": told},
        lanes=tuple(_lane(name, own) for name, own in days.items()),
        day=today,
        day_text=_("Today %(day)s") % {"day": today.isoformat()},
    )
    return joined(drawings(changes))


def _lane(name: str, days: dict[date, bool]) -> Lane:
    in_order = sorted(days.items())
    return Lane(name, None, tuple(Change(day, "", past=not flagged) for day, flagged in in_order))
