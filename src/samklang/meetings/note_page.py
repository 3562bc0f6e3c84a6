"""The page on which the minutes of an item are written, with the agenda beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from django.utils import timezone
from django.utils.translation import gettext as _

from samklang.accounts.models import User
from samklang.meetings.models import AgendaItem, Meeting, Minutes
from samklang.meetings.notes import hinders

# Whoever saved something since then is still writing.
PRESENT = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Stop:
    """A row of the agenda beside the page: is it done, is it this one, who else is in it."""

    item: AgendaItem
    is_here: bool
    is_open: bool
    writer: str


class NotePage:
    """An item among the others of its meeting, as the user writes it."""

    def __init__(
        self, minutes: Minutes, items: Sequence[AgendaItem], here: int, user: User
    ) -> None:
        self.minutes = minutes
        self.meeting: Meeting = minutes.meeting
        self.items = items
        self.user = user
        self.item = next(one for one in items if one.pk == here)

    @cached_property
    def stops(self) -> list[Stop]:
        waiting = {one.pk for one, _why in hinders(self.items)}
        return [
            Stop(one, one.pk == self.item.pk, one.pk in waiting, self._writer(one))
            for one in self.items
        ]

    def _writer(self, item: AgendaItem) -> str:
        """Who else has written in it in the last minutes."""
        if item.written_at is None or item.written_by_id == self.user.pk:
            return ""
        return str(item.written_by) if timezone.now() - item.written_at < PRESENT else ""

    @property
    def present(self) -> Iterator[str]:
        for stop in self.stops:
            if stop.writer:
                where = stop.item.mark or stop.item.title
                yield _("%(name)s is writing in %(item)s") % {"name": stop.writer, "item": where}

    @property
    def onward(self) -> AgendaItem | None:
        at = self.items.index(self.item) + 1
        return self.items[at] if at < len(self.items) else None

    @property
    def open_count(self) -> int:
        return sum(one.is_open for one in self.stops)
