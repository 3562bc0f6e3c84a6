"""What the county's bodies may decide on a day, by the mandates that somebody has given them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samklang.organizations.models import Body, Charter, CharterKind
from samklang.organizations.queries.bodies import charters_of


@dataclass(frozen=True, slots=True)
class Mandates:
    """Every mandate of a county, whatever its day: for asking about many decisions at once."""

    charters: tuple[Charter, ...]

    def of(self, body_id: int, *, on: date) -> tuple[Charter, ...]:
        """Return the mandates that the body had on the day."""
        return tuple(one for one in self.charters if one.body_id == body_id and one.holds(on))

    def behind(self, body_id: int, decision: str, *, on: date) -> Charter | None:
        """Return the mandate that let the body decide so on the day, if it had one."""
        return next((one for one in self.of(body_id, on=on) if _covers(one, decision)), None)

    def holders(self, decision: str, *, on: date) -> tuple[Body, ...]:
        """Return the bodies that might decide so on the day."""
        found = (one for one in self.charters if one.holds(on) and _covers(one, decision))
        return tuple({one.body_id: one.body for one in found if one.body.holds(on)}.values())


def mandates(partnership_id: int) -> Mandates:
    """Return the county's mandates with what they cover, in two statements."""
    related = ("body", "given_by_body", "given_by_organization")
    found = charters_of(partnership_id).filter(kind=CharterKind.MANDATE)
    return Mandates(tuple(found.select_related(*related)))


def _covers(charter: Charter, decision: str) -> bool:
    return any(one.decision == decision for one in charter.powers.all())
