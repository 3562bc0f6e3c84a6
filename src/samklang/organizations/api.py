"""What other contexts may ask about organizations and about who acts for them."""

from samklang.organizations.acting import (
    WRITERS,
    Acting,
    acting,
    acting_within,
    reader_in,
)
from samklang.organizations.actions import (
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
    weed_invitations,
)
from samklang.organizations.http import ActingRequest
from samklang.organizations.models import (
    Body,
    Charter,
    CharterKind,
    Deciding,
    Membership,
    Organization,
    OrganizationKind,
    Partnership,
    PostKind,
    Role,
)
from samklang.organizations.policies import can_administer, can_change_body
from samklang.organizations.queries import (
    bodies,
    find_seat,
    mandate_for,
    municipalities,
    organizations,
    partnership,
    writers,
)
from samklang.organizations.queries.mandates import Mandates, mandates
from samklang.organizations.sentences import of_seat

__all__ = [
    "WRITERS",
    "Acting",
    "ActingRequest",
    "Body",
    "Charter",
    "CharterKind",
    "Deciding",
    "Mandates",
    "Membership",
    "Organization",
    "OrganizationKind",
    "Partnership",
    "PostKind",
    "Role",
    "acting",
    "acting_within",
    "bodies",
    "can_administer",
    "can_change_body",
    "find_seat",
    "mandate_for",
    "mandates",
    "mark_demo",
    "municipalities",
    "of_seat",
    "organizations",
    "part_from_bodies",
    "partnership",
    "put_body",
    "put_charter",
    "put_organization",
    "put_partnership",
    "put_post",
    "put_reporting_line",
    "put_seat",
    "reader_in",
    "reset_body",
    "weed_invitations",
    "writers",
]
