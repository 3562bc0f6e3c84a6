"""What packs have put in the register, so that loading a pack again finds it."""

from __future__ import annotations

from django.db import models


class Placed(models.Model):
    """Which stored row is which entry of a pack; the entry's code never changes."""

    pack = models.SlugField()
    entry = models.CharField(max_length=120)
    target_id = models.PositiveBigIntegerField()

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "placed"
        constraints = (
            models.UniqueConstraint(fields=["pack", "entry"], name="one_place_per_entry"),
        )

    def __str__(self) -> str:
        return f"{self.pack}: {self.entry}"
