"""On whose behalf a signed-in user acts today: what every `visible_to` and policy asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from samklang.accounts.models import User
from samklang.organizations.models import Membership, Organization, Partnership, Role
from samklang.organizations.seats import current_seats

# What an editor may do a coordinator may too, for the whole partnership’s own agreements.
WRITERS = frozenset({Role.EDITOR, Role.COORDINATOR, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Acting:
    """A user with their current seats (memberships); somebody without a seat sees nothing.

    Each membership comes with its organization and its partnership, so that a page needs one
    statement to know who is looking. `resting` are seats that need two-step verification and
    give nothing until it is shown.
    """

    user: User
    today: date
    seats: tuple[Membership, ...]
    resting: tuple[Membership, ...] = ()

    @property
    def organization(self) -> Organization | None:
        """The organization that the user mainly acts for: that of the first seat."""
        return self.seats[0].organization if self.seats else None

    @property
    def partnership(self) -> Partnership | None:
        return self.organization.partnership if self.organization else None

    @property
    def partnership_ids(self) -> frozenset[int]:
        return frozenset(seat.organization.partnership_id for seat in self.seats)

    @property
    def organization_ids(self) -> frozenset[int]:
        return frozenset(seat.organization_id for seat in self.seats)

    @property
    def marks(self) -> tuple[object, ...]:
        """What decides what the user may see and do today: part of the name of a page."""
        seats = ((seat.organization_id, seat.role) for seat in self.seats)
        return (self.today, len(self.resting), *sorted(seats))

    def holds(self, roles: Iterable[str], *, in_organization: int) -> bool:
        wanted = frozenset(roles)
        return any(
            seat.organization_id == in_organization and seat.role in wanted for seat in self.seats
        )

    def coordinates(self, partnership_id: int) -> bool:
        return any(
            seat.organization.partnership_id == partnership_id and seat.role == Role.COORDINATOR
            for seat in self.seats
        )

    def administers(self, organization_id: int) -> bool:
        return self.holds({Role.ADMINISTRATOR}, in_organization=organization_id)

    @property
    def administers_any(self) -> bool:
        """Whether the user is the administrator of any organization."""
        return any(seat.role == Role.ADMINISTRATOR for seat in self.seats)

    def standing(self, organization_id: int | None) -> tuple[int | None, str]:
        """Return for whom the user acts, and in which roles: there, else where they mainly sit."""
        home = self.organization.pk if self.organization else None
        there = organization_id or home
        return there, self._roles_in(there) or self._roles_in(home)

    def _roles_in(self, organization_id: int | None) -> str:
        held = (seat.role for seat in self.seats if seat.organization_id == organization_id)
        return ", ".join(sorted(held))

    def writes_for(self) -> frozenset[int]:
        """Return the organizations in whose name the user may write."""
        return frozenset(seat.organization_id for seat in self.seats if seat.role in WRITERS)


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever reads, told apart by what decides what they may see, and in which database.

    What is put together for one, as a wall in SQL, serves all who are the same.
    """

    marks: tuple[object, ...]
    partnership_ids: frozenset[int]
    vendor: str
    acting: Acting = field(compare=False)

    @classmethod
    def of(cls, acting: Acting) -> Reader:
        return cls(acting.marks, acting.partnership_ids, connection.vendor, acting)


def acting(
    user: User, *, today: date, strong: bool = True, lent: tuple[Membership, ...] = ()
) -> Acting:
    """Return for whom the user acts.

    Without `strong` sign-in the administrator’s seats rest: what they allow is allowed nobody
    who has shown a password only. `lent` are seats that an operator has for a while.
    """
    seats = (*current_seats(user.pk, today=today), *lent)
    if strong:
        return Acting(user, today, seats)
    resting = tuple(seat for seat in seats if seat.role == Role.ADMINISTRATOR)
    return Acting(user, today, tuple(_rested(seat) for seat in seats), resting)


def reader_in(organization: Organization, *, today: date) -> Acting:
    """Return somebody who sees what anybody in the organization sees, and may do nothing."""
    seat = Membership(organization=organization, role=Role.READER, from_date=today)
    return Acting(User(), today, (seat,))


def readers_in(organization_ids: Iterable[int], *, today: date) -> tuple[Membership, ...]:
    """Return seats that see what anybody in the organizations sees, and allow nothing."""
    there = Organization.objects.filter(pk__in=organization_ids).select_related("partnership")
    return tuple(seat for one in there for seat in reader_in(one, today=today).seats)


def acting_within(user: User, organization_id: int, *, today: date) -> Acting:
    """Return for whom the user acts by their seats in the one organization, and by no others."""
    seats = current_seats(user.pk, today=today)
    own = tuple(seat for seat in seats if seat.organization_id == organization_id)
    return Acting(user, today, own)


def _rested(seat: Membership) -> Membership:
    """A seat that rests still lets its holder see what the organization sees."""
    if seat.role != Role.ADMINISTRATOR:
        return seat
    return Membership(
        pk=seat.pk, user_id=seat.user_id, organization=seat.organization, role=Role.READER
    )
