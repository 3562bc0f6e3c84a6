"""Who may share, and stop sharing."""

from __future__ import annotations

from collections.abc import Set

from django.utils.translation import gettext_lazy as _

from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.organizations.api import Acting
from samklang.sharing.models import Recipient, Share


def can_stop(acting: Acting, share: Share, inside: Set[int]) -> Verdict:
    """Those who write for the authority that shared it may stop, and those whose thing it is."""
    if ({share.organization_id} | inside) & acting.writes_for():
        return ALLOWED
    return denied(
        _("Only those who write for %(organization)s may stop sharing this.")
        % {"organization": share.organization}
    )


def may_follow(acting: Acting, recipient: Recipient, inside: Set[int]) -> bool:
    """Whether the user may know that the receiver has it: they, who shared it, and whose it is."""
    told = {recipient.organization_id, recipient.share.organization_id} | inside
    return bool(told & acting.organization_ids)
