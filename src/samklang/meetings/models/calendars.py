"""What calendars follow: how a meeting was moved, and the secret feeds of persons."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
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


class CalendarFeed(models.Model):
    """A person’s secret address that calendars read; only the hash of its secret is kept.

    Whoever has the address reads what the person may know of, as long as they may.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    scope = models.CharField(
        _("what it holds"), max_length=20, choices=FeedScope, default=FeedScope.OWN_BODIES
    )
    secret_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["user"], name="one_calendar_feed_a_person"),
            models.CheckConstraint(
                condition=Q(scope__in=FeedScope.values), name="feed_scope_is_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}"
