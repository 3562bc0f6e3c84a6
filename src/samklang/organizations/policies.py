"""Who may change who acts for an organization, and what is recorded of a body."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samklang.accounts.models import User
from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.organizations.acting import Acting
from samklang.organizations.models import (
    Body,
    Membership,
    Organization,
    OrganizationKind,
    Post,
    Role,
)


def can_administer(acting: Acting, organization: Organization) -> Verdict:
    """Who may invite people to the organization, and give and take back rights in it."""
    if acting.administers(organization.pk):
        return ALLOWED
    if any(seat.organization_id == organization.pk for seat in acting.resting):
        return denied(
            _(
                "Your administrator rights rest until you use two-step verification. "
                "Turn it on under My account."
            )
        )
    return denied(
        _("Only the administrators of %(organization)s may do this.")
        % {"organization": organization}
    )


def roles_to_give(acting: Acting, organization: Organization) -> tuple[Role, ...]:
    """Return the rights that the user may give: in their own organization, none above their own.

    A coordinator writes for the whole county, so only the unit that supports it has them.
    """
    if not acting.administers(organization.pk):
        return ()
    supports = organization.kind == OrganizationKind.SUPPORT
    return tuple(role for role in Role if role != Role.COORDINATOR or supports)


def can_end(acting: Acting, seat: Membership) -> Verdict:
    """An administrator takes back any right but the last administrator’s."""
    verdict = can_administer(acting, seat.organization)
    if verdict and seat.role == Role.ADMINISTRATOR and _is_the_last(acting, seat):
        return denied(_("This is the last administrator. Give somebody else the right first."))
    return verdict


def can_elevate(user: User) -> Verdict:
    if user.operator:
        return ALLOWED
    return denied(_("Only those who run the installation may borrow an organization’s rights."))


def can_start_bodies(acting: Acting, partnership_id: int) -> Verdict:
    """Coordinators start the county's bodies; others only what is their own organization's."""
    if acting.coordinates(partnership_id) or acting.writes_for():
        return ALLOWED
    return denied(_("Only the coordinators, and those who write for an organization, may do this."))


def can_change_body(acting: Acting, body: Body) -> Verdict:
    """Who may say what a body is, what it may decide and who sits in it."""
    if acting.coordinates(body.partnership_id):
        return ALLOWED
    if body.organization is None:
        return denied(_("The body is the county’s own. Only the coordinators may change it."))
    if body.organization_id in acting.writes_for():
        return ALLOWED
    return denied(
        _("Only those who write for %(organization)s, and the coordinators, may change the body.")
        % {"organization": body.organization}
    )


def can_end_body(acting: Acting, body: Body) -> Verdict:
    if body.until_date is not None:
        ended = denied(_("The body has ended, or its last day is decided already."))
        return can_change_body(acting, body) and ended
    return can_change_body(acting, body)


def can_fill(acting: Acting, post: Post) -> Verdict:
    """Only a place that is vacant; where somebody sits, they leave first."""
    if not post.is_vacant:
        taken = denied(_("Somebody sits there already. End their place first."))
        return can_change_body(acting, post.body) and taken
    return can_change_body(acting, post.body)


def _is_the_last(acting: Acting, seat: Membership) -> bool:
    held = Membership.objects.filter(organization=seat.organization, role=Role.ADMINISTRATOR)
    return not held.current(acting.today).exclude(pk=seat.pk).exists()
