"""The bodies that effects name by their ids, of those in the counties of whoever asks."""

from __future__ import annotations

from samklang.organizations.api import Acting, Body, bodies


def named_bodies(acting: Acting) -> dict[int, Body]:
    """Return them all by their ids: as many statements however many effects name one."""
    return {one.pk: one for home in acting.partnership_ids for one in bodies(home)}
