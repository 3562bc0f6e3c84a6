"""The county, the people and the things that the access table asks about."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from samklang.accounts.models import User
from samklang.agreements.models import Agreement
from samklang.organizations.models import Organization, OrganizationKind, Role
from tests import cast


class Scene:
    """One county with a region, two municipalities and a support unit, and another county."""

    @cached_property
    def own(self) -> Organization:
        return cast.organization("lund")

    @cached_property
    def region(self) -> Organization:
        return cast.organization("region", kind=OrganizationKind.REGION)

    @cached_property
    def support(self) -> Organization:
        return cast.organization("support", kind=OrganizationKind.SUPPORT)

    @cached_property
    def elsewhere(self) -> Organization:
        return cast.organization("fjord", of=cast.partnership("sydmark"))

    def person(self, persona: str) -> User | None:
        """Return the user who plays the persona; nobody plays the anonymous one."""
        seats = {
            "outsider": (None, None),
            "stranger": (Role.EDITOR, self.elsewhere),
            "member": (Role.READER, self.own),
            "editor": (Role.EDITOR, self.own),
            "other_party": (Role.EDITOR, self.region),
            "coordinator": (Role.COORDINATOR, self.support),
            "administrator": (Role.ADMINISTRATOR, self.own),
        }
        if persona == "anonymous":
            return None
        role, organization = seats[persona]
        return cast.person(persona, role, of=organization)

    @cached_property
    def agreement(self) -> Agreement:
        """A local agreement in force between the municipality and the region."""
        made = cast.agreement(keeper=self.own, parties=[self.own, self.region])
        cast.in_force(made)
        return made

    def arguments(self, about: str) -> list[object]:
        """Return what the address of a page about the thing is made from."""
        return ADDRESSES[about](self)


# Each thing that a page can be about, and what its address is made from.
ADDRESSES: dict[str, Callable[[Scene], list[object]]] = {
    "": lambda _scene: [],
    "agreement": lambda scene: [scene.agreement.pk],
}
