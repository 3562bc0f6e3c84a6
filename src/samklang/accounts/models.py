"""Who can sign in, and by whose word."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person's sign-in account; what they may do follows from their memberships."""

    name = models.CharField(_("name"), max_length=200)
    # An invented person that came with the demo county and leaves with it.
    demo = models.BooleanField(_("demo person"), default=False)
    # Runs the installation; sees nothing of a county but by a timed, logged elevation.
    operator = models.BooleanField(_("operator"), default=False)
    # When all that told who it was went away; what they recorded stands under the number.
    erased_at = models.DateTimeField(_("erased"), null=True, editable=False)

    def __str__(self) -> str:
        return self.name or self.username


class Identity(models.Model):
    """A person as an identity provider knows them; never matched by e-mail."""

    user = models.ForeignKey(User, models.CASCADE, related_name="identities")
    provider = models.SlugField(_("identity provider"))
    subject = models.CharField(_("the provider’s own name for the person"), max_length=255)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "identities"
        constraints = (
            models.UniqueConstraint(
                fields=["provider", "subject"], name="one_person_per_provider_and_subject"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} ({self.provider})"
