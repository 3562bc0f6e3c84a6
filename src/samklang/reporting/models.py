"""Reports that somebody approved: frozen, with the day they show and a hash."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samklang.organizations.api import Acting
from samklang.reporting.freezing import fingerprint


class Kind(models.TextChoices):
    INVENTORY = "inventory", _("Inventory")


class ReportQuerySet(models.QuerySet["Report"]):
    def visible_to(self, acting: Acting) -> Self:
        return self.filter(partnership__in=acting.partnership_ids)


class Report(models.Model):
    """An approved report: what it showed on its day is never computed again.

    `figures` is canonical JSON, byte for byte what `sha256` was made of; pages and files are
    made from it alone. A later look at the register is a new report.
    """

    partnership = models.ForeignKey("organizations.Partnership", models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.INVENTORY)
    on_date = models.DateField(_("as of"))
    # The codes of the areas, in the report’s order.
    areas = models.JSONField(default=list)
    addressed_to = models.CharField(_("addressed to"), max_length=200, blank=True)
    figures = models.TextField(_("figures"), editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, editable=False)
    approved_at = models.DateTimeField(_("approved"), auto_now_add=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("approved by")
    )
    demo = models.BooleanField(default=False, editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ("-approved_at", "-pk")
        indexes = (models.Index(fields=["partnership", "-approved_at"]),)
        constraints = (
            models.UniqueConstraint(
                fields=["partnership", "sha256"], name="one_report_per_content"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on_date.isoformat()}"

    def get_absolute_url(self) -> str:
        return reverse("reporting:report", args=[self.pk])

    @property
    def is_intact(self) -> bool:
        """Whether the figures are still those that were approved."""
        return fingerprint(self.figures) == self.sha256
