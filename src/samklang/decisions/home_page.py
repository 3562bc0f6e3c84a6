"""What the pages show of how decisions are carried home, made ready for their templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.decisions import home_picture, policies, queries
from samklang.decisions.models import CarryHome, HomeRequest, HomeState
from samklang.organizations.api import Acting


@dataclass(frozen=True, slots=True)
class WayHomeRow:
    """One organization's way home, as it stands on the day for its reader."""

    row: CarryHome
    state: HomeState
    may_write: bool

    @property
    def symbol(self) -> str:
        return home_picture.LOOKS[self.state][0]

    @property
    def word(self) -> str:
        """The state in words; of what is late also how far it has come."""
        if self.state != HomeState.LATE:
            return str(self.state.label)
        return _("Late: %(reached)s") % {"reached": str(self.row.reached.label).lower()}


def landed(acting: Acting, decisions: Iterable[int]) -> dict[int, str]:
    """Say of each decision that is carried home how far all those asked have come."""
    found = queries.requests_of(acting, decisions)
    return {one.decision_id: CarryingHome(one, acting).sums for one in found}


@dataclass(frozen=True)
class CarryingHome:
    """How far all those asked have come with one decision, for one reader."""

    request: HomeRequest
    by: Acting

    @cached_property
    def rows(self) -> list[WayHomeRow]:
        due, today = self.request.due_date, self.by.today
        return [
            WayHomeRow(
                one, one.state(due=due, today=today), bool(policies.can_write_home(self.by, one))
            )
            for one in self.request.rows.all()
        ]

    @cached_property
    def counts(self) -> Counter[HomeState]:
        return Counter(one.state for one in self.rows)

    @property
    def own(self) -> list[WayHomeRow]:
        return [one for one in self.rows if one.may_write]

    @property
    def sums(self) -> str:
        """Say how many have landed, of how many, and what is late."""
        count = len(self.rows) - self.counts[HomeState.NOT_APPLICABLE]
        landed = self.counts[HomeState.LANDED]
        said = ngettext(
            "%(landed)s of %(count)s has landed", "%(landed)s of %(count)s have landed", landed
        ) % {"landed": landed, "count": count}
        late = self.counts[HomeState.LATE]
        if not late:
            return f"{said}."
        return _("%(said)s, %(late)s late.") % {"said": said, "late": late}

    @property
    def label(self) -> str:
        """Say the picture's point in a sentence, with every organization."""
        told = "; ".join(f"{one.row.organization.short_name}: {one.word}" for one in self.rows)
        return _("How far it has come. %(sums)s %(told)s.") % {"sums": self.sums, "told": told}

    @property
    def tiles(self) -> list[home_picture.Tile]:
        base = self.request.get_absolute_url()
        return [
            home_picture.Tile(
                one.row.organization.short_name, one.state, f"{base}#home-{one.row.pk}"
            )
            for one in self.rows
        ]

    @property
    def picture(self) -> SafeString:
        return home_picture.strip(self.tiles, self.label)

    @property
    def small_picture(self) -> SafeString:
        return home_picture.small(self.tiles, self.label)
