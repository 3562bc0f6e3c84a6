"""What meetings point out about a body on its own pages: that it has not met for a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from samklang.meetings.lifecycle import State
from samklang.meetings.models import Meeting
from samklang.organizations.api import Body

_A_YEAR = timedelta(days=365)
# What the whole county sees: a draft is told to nobody else, not even by a flag.
_SEEN = (State.PLANNED, State.HELD)


def not_met(bodies: Sequence[Body], on: date) -> Mapping[int, str]:
    """Point out those that are older than a year and have no meeting in the year until the day."""
    since = on - _A_YEAR
    met = Meeting.objects.filter(
        body__in=[one.pk for one in bodies], state__in=_SEEN, date__gt=since, date__lte=on
    )
    lately = set(met.order_by().values_list("body", flat=True))
    old_enough = (one for one in bodies if one.from_date is None or one.from_date <= since)
    words = _("No meeting recorded for a year")
    return {one.pk: words for one in old_enough if one.pk not in lately}
