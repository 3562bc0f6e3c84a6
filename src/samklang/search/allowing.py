"""How often one person may search: enough for anybody who reads, too little for a machine."""

from __future__ import annotations

from collections import OrderedDict

from samklang.common.allowance import Allowance

PER_MINUTE = 60
# For how many seconds somebody is asked to wait.
WAIT = 60
_PEOPLE = 1000


class Searching:
    """Counts for each person, in each server process for itself."""

    def __init__(self) -> None:
        self._people: OrderedDict[int, Allowance] = OrderedDict()

    def may(self, user_pk: int) -> bool:
        """Take one of this minute’s searches, or refuse it."""
        own = self._people.setdefault(user_pk, Allowance(PER_MINUTE))
        self._people.move_to_end(user_pk)
        if len(self._people) > _PEOPLE:
            self._people.popitem(last=False)
        return own.take()

    def forget(self) -> None:
        """Begin to count anew."""
        self._people.clear()


searching = Searching()
