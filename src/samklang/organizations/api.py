"""What other contexts may ask about organizations and about who acts for them."""

from samklang.organizations.acting import WRITERS, Acting, acting, reader_in
from samklang.organizations.actions import (
    mark_demo,
    put_body,
    put_organization,
    put_partnership,
    put_seat,
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
from samklang.organizations.queries import (
    bodies,
    municipalities,
    organizations,
    partnership,
    writers,
)

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
    "bodies",
    "mark_demo",
    "municipalities",
    "organizations",
    "partnership",
    "put_body",
    "put_organization",
    "put_partnership",
    "put_seat",
    "reader_in",
    "writers",
]
