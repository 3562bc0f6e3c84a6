"""What is written down again at every change, so that the text of any moment can be read."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Case, OuterRef, Subquery, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samklang.sharing.api import WHOLE

WrittenType = TypeVar("WrittenType", bound="Written")
KEY_LENGTH = 12


def new_key() -> str:
    """Return a lasting id: what has it keeps it from edition to edition."""
    return secrets.token_hex(KEY_LENGTH // 2)


class WrittenQuerySet(models.QuerySet[WrittenType]):
    def as_of(self, until: datetime = WHOLE) -> Self:
        """Leave how each thing stood at that moment; what was taken out by then is left out."""
        rows = self.model.objects.filter(edition=OuterRef("edition"), key=OuterRef("key"))
        if until != WHOLE:
            rows = rows.filter(saved_at__lte=until)
        latest = Subquery(rows.order_by("-pk").values("pk")[:1])
        return self.filter(pk=latest, is_removed=False)

    def as_opened(self, until: Mapping[int, datetime]) -> Self:
        """Leave how each thing stood at the moment that is told for its edition; one statement."""
        moments = (When(edition=pk, then=Value(moment)) for pk, moment in until.items())
        opened = Case(*moments, default=None, output_field=models.DateTimeField())
        rows = self.model.objects.filter(edition=OuterRef("edition"), key=OuterRef("key"))
        latest = rows.filter(saved_at__lte=OuterRef("opened")).order_by("-pk").values("pk")[:1]
        told = self.filter(edition__in=list(until)).annotate(opened=opened)
        return told.filter(pk=Subquery(latest), is_removed=False)


class Written(models.Model):
    """How one part of an edition's text stood from `saved_at` on, until it was written anew.

    Rows are added, not changed; only who goes on writing within the same sitting, with nothing
    shared in between, writes the same row over, and counts its `revision`.
    """

    edition = models.ForeignKey("agreements.Edition", models.PROTECT, related_name="+")
    key = models.CharField(max_length=KEY_LENGTH, default=new_key, editable=False)
    position = models.PositiveIntegerField(_("position"), default=0)
    is_removed = models.BooleanField(default=False, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    saved_at = models.DateTimeField(default=timezone.now, editable=False)
    rewritten_at = models.DateTimeField(default=timezone.now, editable=False)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    saved_for = models.ForeignKey(
        "organizations.Organization", models.PROTECT, related_name="+", null=True, editable=False
    )

    objects = WrittenQuerySet.as_manager()
    # Whether it is part of what the parties adopt, and not only said of it.
    is_wording: ClassVar[bool] = True

    class Meta:
        abstract = True
        ordering = ("position", "pk")
        indexes = (models.Index(fields=["edition", "key", "saved_at"]),)

    @property
    def seen(self) -> str:
        """Name the state that somebody saw, so that a later one is noticed."""
        return f"{self.pk}.{self.revision}"
