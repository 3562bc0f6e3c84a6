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


def share_rows(shares: Iterable[Share], acting: Acting) -> list[ShareRow]:
    """Return the acts with their things, in one statement or two for each kind of thing."""
    shown = list(shares)
    wanted: dict[str, set[int]] = defaultdict(set)
    for one in shown:
        wanted[one.kind].add(one.thing_id)
    found = {kind: source_of(kind).told(acting, pks) for kind, pks in wanted.items()}
    return [
        ShareRow(
            share=one,
            thing=found[one.kind].get(one.thing_id),
            recipients=tuple(r for r in one.recipients.all() if may_follow(acting, r)),
            is_own=one.organization_id in acting.organization_ids,
        )
        for one in shown
    ]
