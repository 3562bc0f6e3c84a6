"""Who has let whom see what is not decided yet: the acts of sharing, and whom they reach."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samklang.organizations.api import Acting
from samklang.sharing.offers import sources


class Purpose(models.TextChoices):
    """As what a thing is shared: to be read, to be answered, or to be written together.

    Who writes it together sees and changes it as it grows, not as it stood when it was shared.
    """

    DRAFT = "draft", _("A draft between colleagues")
    CONSULTATION = "consultation", _("A consultation")
    WRITING = "writing", _("Writing it together")


class ShareQuerySet(models.QuerySet["Share"]):
    def visible_to(self, acting: Acting) -> Self:
        """Return what the user’s organizations have shared or been given, and all of their own."""
        own = acting.organization_ids
        received = Recipient.objects.standing().filter(organization__in=own).values("share")
        found = Q(organization__in=own) | Q(pk__in=received)
        for source in sources():
            found |= Q(kind=source.kind, thing_id__in=source.inside(own))
        return self.filter(found)

    def of(self, kind: str, thing_ids: list[int]) -> Self:
        return self.filter(kind=kind, thing_id__in=thing_ids)


class Share(models.Model):
    """One act of sharing: what, from which authority, as what, by whom and when.

    `kind` and `thing_id` name the thing as the context that owns it offers it (see `offers`).
    What is recorded of the thing after `shared_at` is not shared, unless it is written together.
    """

    partnership = models.ForeignKey("organizations.Partnership", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30, editable=False)
    thing_id = models.PositiveBigIntegerField(editable=False)
    organization = models.ForeignKey(
        "organizations.Organization",
        models.PROTECT,
        related_name="+",
        verbose_name=_("registering authority"),
    )
    purpose = models.CharField(_("shared as"), max_length=20, choices=Purpose)
    diary_number = models.CharField(_("diary number"), max_length=60, blank=True)
    message = models.TextField(_("message"), blank=True)
    shared_at = models.DateTimeField()
    shared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = ShareQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        indexes = (models.Index(fields=["kind", "thing_id"]),)
        constraints = (
            models.CheckConstraint(
                condition=Q(purpose__in=Purpose.values), name="share_purpose_is_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.thing_id}, {self.shared_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("sharing:receipt", args=[self.pk])


class RecipientQuerySet(models.QuerySet["Recipient"]):
    def standing(self) -> Self:
        """Leave out those that the sharing has stopped for."""
        return self.filter(stopped_at__isnull=True)


class Recipient(models.Model):
    """An organization that a thing is shared with, until somebody stops it."""

    share = models.ForeignKey(Share, models.CASCADE, related_name="recipients")
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+")
    stopped_at = models.DateTimeField(null=True, editable=False)
    stopped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )

    objects = RecipientQuerySet.as_manager()

    class Meta:
        ordering = ("organization__position", "pk")
        indexes = (models.Index(fields=["organization", "stopped_at"]),)
        constraints = (
            models.UniqueConstraint(fields=["share", "organization"], name="recipient_once"),
            models.CheckConstraint(
                condition=Q(stopped_at__isnull=True, stopped_by__isnull=True)
                | Q(stopped_at__isnull=False, stopped_by__isnull=False),
                name="recipient_stopped_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organization}"

    @property
    def stands(self) -> bool:
        return self.stopped_at is None
