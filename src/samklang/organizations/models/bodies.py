"""The bodies that the parties meet in: when they are there, whom they answer to, who sits there."""

from __future__ import annotations

from datetime import date
from typing import Any, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samklang.organizations.models.parties import Organization, OrganizationKind, Partnership

Row = TypeVar("Row", bound=models.Model)


def recorded_by() -> Any:
    """Who wrote the row down; nobody did what came with a pack."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )


def ends_after_it_starts(name: str) -> models.CheckConstraint:
    """A first day that nobody knows is before every last day."""
    ordered = Q(from_date__isnull=True) | Q(until_date__isnull=True)
    return models.CheckConstraint(condition=ordered | Q(until_date__gte=F("from_date")), name=name)


class Dated(models.Model):
    """What holds from one day until another, both included; an unknown day is left out."""

    from_date = models.DateField(_("from"), null=True, blank=True)
    until_date = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        abstract = True

    def holds(self, on: date) -> bool:
        return not self.is_over(on) and not self.is_to_come(on)

    def is_over(self, on: date) -> bool:
        return self.until_date is not None and self.until_date < on

    def is_to_come(self, on: date) -> bool:
        return self.from_date is not None and self.from_date > on


class DatedQuerySet(models.QuerySet[Row]):
    def holding(self, on: date) -> Self:
        return self.filter(
            Q(from_date__isnull=True) | Q(from_date__lte=on),
            Q(until_date__isnull=True) | Q(until_date__gte=on),
        )


class Body(Dated):
    """A group that meets: a council, a network, a steering group, a process group.

    It is there from one day until another, each by a decision in words. `kind` says whose body it
    is: the region's, the municipalities', or the structure that they share; `organization` is the
    one that it belongs to alone, whose people keep it.
    """

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="bodies")
    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="+", null=True, blank=True
    )
    code = models.SlugField(_("code"))
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=100, blank=True)
    level = models.CharField(_("level"), max_length=50)
    kind = models.CharField(
        _("whose it is"), max_length=20, choices=OrganizationKind, default=OrganizationKind.OTHER
    )
    purpose = models.TextField(_("purpose"), blank=True)
    from_decision = models.CharField(_("started by the decision"), max_length=500, blank=True)
    until_decision = models.CharField(_("ended by the decision"), max_length=500, blank=True)
    # True once the county has described it in other words than its pack.
    own_words = models.BooleanField(default=False, editable=False)
    recorded_by = recorded_by()
    demo = models.BooleanField(default=False, editable=False)

    objects = DatedQuerySet["Body"].as_manager()

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "bodies"
        constraints = (
            models.UniqueConstraint(fields=["partnership", "code"], name="one_body_per_code"),
            models.CheckConstraint(
                condition=Q(kind__in=OrganizationKind.values), name="body_is_of_a_known_kind"
            ),
            ends_after_it_starts("body_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(until_date__isnull=True) | ~Q(until_decision=""),
                name="body_ends_by_a_decision",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("bodies:detail", args=[self.pk])

    @property
    def is_ours(self) -> bool:
        """Whether the county can give it an assignment; one of the State's it can only name."""
        return self.kind != OrganizationKind.OTHER


class ReportingLine(Dated):
    """Whom a body answers to, from one day until another."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="lines")
    parent = models.ForeignKey(Body, models.PROTECT, related_name="+")
    recorded_by = recorded_by()

    objects = DatedQuerySet["ReportingLine"].as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(parent=F("body")), name="no_body_answers_to_itself"
            ),
            models.UniqueConstraint(
                fields=["body"],
                condition=Q(until_date__isnull=True),
                name="a_body_answers_to_one_at_a_time",
            ),
            ends_after_it_starts("reporting_line_ends_after_it_starts"),
        )

    def __str__(self) -> str:
        return f"{self.body} – {self.parent}"
