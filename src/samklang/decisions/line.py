"""The decisions of a list as a picture: a lane of time for each body, a diamond for each day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samklang.common.pictures.changes import Change, Changes, Lane, drawings
from samklang.common.pictures.svg import joined
from samklang.decisions.pages import Row

# One decision is told by its row alone.
FEWEST = 2


def picture(rows: Sequence[Row], *, today: date) -> SafeString | str:
    """Draw when the listed decisions were taken; those that are flagged have another colour.

    What a decision did to the thing that the list is about stands beside its day.
    """
    if len(rows) < FEWEST and not any(row.what for row in rows):
        return ""
    days: dict[str, dict[date, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        days[row.decision.body.name][row.decision.decided_date].append(row)
    told = "; ".join(f"{name}: {_days(own)}" for name, own in days.items())
    changes = Changes(
        label=_("When it was decided. %(days)s.") % {"days": told},
        lanes=tuple(_lane(name, own) for name, own in days.items()),
        day=today,
        day_text=_("Today %(day)s") % {"day": today.isoformat()},
    )
    return joined(drawings(changes))


def _lane(name: str, days: Mapping[date, list[Row]]) -> Lane:
    # Words beside several diamonds would meet; the list says them.
    is_alone = len(days) == 1
    changes = (
        Change(
            day,
            _what(own) if is_alone else "",
            past=not any(row.mark.flagged for row in own),
        )
        for day, own in sorted(days.items())
    )
    return Lane(name, None, tuple(changes))


def _days(days: Mapping[date, list[Row]]) -> str:
    return ", ".join(f"{day} {_what(own)}".strip() for day, own in sorted(days.items()))


def _what(rows: list[Row]) -> str:
    return "; ".join(dict.fromkeys(row.what for row in rows if row.what))
