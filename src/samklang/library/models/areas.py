"""What the county collaborates about."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Area(models.Model):
    """An area of collaboration, with its statutory basis and target group.

    `name`, `short_name`, `statutory_basis` and `target_group` are in the pack's language;
    `translations` is {"en": {"name": …, …}}.
    """

    partnership = models.ForeignKey("organizations.Partnership", models.CASCADE, related_name="+")
    code = models.SlugField(_("code"), help_text=_("The same code as in the reader’s area words."))
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=60)
    statutory = models.BooleanField(_("statutory"), default=False)
    statutory_basis = models.TextField(_("statutory basis"), blank=True)
    target_group = models.TextField(_("target group"), blank=True)
    # The provisions that `statutory_basis` names.
    basis = models.ManyToManyField("library.Provision", related_name="+")
    # Others that agreements about the area must heed, though they do not rest on them.
    touched_by = models.ManyToManyField("library.Provision", related_name="+")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    translations = models.JSONField(default=dict)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(fields=["partnership", "code"], name="one_area_per_code"),
        )

    def __str__(self) -> str:
        return self.name
