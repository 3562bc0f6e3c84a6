"""What a body decided the last time it met, and what has come of it since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects

from samklang.decisions.api import Decision, landed, mark
from samklang.meetings.lifecycle import State
from samklang.meetings.models import AgendaItem, DecisionClause, Meeting
from samklang.meetings.queries.minutes import as_read_by
from samklang.organizations.api import Acting, Mandates, mandates


@dataclass(frozen=True, slots=True)
class Decided:
    """A clause of the last meeting, and how its decision stands, if it is recorded."""

    mark: str
    wording: str
    is_recorded: bool
    stands: str = ""


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
    items = AgendaItem.objects.filter(meeting=before, is_standing=False)
    clauses = [
        (item, one)
        for item in as_read_by(acting, items)
        for one in item.clauses.all()
        if one.is_adopted and not one.is_standard
    ]
    return Followed(before.date, tuple(_decided(acting, before.partnership_id, clauses)))


def _decided(
    acting: Acting, partnership_id: int, clauses: list[tuple[AgendaItem, DecisionClause]]
) -> Iterator[Decided]:
    rights = mandates(partnership_id)
    prefetch_related_objects(
        [one.recorded for _item, one in clauses if one.recorded], "effects", "body"
    )
    home = landed(acting, [one.recorded.pk for _item, one in clauses if one.recorded])
    for item, one in clauses:
        said = _stands(one.recorded, rights, home) if one.recorded else ""
        yield Decided(item.mark, one.wording, one.recorded is not None, said)


def _stands(decision: Decision, rights: Mandates, home: Mapping[int, str]) -> str:
    """Say what it did, and how far it is carried home."""
    how = mark(decision, rights)
    parts = (how.word, how.note.rstrip("."), home.get(decision.pk, "").rstrip("."))
    return ". ".join(filter(None, parts))
