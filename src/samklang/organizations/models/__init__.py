"""The parties of a county, the bodies they meet in, and who acts for them."""

from samklang.organizations.models.parties import (
    Body,
    Organization,
    OrganizationKind,
    OrganizationQuerySet,
    Partnership,
)
from samklang.organizations.models.seats import (
    Elevation,
    Invitation,
    InvitationQuerySet,
    Membership,
    MembershipQuerySet,
    Role,
)

__all__ = [
    "Body",
    "Elevation",
    "Invitation",
    "InvitationQuerySet",
    "Membership",
    "MembershipQuerySet",
    "Organization",
    "OrganizationKind",
    "OrganizationQuerySet",
    "Partnership",
    "Role",
]
