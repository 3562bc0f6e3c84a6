"""Everything that changes who the parties are, their bodies and who acts for them."""

from samklang.organizations.actions.addressing import (
    end_address,
    forget_addresses,
    make_address,
)
from samklang.organizations.actions.bodies import (
    Ended,
    Late,
    Moved,
    as_seen,
    describe_body,
    end_body,
    move_body,
    start_body,
)
from samklang.organizations.actions.charters import (
    add_post,
    change_post,
    end_charter,
    end_post,
    forget_address,
    give_charter,
)
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
    part_from_bodies,
    put_body,
    put_charter,
    put_organization,
    put_partnership,
    put_post,
    put_reporting_line,
    put_seat,
    reset_body,
)

__all__ = [
    "Ended",
    "Late",
    "Moved",
    "accept",
    "add_post",
    "admit_member",
    "as_seen",
    "change_post",
    "confirm",
    "describe_body",
    "elevate",
    "end",
    "end_address",
    "end_body",
    "end_charter",
    "end_post",
    "forget_address",
    "forget_addresses",
    "forget_invited",
    "give",
    "give_charter",
    "invite",
    "make_address",
    "mark_demo",
    "move_body",
    "part_from_bodies",
    "put_body",
    "put_charter",
    "put_organization",
    "put_partnership",
    "put_post",
    "put_reporting_line",
    "put_seat",
    "reset_body",
    "start_body",
    "step_down",
    "weed_invitations",
    "withdraw",
]
