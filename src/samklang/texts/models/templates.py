"""Which template a text was begun from, and what of its later versions the writers have left."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Origin(models.Model):
    """The template that an edition's text was begun from, in the version that it had then."""

    edition = models.OneToOneField("agreements.Edition", models.PROTECT, related_name="+")
    template = models.SlugField(editable=False)
    version = models.PositiveSmallIntegerField(editable=False)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(template="") & Q(version__gte=1), name="origin_names_a_version"
            ),
        )

    def __str__(self) -> str:
        return f"{self.template} {self.version}"


class SetAside(models.Model):
    """That the writers have seen what a version says of one section, and leave it as it is."""

    edition = models.ForeignKey("agreements.Edition", models.PROTECT, related_name="+")
    section_code = models.SlugField(editable=False)
    version = models.PositiveSmallIntegerField(editable=False)
    said_at = models.DateTimeField(default=timezone.now, editable=False)
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    said_for = models.ForeignKey(
        "organizations.Organization", models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["edition", "section_code", "version"], name="set_aside_once_a_version"
            ),
        )

    def __str__(self) -> str:
        return f"{self.section_code} {self.version}"
