"""What happened, once written and never changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Entry(models.Model):
    """One thing that someone did."""

    happened_at = models.DateTimeField(auto_now_add=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    # The organization on whose behalf the actor acted; a plain number, since audit and
    # organizations are siblings.
    organization_id = models.PositiveBigIntegerField(null=True)
    partnership_id = models.PositiveBigIntegerField(null=True)
    verb = models.CharField(max_length=100)
    target_kind = models.CharField(max_length=100)
    target_id = models.PositiveBigIntegerField()
    details = models.JSONField(default=dict)

    class Meta:
        ordering = ("-pk",)
        verbose_name_plural = "entries"
        indexes = (models.Index(fields=["target_kind", "target_id", "id"]),)

    def __str__(self) -> str:
        return f"{self.verb} {self.target_kind} {self.target_id}"


class Revision(models.Model):
    """How many changes a partnership has seen: what a page's ETag is made of."""

    partnership_id = models.PositiveBigIntegerField(primary_key=True)
    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.partnership_id}: {self.number}"
