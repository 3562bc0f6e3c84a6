"""The parties of a county."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Partnership(models.Model):
    """The collaborating parties of one county, as its pack describes them.

    `words` holds the pack's own words for the two levels and for a municipality, per language:
    {"sv": {"regional": …, "regional_plural": …, "local": …}, "en": {…}}; see common.words.
    `tiles` is {"columns": 5, "rows": 5, "places": {organization code: [row, column]}}, from 1.
    """

    code = models.SlugField(_("code"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    country = models.CharField(_("country"), max_length=20)
    words = models.JSONField(default=dict)
    tiles = models.JSONField(default=dict)
    # True while invented demo data is loaded beside the county's own facts.
    demo = models.BooleanField(default=False)

    class Meta:
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name


class OrganizationKind(models.TextChoices):
    REGION = "region", _("Region")
    MUNICIPALITY = "municipality", _("Municipality")
    SUPPORT = "support", _("Support unit")
    USERS = "users", _("User organization")
    OTHER = "other", _("Other organization")


class OrganizationQuerySet(models.QuerySet["Organization"]):
    def local(self) -> Self:
        return self.filter(kind=OrganizationKind.MUNICIPALITY)

    def of_partnership(self, partnership_id: int | None) -> Self:
        return self.filter(partnership_id=partnership_id)


class Organization(models.Model):
    """A legal entity that collaborates, or the support unit that they share."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="organizations")
    code = models.SlugField(_("code"), help_text=_("The statistical code, or the pack's own."))
    kind = models.CharField(_("kind"), max_length=20, choices=OrganizationKind)
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=100)
    position = models.PositiveSmallIntegerField(_("position in the country's alphabet"), default=0)
    # Names that documents use or used: {"name": …, "until": "YYYY-MM-DD" or null}.
    other_names = models.JSONField(default=list)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        ordering = ("position", "name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["partnership", "code"], name="one_organization_per_code"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organizations:people", args=[self.pk])
