"""Who checks the minutes of a meeting, and who could be asked to."""

from __future__ import annotations

from dataclasses import dataclass

from samklang.accounts.models import User
from samklang.meetings.models import Adjuster, Meeting, Minutes, Presence
from samklang.organizations.api import Acting, Membership, seats_named


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody with an account who was there, and where they sit."""

    user: User
    seats: tuple[Membership, ...]

    def __str__(self) -> str:
        places = dict.fromkeys(one.organization.short_name for one in self.seats)
        return ", ".join((str(self.user), *places))

    def sits_for(self, organization_id: int) -> bool:
        return any(one.organization_id == organization_id for one in self.seats)


def candidates(acting: Acting, minutes: Minutes) -> list[Candidate]:
    """Return those who were there and have an account in the county, the secretary not."""
    meeting = minutes.meeting
    found: dict[int, list[Membership]] = {}
    for seat in seats_named(those_present(meeting), meeting.partnership_id, on=acting.today):
        if seat.user_id != minutes.secretary_id:
            found.setdefault(seat.user_id, []).append(seat)
    return [Candidate(seats[0].user, tuple(seats)) for seats in found.values()]


def those_present(meeting: Meeting) -> set[str]:
    """Return the names of those who took part, and of the chair."""
    present = meeting.attendances.filter(presence=Presence.PRESENT)
    return {*present.values_list("name", flat=True), chair_of(meeting)} - {""}


def chair_of(meeting: Meeting) -> str:
    """Return the name of whoever leads it, without the title after it."""
    return str(meeting.chair).partition(",")[0].strip()


def adjusters(minutes: Minutes) -> list[Adjuster]:
    return list(minutes.adjusters.select_related("user"))


def is_asked_to_check(acting: Acting, meeting: Meeting) -> bool:
    return Minutes.objects.to_check_by(acting).filter(meeting=meeting).exists()


def was_there(acting: Acting, meeting: Meeting) -> bool:
    return str(acting.user) in those_present(meeting)
