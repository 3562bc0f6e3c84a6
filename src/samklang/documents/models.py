"""Files as they were received, and the text in them."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samklang.documents.extraction.text import Block, ExtractedText
from samklang.organizations.api import Acting


class FileQuerySet(models.QuerySet["File"]):
    def visible_to(self, acting: Acting) -> Self:
        """A file belongs to the authority that registers it; others meet it where it is shared."""
        return self.filter(organization__in=acting.organization_ids)


class File(models.Model):
    """One received file, unchanged; the same bytes in one organization are one file."""

    organization = models.ForeignKey(
        "organizations.Organization",
        models.PROTECT,
        related_name="+",
        verbose_name=_("registering authority"),
    )
    name = models.CharField(_("name"), max_length=255)
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveBigIntegerField(_("size"))
    format = models.CharField(_("format"), max_length=10)
    content = models.FileField(_("content"), upload_to="received", max_length=200)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    received_from = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )

    objects = FileQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["organization", "sha256"], name="one_file_per_content"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("documents:download", args=[self.pk])


class Text(models.Model):
    """The text of a file as the extractor found it; `blocks` is a list of Block as JSON."""

    file = models.OneToOneField(File, models.CASCADE, related_name="text")
    text = models.TextField()
    blocks = models.JSONField(default=list)
    page_count = models.PositiveIntegerField(null=True)
    warnings = models.JSONField(default=list)
    # What tells whether another text is the same (see likeness).
    sketch = models.JSONField(default=list, editable=False)

    def __str__(self) -> str:
        return str(self.file)

    @property
    def extracted(self) -> ExtractedText:
        """The text as the extractor gave it, without what it said of the file itself."""
        blocks = tuple(Block.kept(one) for one in self.blocks)
        return ExtractedText(
            self.text, blocks, self.file.format, self.page_count, tuple(self.warnings)
        )
