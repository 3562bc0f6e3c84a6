"""A consultation: a draft shared with named organizations that are asked what they think."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samklang.agreements.api import Edition
from samklang.consultations.lifecycle import State
from samklang.organizations.api import Acting
from samklang.sharing.api import written_with


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    def visible_to(self, acting: Acting) -> Self:
        """Return those of the drafts that the user's organizations write or are asked about."""
        own = acting.organization_ids
        asked = Participant.objects.filter(organization__in=own).values("consultation")
        return self.filter(Q(edition__in=written_by(own)) | Q(pk__in=asked))

    def open(self) -> Self:
        return self.filter(state=State.OPEN)


def written_by(organization_ids: frozenset[int]) -> models.QuerySet[Edition, Any]:
    """Return the ids of the editions that the organizations write, as a subquery."""
    together = Q(pk__in=written_with(organization_ids, Edition.KIND))
    own = Q(pk__in=Edition.objects.inside(organization_ids).values("pk"))
    return Edition.objects.filter(own | together).values("pk")


class Consultation(models.Model):
    """One round of asking; it rests on a share, so what they see is the text of that moment.

    When it is closed `compilation` is canonical JSON of all that was said, byte for byte what
    `sha256` was made of, and nothing in it changes any more.
    """

    edition = models.ForeignKey("agreements.Edition", models.PROTECT, related_name="+")
    share = models.OneToOneField("sharing.Share", models.PROTECT, related_name="+")
    state = models.CharField(
        _("state"), max_length=20, choices=State, default=State.OPEN, editable=False
    )
    deadline_date = models.DateField(_("answer by"))
    sees_each_other = models.BooleanField(_("sees each other’s comments"), default=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    compilation = models.TextField(blank=True, editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True, editable=False)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["edition"],
                condition=Q(state=State.OPEN),
                name="one_open_consultation_per_edition",
            ),
            models.CheckConstraint(
                condition=Q(state=State.OPEN, closed_at__isnull=True, sha256="")
                | Q(state=State.CLOSED, closed_at__isnull=False) & ~Q(sha256=""),
                name="closed_consultation_is_frozen",
            ),
        )

    def __str__(self) -> str:
        return f"{self.edition}, {self.deadline_date.isoformat()}"

    def get_absolute_url(self) -> str:
        return reverse("consultations:consultation", args=[self.edition_id, self.pk])

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN

    @property
    def is_intact(self) -> bool:
        """Whether what was frozen is still what it was."""
        return sha256(self.compilation.encode()).hexdigest() == self.sha256


class Answered(models.TextChoices):
    """What an organization has said of its answer as a whole."""

    WITH_COMMENTS = "with_comments", _("Has answered")
    NO_COMMENTS = "no_comments", _("Has no comments")


class Participant(models.Model):
    """Who is asked: an organization of the county, or a user organization without an account."""

    consultation = models.ForeignKey(
        Consultation, models.PROTECT, related_name="participants", editable=False
    )
    organization = models.ForeignKey(
        "organizations.Organization", models.PROTECT, related_name="+", null=True
    )
    # Of a user organization: its name, and the role of whom one talks to there.
    name = models.CharField(_("name"), max_length=200, blank=True)
    contact_role = models.CharField(_("whom one talks to there"), max_length=200, blank=True)
    answered = models.CharField(max_length=20, choices=Answered, blank=True, editable=False)
    answered_at = models.DateTimeField(null=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta:
        # User organizations come last, on both databases.
        ordering = (F("organization__position").asc(nulls_last=True), "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["consultation", "organization"], name="asked_once_in_a_consultation"
            ),
            models.CheckConstraint(
                condition=Q(organization__isnull=True) & ~Q(name="")
                | Q(organization__isnull=False, name=""),
                name="participant_is_an_organization_or_has_a_name",
            ),
        )

    def __str__(self) -> str:
        return str(self.organization or self.name)

    @property
    def short_name(self) -> str:
        return self.organization.short_name if self.organization else self.name


class Remark(models.Model):
    """Something that is written down about a consultation after it was closed."""

    consultation = models.ForeignKey(
        Consultation, models.PROTECT, related_name="remarks", editable=False
    )
    text = models.TextField(_("remark"))
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text
