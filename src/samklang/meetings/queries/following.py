"""What a body decided the last time it met, and what has come of it since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samklang.decisions.api import decided_by, mark
from samklang.meetings.lifecycle import State
from samklang.meetings.models import DecisionClause, Meeting
from samklang.organizations.api import Acting, mandates


@dataclass(frozen=True, slots=True)
class Decided:
    """A clause of the last meeting; `became` is empty where nobody has recorded anything."""

    mark: str
    wording: str
    became: str


@dataclass(frozen=True, slots=True)
class Followed:
    """The body’s last meeting before this one, with what it decided beyond what every one does."""

    on: date
    decided: tuple[Decided, ...]


def meeting_before(acting: Acting, meeting: Meeting) -> Meeting | None:
    """Return the body’s last meeting that has been held before this one’s day, as far as known."""
    if meeting.date is None:
        return None
    there = Meeting.objects.visible_to(acting).filter(body=meeting.body_id, state=State.HELD)
    return there.filter(date__lt=meeting.date).order_by("-date", "-pk").first()


def followed(acting: Acting, meeting: Meeting) -> Followed | None:
    before = meeting_before(acting, meeting)
    if before is None or before.date is None:
        return None
    clauses = DecisionClause.objects.filter(item__meeting=before, item__is_standing=False)
    in_order = clauses.select_related("item").order_by("item__position", "position")
    stands = _stands(acting, before, before.date)
    decided = (
        Decided(one.item.mark, one.wording, stands.get(_plain(one.wording), "")) for one in in_order
    )
    return Followed(before.date, tuple(decided))


def _stands(acting: Acting, meeting: Meeting, on: date) -> dict[str, str]:
    """Return how the decisions of that day stand, by their wording."""
    rights = mandates(meeting.partnership_id)
    said: dict[str, str] = {}
    for decision in decided_by(acting, meeting.body_id, on=on):
        how = mark(decision, rights)
        said[_plain(decision.wording)] = ". ".join(filter(None, (how.word, how.note.rstrip("."))))
    return said


def _plain(wording: str) -> str:
    """Return a wording without what a register leaves out: “att” before it, a stop after it."""
    return " ".join(wording.casefold().split()).removeprefix("att ").rstrip(".,; ")
