"""The one boundary around what is not for everybody yet; every context asks here.

Own organization → shared with named organizations → consultation → decided → public. A context
says who writes a thing and how far its own state lets it be seen; the shares say the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import IntEnum

from samklang.organizations.api import Acting

WHOLE = datetime.max.replace(tzinfo=UTC)


class Reach(IntEnum):
    """How far a thing can be seen, from the narrowest."""

    OWN = 1
    SHARED = 2
    CONSULTATION = 3
    DECIDED = 4
    PUBLIC = 5


@dataclass(frozen=True, slots=True)
class Opening:
    """A thing is open for one organization: what was recorded of it by `until`, and as what."""

    organization_id: int
    reach: Reach
    until: datetime


@dataclass(frozen=True, slots=True)
class Boundary:
    """Where the boundary around one thing runs.

    `inside` are the organizations that write it. `decided` and `public` follow from its own
    state: all parties of the partnership may read it, or everybody.
    """

    partnership_id: int
    inside: frozenset[int]
    decided: bool = False
    public: bool = False
    openings: tuple[Opening, ...] = ()

    @property
    def reach(self) -> Reach:
        if self.public:
            return Reach.PUBLIC
        if self.decided:
            return Reach.DECIDED
        return max((one.reach for one in self.openings), default=Reach.OWN)

    def until(self, acting: Acting) -> datetime | None:
        """Return up to which moment’s record the user may read it: `WHOLE`, or None of nothing."""
        own = acting.organization_ids
        is_party = self.decided and self.partnership_id in acting.partnership_ids
        if self.public or is_party or own & self.inside:
            return WHOLE
        opened = (one.until for one in self.openings if one.organization_id in own)
        return max(opened, default=None)


@dataclass(frozen=True, slots=True)
class Openings:
    """What is open of several things of one kind, by the thing’s id."""

    by_thing: Mapping[int, tuple[Opening, ...]] = field(default_factory=dict)

    def of(self, thing_id: int) -> tuple[Opening, ...]:
        return self.by_thing.get(thing_id, ())

    def also(self, thing_id: int, openings: Iterable[Opening]) -> Openings:
        """Return them as they would be with these: what a preview is made from."""
        more = (*self.of(thing_id), *openings)
        return Openings({**self.by_thing, thing_id: more})
