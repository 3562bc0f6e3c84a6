"""What meetings say on a body's own page of what waits for it: which agenda it stands on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from samklang.decisions.api import Decision, waiting_at
from samklang.meetings.models import AgendaItem
from samklang.meetings.queries import taken_up
from samklang.organizations.api import Acting, Body, Waiting


def sent_on(acting: Acting, body: Body, on: date) -> Sequence[Waiting]:
    """Return what other bodies had sent on to it and it had not decided on the day."""
    found = list(waiting_at(acting, [body.pk], on=on))
    items = {one.takes_up_id: one for one in reversed(taken_up(acting, [one.pk for one in found]))}
    return [_waiting(one, items.get(one.pk)) for one in found]


def _waiting(decision: Decision, item: AgendaItem | None) -> Waiting:
    said = {"body": decision.body.name, "day": decision.decided_date.isoformat()}
    if item is None:
        note = _("Sent on by %(body)s on %(day)s. On no agenda yet.") % said
        return Waiting(decision.wording, decision.get_absolute_url(), note)
    said |= {"meeting": str(item.meeting), "item": str(item)}
    note = _("Sent on by %(body)s on %(day)s. Stands on the agenda: %(meeting)s, %(item)s.") % said
    return Waiting(decision.wording, item.get_absolute_url(), note)
