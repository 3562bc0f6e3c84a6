"""The works, their parties, and the dated texts they live on through."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samklang.organizations.api import Acting


class Level(models.TextChoices):
    """Which of the pack’s two levels; the pack has the words for them."""

    REGIONAL = "regional", _("Regional")
    LOCAL = "local", _("Local")


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def visible_to(self, acting: Acting) -> Self:
        """The register is one picture that all parties of the partnership see."""
        return self.standing().filter(partnership__in=acting.partnership_ids)

    def standing(self) -> Self:
        """Leave out what was taken back out of the register; its history stays."""
        return self.filter(undone_at__isnull=True)

    def regional(self) -> Self:
        return self.filter(level=Level.REGIONAL)

    def local(self) -> Self:
        return self.filter(level=Level.LOCAL)


class Agreement(models.Model):
    """The work that lives on through its editions: what parties have agreed about an area."""

    partnership = models.ForeignKey("organizations.Partnership", models.PROTECT, related_name="+")
    level = models.CharField(_("level"), max_length=10, choices=Level)
    area = models.ForeignKey("library.Area", models.PROTECT, related_name="+")
    title = models.CharField(_("title"), max_length=300)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="children",
        null=True,
        blank=True,
        verbose_name=_("built on"),
    )
    # Who keeps the record of this agreement: the municipality for a local one, the support
    # unit or the region for a regional one. Only its writers change it.
    keeper = models.ForeignKey(
        "organizations.Organization", models.PROTECT, related_name="+", verbose_name=_("keeper")
    )
    revision_responsible = models.CharField(
        _("responsible for revision"), max_length=200, blank=True
    )
    demo = models.BooleanField(default=False, editable=False)
    # Counts every change, so that the second of two savers is told (409).
    version = models.PositiveIntegerField(default=1, editable=False)
    # Taken back with its only edition: it was never there, only written.
    undone_at = models.DateTimeField(null=True, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ("title", "pk")
        indexes = (models.Index(fields=["partnership", "level", "area"]),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("agreements:detail", args=[self.pk])


class Party(models.Model):
    """An organization’s side of an agreement; in force only when every required one has adopted."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="parties")
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+")
    required = models.BooleanField(_("must adopt"), default=True)
    # The edition whose registration named it, and takes it along if it is taken back.
    came_with = models.ForeignKey(
        "Edition", models.SET_NULL, related_name="+", null=True, editable=False
    )

    class Meta:
        ordering = ("organization__position", "pk")
        verbose_name_plural = "parties"
        constraints = (
            models.UniqueConstraint(
                fields=["agreement", "organization"], name="one_party_per_organization"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organization}"


class EditionQuerySet(models.QuerySet["Edition"]):
    def standing(self) -> Self:
        return self.filter(undone_at__isnull=True)


class Edition(models.Model):
    """A dated text of an agreement: drafted, adopted, extended, replaced by the next."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField(_("number"), default=1)
    label = models.CharField(_("version as the document says it"), max_length=100, blank=True)
    begun_date = models.DateField(_("work began"), null=True, blank=True)
    # What other parties may know of a text that is under way: the stage, never the text.
    stage = models.CharField(_("stage"), max_length=100, blank=True)
    # Who put it in the register, and when: unknown of what a pack brought.
    recorded_at = models.DateTimeField(null=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    undone_at = models.DateTimeField(null=True, editable=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ("agreement", "number")
        constraints = (
            models.UniqueConstraint(fields=["agreement", "number"], name="one_edition_per_number"),
        )

    def __str__(self) -> str:
        return f"{self.agreement} ({self.label or self.number})"


class EditionFile(models.Model):
    """A file that holds an edition’s text; readable for other parties once adopted."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="files")
    file = models.ForeignKey("documents.File", models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["edition", "file"], name="file_once_in_edition"),
        )

    def __str__(self) -> str:
        return str(self.file)
