"""The parties of a county, the bodies they meet in, and who acts for them."""

from samklang.organizations.models.addresses import SecretAddress
from samklang.organizations.models.bodies import Body, Dated, ReportingLine
from samklang.organizations.models.charters import (
    Charter,
    CharterKind,
    Deciding,
    Post,
    PostKind,
    Power,
)
from samklang.organizations.models.parties import (
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
    "Charter",
    "CharterKind",
    "Dated",
    "Deciding",
    "Elevation",
    "Invitation",
    "InvitationQuerySet",
    "Membership",
    "MembershipQuerySet",
    "Organization",
    "OrganizationKind",
    "OrganizationQuerySet",
    "Partnership",
    "Post",
    "PostKind",
    "Power",
    "ReportingLine",
    "Role",
    "SecretAddress",
]
