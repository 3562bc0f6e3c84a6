"""What the pages of sharing show: one act of sharing, and where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from samklang.organizations.api import Acting
from samklang.sharing.models import Recipient, Share
from samklang.sharing.offers import Told, source_of
from samklang.sharing.policies import may_follow


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One act of sharing for one reader; `thing` is None when it is no longer there for them."""

    share: Share
    thing: Told | None
    recipients: tuple[Recipient, ...]
    is_own: bool
    # The organizations whose thing it is, as far as the reader may know.
    inside: frozenset[int]
    # Nobody shared it with the reader: they shared it, or it is their own.
    is_inside: bool


def share_rows(shares: Iterable[Share], acting: Acting) -> list[ShareRow]:
    """Return the acts with their things, in one statement or two for each kind of thing."""
    shown = list(shares)
    wanted: dict[str, set[int]] = defaultdict(set)
    for one in shown:
        wanted[one.kind].add(one.thing_id)
    found = {kind: source_of(kind).told(acting, pks) for kind, pks in wanted.items()}
    return [_row(one, found[one.kind].get(one.thing_id), acting) for one in shown]


def _row(share: Share, thing: Told | None, acting: Acting) -> ShareRow:
    inside = thing.inside if thing else frozenset[int]()
    is_own = share.organization_id in acting.organization_ids
    return ShareRow(
        share=share,
        thing=thing,
        recipients=tuple(r for r in share.recipients.all() if may_follow(acting, r, inside)),
        is_own=is_own,
        inside=inside,
        is_inside=is_own or bool(inside & acting.organization_ids),
    )
