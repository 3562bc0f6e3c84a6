"""Everything that changes who the parties are and who acts for them."""

from samklang.organizations.actions.elevating import elevate, step_down
from samklang.organizations.actions.giving import admit_member, confirm, end, give
from samklang.organizations.actions.inviting import (
    accept,
    forget_invited,
    invite,
    weed_invitations,
    withdraw,
)
from samklang.organizations.actions.placing import (
    mark_demo,
    put_body,
    put_organization,
    put_partnership,
    put_seat,
)

__all__ = [
    "accept",
    "admit_member",
    "confirm",
    "elevate",
    "end",
    "forget_invited",
    "give",
    "invite",
    "mark_demo",
    "put_body",
    "put_organization",
    "put_partnership",
    "put_seat",
    "step_down",
    "weed_invitations",
    "withdraw",
]
