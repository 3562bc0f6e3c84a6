"""Who acts for an organization, who is asked to, and who may for an hour."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samklang.organizations.models.parties import Organization


class Role(models.TextChoices):
    READER = "reader", _("Reader")
    EDITOR = "editor", _("Editor")
    COORDINATOR = "coordinator", _("Coordinator")
    ADMINISTRATOR = "administrator", _("Administrator")


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self, today: date) -> Self:
        return self.filter(
            Q(from_date__lte=today), Q(until_date__isnull=True) | Q(until_date__gte=today)
        )


class Membership(models.Model):
    """A user's role in an organization, from one day until another."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    from_date = models.DateField(_("from"))
    until_date = models.DateField(_("until"), null=True, blank=True)
    # When an administrator last said that it is still right; asked for every year.
    reviewed_date = models.DateField(_("reviewed"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ("organization", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["user", "organization", "role"], name="one_membership_per_role"
            ),
            models.CheckConstraint(
                condition=Q(until_date__isnull=True) | Q(until_date__gte=F("from_date")),
                name="membership_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()}, {self.organization}"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def waiting(self, now: datetime) -> Self:
        """Those that nobody has used or withdrawn, each with whether it `holds`.

        An invitation is the word of the one who sent it, and holds while that person could send
        it: an administrator of the organization, or whoever runs the installation.
        """
        sender = Membership.objects.current(timezone.localdate(now)).filter(
            user=OuterRef("invited_by"),
            organization=OuterRef("organization"),
            role=Role.ADMINISTRATOR,
        )
        may = Q(Q(invited_by__operator=True) | Exists(sender), invited_by__is_active=True)
        waiting = self.filter(used_at=None, withdrawn_at=None, expires_at__gt=now)
        return waiting.annotate(holds=ExpressionWrapper(may, models.BooleanField()))

    def open(self, now: datetime) -> Self:
        return self.waiting(now).filter(holds=True)


class Invitation(models.Model):
    """A right that waits for somebody to come: single use, expiring, bound to an address.

    The link that was sent holds a secret of 256 bits; only its hash is kept.
    """

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=200)
    role = models.CharField(_("role"), max_length=20, choices=Role)
    until_date = models.DateField(_("until"), null=True, blank=True)
    secret_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    invited_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(editable=False)
    used_at = models.DateTimeField(null=True, editable=False)
    used_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(used_by__isnull=False),
                name="used_invitation_has_a_user",
            ),
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="invitation_is_used_or_withdrawn",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}, {self.get_role_display()}, {self.organization}"


class Elevation(models.Model):
    """An operator’s administrator rights in one organization, for a reason and for a while."""

    operator = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="elevations")
    reason = models.CharField(_("reason"), max_length=300)
    from_at = models.DateTimeField(editable=False)
    until_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(until_at__gte=F("from_at")), name="elevation_ends_after_it_starts"
            ),
        )

    def __str__(self) -> str:
        return f"{self.operator}, {self.organization}"
