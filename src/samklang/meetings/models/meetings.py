"""A meeting of a body, and who was there."""

from __future__ import annotations

from datetime import date
from typing import Self, TypeAlias

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samklang.meetings.lifecycle import State
from samklang.meetings.models.series import Series
from samklang.organizations.api import Acting

# The meeting’s own field is called date.
Day: TypeAlias = date


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, acting: Acting) -> Self:
        """The county sees what is sent out; a draft stays in the organization that calls it."""
        own = Q(keeper__in=acting.organization_ids)
        # One that was cancelled as a draft has an agenda that nobody was sent.
        unsent = Q(state=State.DRAFT) | Q(state=State.CANCELLED, sent_at__isnull=True)
        return self.filter(own | Q(~unsent, partnership__in=acting.partnership_ids))

    def known_to(self, acting: Acting) -> Self:
        """Those of which the user knows the day: those they see, and those that are announced.

        Of one that is announced the county knows the day, the time and the place, and nothing of
        what is on its agenda.
        """
        announced = Q(announced_at__isnull=False, partnership__in=acting.partnership_ids)
        seen = Meeting.objects.visible_to(acting).order_by().values("pk")
        return self.filter(Q(pk__in=seen) | announced)

    def standing(self) -> Self:
        """Those that take place, or have done."""
        return self.exclude(state=State.CANCELLED)


class Meeting(models.Model):
    """A body’s meeting on one day, which may not be known where it was read from a file.

    `keeper` is the organization that calls it and writes its agenda. `file` is what the meeting
    was read from, where it was.
    """

    partnership = models.ForeignKey("organizations.Partnership", models.PROTECT, related_name="+")
    body = models.ForeignKey("organizations.Body", models.PROTECT, related_name="+")
    keeper = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+")
    state = models.CharField(
        _("state"), max_length=20, choices=State, default=State.DRAFT, editable=False
    )
    date = models.DateField(_("day"), null=True, blank=True)
    start_time = models.TimeField(_("start time"), null=True, blank=True)
    end_time = models.TimeField(_("end time"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=300, blank=True)
    chair = models.CharField(_("chair"), max_length=200, blank=True)
    secretary = models.CharField(_("secretary"), max_length=200, blank=True)
    # Whose year plan it comes from, if any.
    series = models.ForeignKey(
        Series, models.PROTECT, related_name="meetings", null=True, editable=False
    )
    # When the county was told the day, before there was an agenda.
    announced_at = models.DateTimeField(null=True, editable=False)
    sent_at = models.DateTimeField(null=True, editable=False)
    cancelled_at = models.DateTimeField(null=True, editable=False)
    cancel_reason = models.CharField(_("why it is cancelled"), max_length=500, blank=True)
    file = models.ForeignKey(
        "documents.File", models.PROTECT, related_name="+", null=True, editable=False
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    recorded_at = models.DateTimeField(auto_now_add=True)
    # Counts the changes, so that nobody writes over what they have not seen.
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ("-date", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="meeting_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(start_time__isnull=True) | Q(date__isnull=False),
                name="meeting_time_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(end_time__isnull=True)
                | Q(start_time__isnull=False, end_time__gt=F("start_time")),
                name="meeting_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.PLANNED) | Q(sent_at__isnull=False, date__isnull=False),
                name="planned_meeting_is_sent_out_with_a_day",
            ),
            models.CheckConstraint(
                condition=Q(announced_at__isnull=True) | Q(date__isnull=False),
                name="announced_meeting_has_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.CANCELLED)
                | (Q(cancelled_at__isnull=False) & ~Q(cancel_reason="")),
                name="cancelled_meeting_says_when_and_why",
            ),
        )
        indexes = (models.Index(fields=["partnership", "state", "date"]),)

    def __str__(self) -> str:
        day = self.date.isoformat() if self.date else ""
        return f"{self.body} {day}".strip()

    def get_absolute_url(self) -> str:
        return reverse("meetings:detail", args=[self.pk])

    @property
    def day(self) -> Day:
        """Its day, of a meeting that has one; all but some that were read from a file have."""
        if self.date is None:
            raise ValueError(f"meeting {self.pk} has no day")
        return self.date

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT

    @property
    def is_planned(self) -> bool:
        return self.state == State.PLANNED

    @property
    def is_held(self) -> bool:
        return self.state == State.HELD

    @property
    def is_known(self) -> bool:
        """Whether others than the organization that calls it have been told of it."""
        return self.sent_at is not None or self.announced_at is not None

    @property
    def is_cancelled(self) -> bool:
        return self.state == State.CANCELLED


class Presence(models.TextChoices):
    PRESENT = "present", _("Present")
    EXCUSED = "excused", _("Excused")
    GUEST = "guest", _("Guest")


class Attendance(models.Model):
    """Somebody who was at a meeting, or had said that they would not be.

    `organization` is one of the county’s; `organization_name` is what else was written of where
    they belong.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    organization = models.ForeignKey(
        "organizations.Organization", models.PROTECT, related_name="+", null=True, blank=True
    )
    organization_name = models.CharField(_("organization"), max_length=200, blank=True)
    name = models.CharField(_("name"), max_length=200)
    presence = models.CharField(
        _("presence"), max_length=20, choices=Presence, default=Presence.PRESENT
    )
    position = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(presence__in=Presence.values), name="attendance_presence_is_known"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="attendance_names_somebody"),
        )

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.name, self.of)))

    @property
    def of(self) -> str:
        """Where they belong, as the county calls it, or else as it was written."""
        return self.organization.short_name if self.organization else self.organization_name
