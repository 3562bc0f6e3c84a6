"""What calendars follow: how a meeting was moved, and what a person’s feed holds."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samklang.meetings.models.meetings import Meeting


class PlanChange(models.Model):
    """One time that a meeting was moved: the day, the times and the place that it had before."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="plan_changes")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    was_date = models.DateField(_("the day before"), null=True)
    was_start_time = models.TimeField(_("the start time before"), null=True)
    was_end_time = models.TimeField(_("the end time before"), null=True)
    was_place = models.CharField(_("the place before"), max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.meeting} ({self.was_date})"


class FeedScope(models.TextChoices):
    OWN_BODIES = "own_bodies", _("The meetings of the bodies in which I have a place")
    ALL = "all", _("All meetings that I may know of")
