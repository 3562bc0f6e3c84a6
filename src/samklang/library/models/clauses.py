"""Wordings that a county shares: each wording stands as it was decided, the newest beside it."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samklang.organizations.api import Acting


class ClauseQuerySet(models.QuerySet["Clause"]):
    def visible_to(self, acting: Acting) -> Self:
        """Everybody with a seat in the county reads them."""
        return self.filter(partnership__in=acting.partnership_ids)

    def with_versions(self) -> Self:
        return self.prefetch_related("versions__saved_by", "versions__saved_for", "areas")


class Clause(models.Model):
    """Something that the county's texts say alike, and what it is for.

    `code` is the pack's own name for it; what the county has added has none. It suits every area
    when none is named. One that is withdrawn is offered to no text and stays readable, with why.
    """

    partnership = models.ForeignKey("organizations.Partnership", models.PROTECT, related_name="+")
    code = models.SlugField(_("code"), blank=True, editable=False)
    purpose = models.TextField(_("what it is for"))
    areas = models.ManyToManyField("library.Area", related_name="+", blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=1000, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_reason = models.CharField(
        _("why it is withdrawn"), max_length=500, blank=True, editable=False
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )

    objects = ClauseQuerySet.as_manager()

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["partnership", "code"], condition=~Q(code=""), name="one_clause_per_code"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason=""),
                name="clause_is_withdrawn_for_a_reason",
            ),
        )

    def __str__(self) -> str:
        return self.newest.heading

    @property
    def newest(self) -> ClauseVersion:
        return self.versions.all()[0]

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    def suits(self, area_id: int) -> bool:
        """Whether it is meant for agreements about the area."""
        named = [one.pk for one in self.areas.all()]
        return not named or area_id in named


class ClauseVersion(models.Model):
    """How a clause reads from a day on. It is never changed: another wording is another version.

    `body` is HTML of the allow-list of documents. `pack_number` is set where the wording came with
    the county's pack; else `source` may say from which text it was taken.
    """

    # A clause goes only with the demo that brought it, and then whole.
    clause = models.ForeignKey(Clause, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("number"))
    heading = models.CharField(_("heading"), max_length=300)
    body = models.TextField(_("wording"))
    from_date = models.DateField(_("from"))
    source = models.CharField(_("source"), max_length=300, blank=True)
    pack_number = models.PositiveSmallIntegerField(null=True, editable=False)
    saved_at = models.DateTimeField(default=timezone.now, editable=False)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    saved_for = models.ForeignKey(
        "organizations.Organization", models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta:
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=["clause", "number"], name="one_wording_per_number"),
            models.UniqueConstraint(
                fields=["clause", "pack_number"],
                condition=Q(pack_number__isnull=False),
                name="one_wording_per_pack_number",
            ),
            models.CheckConstraint(
                condition=~Q(body="") & ~Q(heading=""), name="clause_version_says_something"
            ),
        )

    def __str__(self) -> str:
        return self.heading
