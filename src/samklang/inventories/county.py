"""What a reading is held against: the county’s organizations, areas and regional agreements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from samklang.agreements.api import Agreement, regional_ones
from samklang.common.words import Words, words
from samklang.inventories.reading.facts import Party
from samklang.library.api import Area, areas
from samklang.organizations.api import (
    Acting,
    Body,
    Organization,
    OrganizationKind,
    Partnership,
    bodies,
    organizations,
)


@dataclass(frozen=True)
class County:
    """One partnership as the confirm page needs it, in four statements."""

    partnership: Partnership
    words: Words
    organizations: tuple[Organization, ...]
    areas: tuple[Area, ...]
    regional: tuple[Agreement, ...]
    seen_by: Acting

    def area(self, code: str) -> Area | None:
        return next((area for area in self.areas if area.code == code), None)

    def organization(self, pk: int) -> Organization | None:
        return next((one for one in self.organizations if one.pk == pk), None)

    @property
    def municipalities(self) -> tuple[Organization, ...]:
        return tuple(o for o in self.organizations if o.kind == OrganizationKind.MUNICIPALITY)

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """The groups that meet; asked for where a meeting is confirmed."""
        return tuple(bodies(self.partnership.pk))

    def body_named(self, name: str) -> Body | None:
        """Return which group minutes mean, by its name or its short one."""
        wanted = _folded(name)
        named = (one for one in self.bodies if wanted in map(_folded, (one.name, one.short_name)))
        return next(named, None)

    def named(self, name: str) -> Organization | None:
        """Return whom a document means, by today’s name or an older one."""
        wanted = _folded(name)
        return next((o for o in self.organizations if wanted in _names(o)), None)

    def parties(self, read: Iterable[Party]) -> tuple[list[Organization], list[str]]:
        """Return whom the document’s parties are here, and the names that nobody here has."""
        known: dict[int, Organization] = {}
        unknown = []
        for party in read:
            found = self._meant(party)
            known |= {one.pk: one for one in found}
            unknown += [] if found else [party.name]
        return sorted(known.values(), key=lambda o: (o.position, o.name)), unknown

    def _meant(self, party: Party) -> list[Organization]:
        if party.collective:
            return list(self.municipalities) if self._is_about_us(party.name) else []
        found = self.named(party.name)
        return [found] if found else []

    def _is_about_us(self, collective: str) -> bool:
        """“The municipalities of the county” are ours unless another county is named."""
        place = _folded(self.words.place or self.partnership.name)
        named = [word for word in collective.split()[1:] if word[:1].isupper()]
        return all(_folded(word) in place for word in named)


def county(partnership: Partnership, *, seen_by: Acting) -> County:
    """Return the county with the names that the reader may know."""
    return County(
        partnership,
        words(partnership),
        tuple(organizations(partnership.pk)),
        tuple(areas(partnership.pk)),
        tuple(regional_ones(seen_by, partnership.pk)),
        seen_by,
    )


def _names(organization: Organization) -> set[str]:
    others = (other["name"] for other in organization.other_names)
    return {_folded(name) for name in (organization.name, organization.short_name, *others)}


def _folded(name: str) -> str:
    """Fold the genitive: 'Lund kommun' is 'Lunds kommun'."""
    return " ".join(word.rstrip("s") for word in name.casefold().split())
