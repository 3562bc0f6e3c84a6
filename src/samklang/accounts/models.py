"""Who can sign in."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person's sign-in account; what they may do follows from their memberships."""

    name = models.CharField(_("name"), max_length=200)
    # An invented person that came with the demo county and leaves with it.
    demo = models.BooleanField(_("demo person"), default=False)

    def __str__(self) -> str:
        return self.name or self.username
