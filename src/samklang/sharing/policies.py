"""Who may share, and stop sharing."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.organizations.api import Acting
from samklang.sharing.models import Recipient, Share


def can_stop(acting: Acting, share: Share) -> Verdict:
    """Those who write for the authority that shared it may stop, whoever it was that shared."""
    if share.organization_id in acting.writes_for():
        return ALLOWED
    return denied(
        _("Only those who write for %(organization)s may stop sharing this.")
        % {"organization": share.organization}
    )


def may_follow(acting: Acting, recipient: Recipient) -> bool:
    """Whether the user may know that the receiver has it: the sharing authority and they."""
    told = {recipient.organization_id, recipient.share.organization_id}
    return bool(told & acting.organization_ids)
