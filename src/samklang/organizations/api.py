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
    put_body,
    put_organization,
    put_partnership,
    put_seat,
    weed_invitations,
)
from samklang.organizations.http import ActingRequest
from samklang.organizations.models import (
    Body,
    Membership,
    Organization,
    OrganizationKind,
    Partnership,
    Role,
)
from samklang.organizations.policies import can_administer
from samklang.organizations.queries import (
    bodies,
    find_seat,
    municipalities,
    organizations,
    partnership,
    writers,
)
from samklang.organizations.sentences import of_seat

__all__ = [
    "WRITERS",
    "Acting",
    "ActingRequest",
    "Body",
    "Membership",
    "Organization",
    "OrganizationKind",
    "Partnership",
    "Role",
    "acting",
    "acting_within",
    "bodies",
    "can_administer",
    "find_seat",
    "mark_demo",
    "municipalities",
    "of_seat",
    "organizations",
    "partnership",
    "put_body",
    "put_organization",
    "put_partnership",
    "put_seat",
    "reader_in",
    "weed_invitations",
    "writers",
]
