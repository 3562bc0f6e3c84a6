"""Where decisions are minuted, and by which hash their minutes were locked: for an extract."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samklang.meetings.models import AgendaItem, DecisionClause, Meeting, Minutes
from samklang.meetings.sealing import fingerprint
from samklang.organizations.api import Acting


@dataclass(frozen=True, slots=True)
class Minuted:
    """The item that a decision comes from. Without a hash the minutes are not locked.

    `is_whole` says that what stands in the minutes now is what was locked.
    """

    meeting: str
    item: str
    url: str
    sha256: str = ""
    is_whole: bool = False


def minuted(acting: Acting, decisions: Iterable[int]) -> dict[int, Minuted]:
    """Return where each is minuted, of the meetings that the user sees, by the decision’s id."""
    seen = AgendaItem.objects.visible_to(acting).order_by().values("pk")
    clauses = DecisionClause.objects.filter(decision__in=list(decisions), item__in=seen)
    found = list(clauses.select_related("item__meeting__body"))
    locks = _locks(acting, {one.item.meeting_id: one.item.meeting for one in found})
    return {
        one.decision_id: Minuted(
            str(one.item.meeting),
            str(one.item),
            one.item.get_absolute_url(),
            *locks.get(one.item.meeting_id, ()),
        )
        for one in found
        if one.decision_id
    }


def _locks(acting: Acting, meetings: dict[int, Meeting]) -> dict[int, tuple[str, bool]]:
    """Return the hash of each that is locked, and whether it is still true; each is read once."""
    locked = Minutes.objects.visible_to(acting).filter(meeting__in=meetings).exclude(sha256="")
    return {
        pk: (sha256, fingerprint(meetings[pk]) == sha256)
        for pk, sha256 in locked.values_list("meeting", "sha256")
    }
