"""What organizations were asked and answered, and what their files were read to say."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    DIARY = "diary", _("the authority’s diary")
    MAILBOX = "mailbox", _("the authority’s mailbox")
    NETWORK = "network", _("the network of directors")
    PERSON = "person", _("a person")
    OTHER = "other", _("other")


class Finding(models.Model):
    """An organization’s answer that it has no agreement in an area: “no” is not “no answer”.

    That it has one is never stored here: it follows from the register.
    """

    organization = models.ForeignKey("organizations.Organization", models.CASCADE, related_name="+")
    area = models.ForeignKey("library.Area", models.CASCADE, related_name="+")
    answered_date = models.DateField(_("answered"))
    # The answer holds until it is taken back, by a later answer or because it was wrong.
    withdrawn_date = models.DateField(_("taken back"), null=True, blank=True)
    channel = models.CharField(_("channel"), max_length=20, choices=Channel)
    answered_by = models.CharField(_("who answered (role)"), max_length=100, blank=True)
    quote = models.TextField(_("the answer’s own words"), blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )
    demo = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ("answered_date", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(withdrawn_date__isnull=True)
                | models.Q(withdrawn_date__gte=models.F("answered_date")),
                name="finding_withdrawn_after_answered",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organization}, {self.area}: {self.answered_date.isoformat()}"
