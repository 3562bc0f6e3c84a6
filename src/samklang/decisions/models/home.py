"""How a decision is carried home: what is asked of whom, and what each organization says of it."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samklang.decisions.models.decisions import Decision
from samklang.organizations.api import Acting


class HomeState(models.TextChoices):
    """How far an organization has come; derived from what it has written and from the day."""

    LATE = "late", pgettext_lazy("carried home", "Late")
    NOT_BEGUN = "not_begun", _("Not begun")
    PLANNED = "planned", _("Planned")
    DECIDED = "decided", _("Decided at home")
    LANDED = "landed", _("Landed")
    NOT_APPLICABLE = "not_applicable", _("Not applicable")


class HomeRequestQuerySet(models.QuerySet["HomeRequest"]):
    def visible_to(self, acting: Acting) -> Self:
        seen = Decision.objects.visible_to(acting).standing().order_by().values("pk")
        return self.filter(decision__in=seen)


class HomeRequest(models.Model):
    """What the county asks its organizations to carry home of one decision, and by when."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="home")
    meaning = models.TextField(_("what it means"))
    asked = models.TextField(_("what is asked"))
    due_date = models.DateField(_("by when"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    recorded_at = models.DateTimeField(auto_now_add=True)
    # Counts the changes, so that nobody writes over what they have not seen.
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = HomeRequestQuerySet.as_manager()

    class Meta:
        ordering = ("due_date", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(meaning="") & ~Q(asked=""), name="home_request_says_what_is_asked"
            ),
        )

    def __str__(self) -> str:
        return str(self.decision)

    def get_absolute_url(self) -> str:
        return reverse("decisions:carry_home", args=[self.decision_id])


class CarryHome(models.Model):
    """One organization's way home with a decision: who takes it where, and what came back.

    The organization writes it itself. How far it has come is derived from what is written.
    """

    request = models.ForeignKey(HomeRequest, models.CASCADE, related_name="rows")
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+")
    carrier = models.CharField(_("who takes it home"), max_length=200, blank=True)
    forum = models.CharField(_("where it is taken up"), max_length=200, blank=True)
    planned_date = models.DateField(_("when it is taken up"), null=True, blank=True)
    decided_date = models.DateField(_("decided at home"), null=True, blank=True)
    came_back = models.TextField(_("what came back"), blank=True)
    landed_date = models.DateField(_("landed"), null=True, blank=True)
    not_applicable_reason = models.CharField(_("reason"), max_length=500, blank=True)
    reminded_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("organization__position", "organization__name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["request", "organization"], name="one_way_home_per_organization"
            ),
            models.CheckConstraint(
                condition=Q(landed_date__isnull=True) | ~Q(came_back=""),
                name="what_has_landed_says_what_came_back",
            ),
            models.CheckConstraint(
                condition=Q(landed_date__isnull=True) | Q(not_applicable_reason=""),
                name="what_has_landed_applies",
            ),
            models.CheckConstraint(
                condition=Q(decided_date__isnull=True)
                | Q(landed_date__isnull=True)
                | Q(landed_date__gte=F("decided_date")),
                name="it_lands_after_it_is_decided_at_home",
            ),
        )

    def __str__(self) -> str:
        return str(self.organization)

    def get_absolute_url(self) -> str:
        return f"{self.request.get_absolute_url()}#home-{self.pk}"

    @property
    def reached(self) -> HomeState:
        """How far it has come, whatever the day."""
        if self.not_applicable_reason:
            return HomeState.NOT_APPLICABLE
        if self.landed_date:
            return HomeState.LANDED
        if self.decided_date:
            return HomeState.DECIDED
        is_begun = self.carrier or self.forum or self.planned_date
        return HomeState.PLANNED if is_begun else HomeState.NOT_BEGUN

    @property
    def is_over(self) -> bool:
        return self.reached in {HomeState.LANDED, HomeState.NOT_APPLICABLE}

    @property
    def is_untouched(self) -> bool:
        return self.reached == HomeState.NOT_BEGUN and not self.came_back

    def state(self, *, due: date, today: date) -> HomeState:
        return HomeState.LATE if due < today and not self.is_over else self.reached
