"""What happened, once written and never changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class Entry(models.Model):
    """One thing that someone did, or was refused; the database takes no change of it."""

    # Without gaps, in the order of writing; `seal` follows from all that came before.
    number = models.PositiveBigIntegerField(unique=True)
    happened_at = models.DateTimeField(default=timezone.now)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    # The organization on whose behalf the actor acted; a plain number, since audit and
    # organizations are siblings. `role` is what the actor was there, on that day.
    organization_id = models.PositiveBigIntegerField(null=True)
    partnership_id = models.PositiveBigIntegerField(null=True)
    role = models.CharField(max_length=100, default="")
    # By a page, a job or a command, and which occasion: all entries of one have the reference.
    via = models.CharField(max_length=100, default="")
    reference = models.CharField(max_length=32, default="")
    verb = models.CharField(max_length=100)
    target_kind = models.CharField(max_length=100)
    target_id = models.PositiveBigIntegerField()
    # The fingerprint of the object's row after it; before it, it was what the entry before says.
    after = models.CharField(max_length=73, default="")
    details = models.JSONField(default=dict)
    key_mark = models.CharField(max_length=12)
    seal = models.CharField(max_length=64)

    class Meta:
        ordering = ("-number",)
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
