"""What is kept of the index: which row each document is of, and behind which wall it stands.

The words themselves lie in what each database has for it: see `samklang.search.tables`.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """What can be found, in the order in which kinds are shown."""

    AGREEMENT = "agreement", _("Agreements")
    SECTION = "section", _("Text of agreements")
    COMMITMENT = "commitment", _("Commitments")
    ANSWER = "answer", _("Local answers")
    DECISION = "decision", _("Decisions")
    MEETING = "meeting", _("Meetings")
    ITEM = "item", _("Items on agendas")
    MINUTES = "minutes", pgettext_lazy("paper", "Minutes")
    MATTER = "matter", _("Matters")
    BODY = "body", _("Bodies")
    CLAUSE = "clause", _("Shared wordings")
    AREA = "area", _("Areas")
    LAW = "law", _("Laws")
    ORGANIZATION = "organization", _("Organizations")


class Wall(models.TextChoices):
    """Of what a reader must be let see it: the wall’s own context says who is."""

    EDITION = "edition"
    AGREEMENT = "agreement"
    PARTNERSHIP = "partnership"
    LAW_BOOK = "law_book"
    MEETING = "meeting"
    MINUTES = "minutes"
    MATTER = "matter"


class Document(models.Model):
    """One row of another context that can be found, as it stood from one moment until another.

    A cache: all of it can be made anew from what it is of. The later written has the higher id.
    """

    kind = models.CharField(max_length=20, choices=Kind)
    source_id = models.PositiveBigIntegerField()
    wall = models.CharField(max_length=20, choices=Wall)
    wall_id = models.PositiveBigIntegerField()
    # A draft’s words are open for others as they stood; empty of what has no such moments.
    stands_from = models.DateTimeField(null=True)
    stands_until = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=["kind", "source_id"], name="one_document_per_row"),
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values) & Q(wall__in=Wall.values),
                name="document_kind_and_wall_are_known",
            ),
            models.CheckConstraint(
                condition=Q(stands_until__isnull=True) | Q(stands_until__gte=F("stands_from")),
                name="document_stands_before_it_falls",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.source_id}"


class Pending(models.Model):
    """That a row has changed and the index has not heard of it yet: written by the database itself.

    Only added to, so that a change that comes while the index is written is not lost.
    """

    kind = models.CharField(max_length=20)
    source_id = models.PositiveBigIntegerField()

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "pending"

    def __str__(self) -> str:
        return f"{self.kind} {self.source_id}"


class Built(models.Model):
    """By which words and stemmer the index was made; by others it must be made anew."""

    fingerprint = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "built"

    def __str__(self) -> str:
        return self.fingerprint
