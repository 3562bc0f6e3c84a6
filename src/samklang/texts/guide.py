"""A new local text step by step: what has been answered so far, and what there is to choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samklang.agreements.api import Agreement, Edition, Level, readable, regional_ones, same_work
from samklang.library.api import Area, Template, areas, guidance
from samklang.organizations.api import Acting, Organization, OrganizationKind, organizations
from samklang.texts import queries
from samklang.texts.queries import Chain

TEMPLATE, EMPTY = "template", "empty"
PARTIES = (OrganizationKind.MUNICIPALITY, OrganizationKind.REGION)


class Step(NamedTuple):
    """One question; its slug is its page."""

    slug: str
    asks: str | Promise
    name: str | Promise


STEPS = (
    Step("omrade", gettext_lazy("What is it about?"), gettext_lazy("Area")),
    Step("parter", gettext_lazy("Who are the parties?"), gettext_lazy("Parties")),
    Step("grund", gettext_lazy("Which regional agreement is it built on?"), gettext_lazy("Basis")),
    Step("borja", gettext_lazy("What do you begin with?"), gettext_lazy("Begins with")),
    Step("personer", gettext_lazy("Who is responsible?"), gettext_lazy("Responsible")),
    Step("tidplan", gettext_lazy("When did the work begin?"), gettext_lazy("Time plan")),
)
SLUGS = tuple(step.slug for step in STEPS)


@dataclass(frozen=True)
class Ground:
    """What there is to choose among, whatever has been answered."""

    acting: Acting

    @property
    def partnership_id(self) -> int:
        return self.acting.partnership.pk if self.acting.partnership else 0

    @cached_property
    def areas(self) -> list[Area]:
        return list(areas(self.partnership_id))

    @cached_property
    def organizations(self) -> list[Organization]:
        return list(organizations(self.partnership_id))

    @property
    def keepers(self) -> list[Organization]:
        mine = self.acting.writes_for()
        everybody = self.acting.coordinates(self.partnership_id)
        return [
            one
            for one in self.organizations
            if (one.pk in mine or everybody) and one.kind in PARTIES
        ]

    @property
    def template(self) -> Template | None:
        home = self.acting.partnership
        return guidance(home.country).template if home else None


@dataclass(frozen=True)
class Guide:
    """The answers of one person; what is not answered has a default or is left out."""

    acting: Acting
    answers: Mapping[str, Any]

    @cached_property
    def ground(self) -> Ground:
        return Ground(self.acting)

    @cached_property
    def area(self) -> Area | None:
        return next((one for one in self.ground.areas if one.pk == self.answers.get("area")), None)

    @cached_property
    def keeper(self) -> Organization | None:
        keepers, chosen = self.ground.keepers, self.answers.get("keeper")
        found = next((one for one in keepers if one.pk == chosen), None)
        return found or (keepers[0] if keepers else None)

    @cached_property
    def parties(self) -> list[Organization]:
        """Those that were chosen and the keeper; until somebody has chosen, the region too."""
        there, chosen = self.ground.organizations, self.answers.get("parties")
        own = {self.keeper.pk} if self.keeper else set()
        if chosen is None:
            own |= {one.pk for one in there if one.kind == OrganizationKind.REGION}
        return [one for one in there if one.pk in own | set(chosen or ())]

    @cached_property
    def chain(self) -> Chain | None:
        if self.area is None:
            return None
        return queries.chain(self.ground.partnership_id, self.area.pk, on=self.acting.today)

    @cached_property
    def parents(self) -> list[Agreement]:
        found = regional_ones(self.acting, self.ground.partnership_id)
        return [one for one in found if self.area and one.area_id == self.area.pk]

    @cached_property
    def parent(self) -> Agreement | None:
        """What was chosen; until somebody has chosen, the one that is in force."""
        chosen = self.answers.get("parent")
        if chosen is None and self.chain:
            chosen = self.chain.text.edition.agreement_id
        return next((one for one in self.parents if one.pk == chosen), None)

    @cached_property
    def known(self) -> Agreement | None:
        """An agreement of the same parties about it: then this is its next edition."""
        if self.area is None or self.keeper is None:
            return None
        home, parties = self.ground.partnership_id, [one.pk for one in self.parties]
        found = same_work(self.acting, home, Level.LOCAL, self.area.pk, parties)
        return found if found and found.keeper_id == self.keeper.pk else None

    @cached_property
    def draft(self) -> Edition | None:
        """A draft of it that the user writes already: they go on in that one."""
        return queries.own_draft(self.acting, self.known) if self.known else None

    @property
    def title(self) -> str:
        """A title to begin with: the area and the municipality."""
        if self.area is None or self.keeper is None:
            return ""
        said = {"area": self.area.short_name, "place": self.keeper.short_name}
        return _("%(area)s in %(place)s") % said

    @cached_property
    def beginning(self) -> Beginning:
        return Beginning(self)

    @cached_property
    def plan(self) -> Plan:
        return Plan(self)


@dataclass(frozen=True)
class Beginning:
    """What the text begins with."""

    guide: Guide

    @cached_property
    def editions(self) -> list[tuple[Edition, str]]:
        """Decided texts of others and the reader's own, which have sections to begin with."""
        guide = self.guide
        own = readable(guide.acting, guide.known) if guide.known else []
        found = {
            one.pk: (one, _("Your own edition %(number)s") % {"number": one.number}) for one in own
        }
        for one in queries.local_editions(guide.chain) if guide.chain else ():
            found.setdefault(one.pk, (one, one.agreement.title))
        there = queries.divided(found)
        return [both for pk, both in found.items() if pk in there]

    @property
    def chosen(self) -> str:
        template = self.guide.ground.template
        return str(self.guide.answers.get("start") or (TEMPLATE if template else EMPTY))

    @property
    def source(self) -> Edition | Template | None:
        """The text that comes along, or the template to begin with."""
        for one, _name in self.editions:
            if str(one.pk) == self.chosen:
                return one
        return self.guide.ground.template if self.chosen == TEMPLATE else None

    @property
    def said(self) -> str:
        names = {str(one.pk): name for one, name in self.editions}
        if self.chosen == TEMPLATE:
            return _("The headings of the template")
        return names.get(self.chosen, _("An empty text"))


@dataclass(frozen=True)
class Plan:
    """When the work began, and when it can be in force."""

    guide: Guide

    @property
    def begun(self) -> date:
        typed = self.guide.answers.get("begun")
        return date.fromisoformat(typed) if typed else self.guide.acting.today

    @cached_property
    def mean_months(self) -> int | None:
        """From the regional text's start to the local ones', of those that are in force."""
        return _mean_months(self.guide.chain) if self.guide.chain else None

    @property
    def expected(self) -> date | None:
        """When it would be in force if it takes as long as the others have taken."""
        if self.mean_months is None:
            return None
        months = self.begun.year * 12 + self.begun.month - 1 + self.mean_months
        return date(months // 12, months % 12 + 1, 1)


def _mean_months(chain: Chain) -> int | None:
    if chain.start is None:
        return None
    first = chain.start
    waits = [
        (day.year - first.year) * 12 + day.month - first.month
        for day in chain.local_starts
        if day >= first
    ]
    return round(sum(waits) / len(waits)) if waits else None
