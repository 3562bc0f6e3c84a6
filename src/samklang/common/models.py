"""What has been sent once: kept so that the same form has one effect."""

from __future__ import annotations

from django.db import models


class SentForm(models.Model):
    """A form that somebody has sent, and where its answer led.

    The key is drawn when the form is shown, the digest is of what was written in it: the same
    form sent again is a double, another text in it is not. The user is a plain number, since
    common stands below accounts.
    """

    user_id = models.PositiveBigIntegerField()
    key = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)
    answer = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["user_id", "key", "digest"], name="form_sent_once"),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.key}"
