"""A body's meetings of a year: what they have in common, and when things must be in."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samklang.meetings.models.kinds import KINDS
from samklang.organizations.api import Acting


class Weekday(models.IntegerChoices):
    """The days of the week, numbered as Python does."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")


class SeriesQuerySet(models.QuerySet["Series"]):
    def visible_to(self, acting: Acting) -> Self:
        """How meetings are planned is seen in the organization that calls them."""
        return self.filter(keeper__in=acting.organization_ids)


class Series(models.Model):
    """How a body usually meets: what its meetings begin with, until somebody writes otherwise.

    The stop dates are so many days before each meeting; they follow when it is moved.
    """

    partnership = models.ForeignKey("organizations.Partnership", models.PROTECT, related_name="+")
    body = models.ForeignKey("organizations.Body", models.PROTECT, related_name="+")
    keeper = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=200)
    weekday = models.PositiveSmallIntegerField(_("day of the week"), choices=Weekday)
    start_time = models.TimeField(_("start time"), null=True, blank=True)
    end_time = models.TimeField(_("end time"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=300, blank=True)
    chair = models.CharField(_("chair"), max_length=200, blank=True)
    secretary = models.CharField(_("secretary"), max_length=200, blank=True)
    matters_days = models.PositiveSmallIntegerField(_("days before for matters"), null=True)
    papers_days = models.PositiveSmallIntegerField(_("days before for papers"), null=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    recorded_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ("name", "pk")
        verbose_name_plural = "series"
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="series_has_a_name"),
            models.CheckConstraint(
                condition=Q(weekday__lte=Weekday.FRIDAY), name="series_is_on_a_working_day"
            ),
            models.CheckConstraint(
                condition=Q(end_time__isnull=True)
                | Q(start_time__isnull=False, end_time__gt=F("start_time")),
                name="series_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(papers_days__isnull=True)
                | Q(matters_days__isnull=True)
                | Q(matters_days__gte=F("papers_days")),
                name="matters_are_in_before_papers_go_out",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("meetings:series", args=[self.pk])


class StandingItem(models.Model):
    """An item that every meeting of a series begins with, and who presents it."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="standing_items")
    position = models.PositiveSmallIntegerField(editable=False)
    title = models.CharField(_("title"), max_length=300)
    presenter = models.CharField(_("who presents it"), max_length=500, blank=True)
    in_writing = models.BooleanField(KINDS["in_writing"], default=False)
    for_information = models.BooleanField(KINDS["for_information"], default=False)
    for_dialogue = models.BooleanField(KINDS["for_dialogue"], default=False)
    for_decision = models.BooleanField(KINDS["for_decision"], default=False)
    is_previous_notes = models.BooleanField(_("notes of the previous meeting"), default=False)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=["series", "position"], name="one_standing_item_per_place"
            ),
            models.UniqueConstraint(
                fields=["series"],
                condition=Q(is_previous_notes=True),
                name="one_item_of_previous_notes",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="standing_item_has_a_title"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(name for name in KINDS if getattr(self, name))
