"""What somebody has said of a difference between sister texts: that it is meant."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class MeantDifferenceQuerySet(models.QuerySet["MeantDifference"]):
    def standing(self) -> Self:
        return self.filter(undone_at__isnull=True)


class MeantDifference(models.Model):
    """A difference between sister texts that shall be there, for a reason.

    It is known by the fingerprint of all its wordings, so that another wording asks anew. Nothing
    of the wordings is kept: whoever may not read the texts learns nothing of them from here.
    """

    partnership = models.ForeignKey("organizations.Partnership", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, editable=False)
    fingerprint = models.CharField(max_length=32, editable=False)
    reason = models.TextField(_("why it shall differ"))
    marked_at = models.DateTimeField(default=timezone.now, editable=False)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    marked_for = models.ForeignKey(
        "organizations.Organization", models.PROTECT, related_name="+", null=True, editable=False
    )
    undone_at = models.DateTimeField(null=True, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )

    objects = MeantDifferenceQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["partnership", "fingerprint"],
                condition=Q(undone_at__isnull=True),
                name="difference_is_meant_once",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="meant_difference_has_a_reason"),
        )

    def __str__(self) -> str:
        return self.reason
