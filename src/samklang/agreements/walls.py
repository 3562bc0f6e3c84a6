"""The wall around a draft: what of an agreement’s texts a reader may be told of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from samklang.agreements.models import Edition
from samklang.organizations.api import Acting
from samklang.sharing.api import WHOLE, Boundary, Openings


@dataclass(frozen=True, slots=True)
class Wall:
    """Known by the editions’ own ids: their numbers move when an older text comes in late.

    `open_until` says of each edition that the reader may read up to which moment’s record they
    may: `WHOLE`, or when it was shared with them. `numbers` are today’s numbers of the editions.
    What is about an edition that is not among the open ones, or about none that is known, is
    told to nobody but those inside.
    """

    is_inside: bool
    knows_title: bool
    open_until: Mapping[int, datetime]
    numbers: Mapping[int, int]
    # The reader’s own organizations: what is shared with them they may know of.
    readers: frozenset[int] = frozenset()
    # The editions that those organizations write.
    written: frozenset[int] = frozenset()

    def hides(self, edition_id: int | None, at: datetime) -> bool:
        """Whether what was recorded of the edition at the moment is behind the wall."""
        until = self.open_until.get(edition_id or 0)
        return not self.is_inside and (until is None or at > until)

    def writes(self, edition_id: int | None) -> bool:
        return self.is_inside or edition_id in self.written


def open_until(
    editions: Iterable[tuple[Edition, bool]], shared: Openings, *, acting: Acting
) -> dict[int, datetime]:
    """Return up to which moment the user may read each edition, of those that they may.

    Each comes with whether it is decided; they know their agreements.
    """
    found = {}
    for edition, decided in editions:
        boundary = Boundary(
            partnership_id=edition.agreement.partnership_id,
            inside=edition.inside,
            decided=decided,
            openings=shared.of(edition.pk),
        )
        until = boundary.until(acting)
        if until is not None:
            found[edition.pk] = until
    return found


__all__ = ["WHOLE", "Wall", "open_until"]
