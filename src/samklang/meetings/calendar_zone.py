"""Our time zone as calendars understand it: two rules without an end, as every calendar can read.

The library writes one day after another until 2038 instead, which some calendars read as winter
time all the year.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)
# The last Sunday of March and of October, since 1996; a test asks the zone itself.
SINCE: Final = 1996


def zone() -> Timezone:
    made = Timezone()
    made.add("tzid", settings.TIME_ZONE)
    summer, winter = TimezoneDaylight(), TimezoneStandard()
    for part, name, month, begins, before, after in (
        (summer, "CEST", 3, datetime(SINCE, 3, 31, 2), _WINTER, _SUMMER),  # noqa: DTZ001
        (winter, "CET", 10, datetime(SINCE, 10, 27, 3), _SUMMER, _WINTER),  # noqa: DTZ001
    ):
        part.add("tzname", name)
        part.add("dtstart", begins)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        made.add_component(part)
    return made
