"""The wall around a draft: what of an agreement’s texts a reader may be told of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wall:
    """Known by the editions’ own ids: their numbers move when an older text comes in late.

    `numbers` are today’s numbers of the agreement’s editions. What is about an edition that is
    not among the open ones, or about none that is known, stays inside.
    """

    is_inside: bool
    open_ids: frozenset[int]
    numbers: Mapping[int, int]

    def hides(self, edition_id: int | None) -> bool:
        return not self.is_inside and edition_id not in self.open_ids
