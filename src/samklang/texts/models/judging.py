"""What somebody found when they held a local text against the regional one."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samklang.agreements.api import Edition
from samklang.organizations.api import Acting
from samklang.texts.models.written import KEY_LENGTH


class Coverage(models.TextChoices):
    ANSWERED = "answered", _("Answered")
    PARTLY = "partly", _("Partly")
    MISSING = "missing", _("Missing")
    NOT_APPLICABLE = "not_applicable", _("Not applicable")


class JudgementQuerySet(models.QuerySet["Judgement"]):
    def visible_to(self, acting: Acting) -> Self:
        """Everybody in the county sees it, but what rests on a draft only the draft's readers."""
        readable = Edition.objects.standing().readable_by(acting).values("pk")
        return self.filter(
            Q(edition__isnull=True) | Q(edition__in=readable),
            upper__partnership__in=acting.partnership_ids,
        )

    def standing(self) -> Self:
        return self.filter(undone_at__isnull=True)


class Judgement(models.Model):
    """Somebody's finding of whether one municipality's text answers one regional commitment."""

    upper = models.ForeignKey("agreements.Agreement", models.PROTECT, related_name="+")
    commitment_key = models.CharField(max_length=KEY_LENGTH, editable=False)
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+")
    # The local text that was looked at; nothing when there is none.
    edition = models.ForeignKey("agreements.Edition", models.PROTECT, related_name="+", null=True)
    coverage = models.CharField(_("finding"), max_length=20, choices=Coverage)
    reason = models.TextField(_("why"), blank=True)
    quote = models.TextField(_("the words that answer it"), blank=True)
    section_key = models.CharField(max_length=KEY_LENGTH, blank=True, editable=False)
    # How the commitment read when it was judged: another wording makes the finding suspect.
    upper_wording = models.TextField(editable=False)
    judged_at = models.DateTimeField(default=timezone.now, editable=False)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    undone_at = models.DateTimeField(null=True, editable=False)

    objects = JudgementQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=["upper", "commitment_key", "organization"]),)
        constraints = (
            models.CheckConstraint(
                condition=Q(coverage__in=Coverage.values), name="judgement_coverage_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(coverage=Coverage.NOT_APPLICABLE) | ~Q(reason=""),
                name="not_applicable_has_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organization}: {self.get_coverage_display()}"
