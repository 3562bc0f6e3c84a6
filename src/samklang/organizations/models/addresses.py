"""Secret addresses: what a program may read in a person’s place, without their signing in."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SecretAddress(models.Model):
    """A person’s secret address to one thing; only the hash of its secret is kept.

    Whoever has the address reads what the person may know of, as long as they may.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    # What it opens, by the name that its context has given it: “calendar_feed”.
    opens = models.SlugField(_("what it opens"), editable=False)
    scope = models.CharField(_("what it holds"), max_length=20, blank=True)
    secret_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["user", "opens"], name="one_secret_address_a_person_to_a_thing"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}, {self.opens}"
