"""What organizations were asked and answered, and what their files were read to say."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samklang.inventories.lifecycle import NEEDS_A_PERSON, UNFINISHED, State
from samklang.organizations.api import Acting


class Channel(models.TextChoices):
    DIARY = "diary", _("the authority’s diary")
    MAILBOX = "mailbox", _("the authority’s mailbox")
    NETWORK = "network", _("the network of directors")
    PERSON = "person", _("a person")
    OTHER = "other", _("other")


class FindingQuerySet(models.QuerySet["Finding"]):
    def visible_to(self, acting: Acting) -> Self:
        """Answers are part of the county picture, which all parties see."""
        return self.filter(organization__partnership__in=acting.partnership_ids)

    def holding(self) -> Self:
        return self.filter(withdrawn_date__isnull=True)


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

    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ("answered_date", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(withdrawn_date__isnull=True)
                | Q(withdrawn_date__gte=models.F("answered_date")),
                name="finding_withdrawn_after_answered",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organization}, {self.area}: {self.answered_date.isoformat()}"


class BatchQuerySet(models.QuerySet["Batch"]):
    def visible_to(self, acting: Acting) -> Self:
        """What has been received but not confirmed stays inside the organization."""
        return self.filter(organization__in=acting.organization_ids)


class Batch(models.Model):
    """Files that somebody handed in together, to be read."""

    organization = models.ForeignKey("organizations.Organization", models.CASCADE, related_name="+")
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    received_at = models.DateTimeField(_("received"), auto_now_add=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        verbose_name_plural = "batches"

    def __str__(self) -> str:
        return f"{self.organization} {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("inventories:batch", args=[self.pk])


class ReadingQuerySet(models.QuerySet["Reading"]):
    def visible_to(self, acting: Acting) -> Self:
        return self.filter(organization__in=acting.organization_ids)

    def unfinished(self) -> Self:
        return self.filter(state__in=UNFINISHED)

    def needing_a_person(self) -> Self:
        return self.filter(state__in=NEEDS_A_PERSON)


class Reading(models.Model):
    """What a received file was read to say; nothing of it counts until a person confirms it."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="readings")
    organization = models.ForeignKey("organizations.Organization", models.CASCADE, related_name="+")
    # The file’s name as it was received, in NFC and without a path.
    name = models.CharField(_("name"), max_length=255)
    sha256 = models.CharField("SHA-256", max_length=64)
    # Nothing is kept of a file that was refused at the door but its name, its hash and why.
    file = models.ForeignKey(
        "documents.File", models.PROTECT, related_name="+", null=True, blank=True
    )
    state = models.CharField(max_length=20, choices=State, default=State.WAITING, editable=False)
    fault = models.CharField(max_length=40, blank=True, editable=False)
    fault_details = models.JSONField(default=dict, editable=False)
    # The reader’s facts, each with its quote, its place in the text and how sure it is.
    result = models.JSONField(null=True, editable=False)
    # What the person answered about each fact; evidence beside the register.
    answers = models.JSONField(default=dict, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    # The ZIP that it came in.
    member_of = models.ForeignKey(
        "self", models.CASCADE, related_name="members", null=True, editable=False
    )
    duplicate_of = models.ForeignKey(
        "self", models.SET_NULL, related_name="duplicates", null=True, editable=False
    )
    # Another file with, most likely, the same words: the same text saved as something else.
    resembles = models.ForeignKey(
        "self", models.SET_NULL, related_name="+", null=True, editable=False
    )
    agreement = models.ForeignKey(
        "agreements.Agreement", models.SET_NULL, related_name="+", null=True, editable=False
    )
    # The text that it was confirmed to be.
    edition = models.ForeignKey(
        "agreements.Edition", models.SET_NULL, related_name="+", null=True, editable=False
    )
    # The meeting that it was confirmed to be the minutes or the agenda of.
    meeting = models.ForeignKey(
        "meetings.Meeting", models.SET_NULL, related_name="+", null=True, editable=False
    )
    # Why a person put it away: what it is instead, and their own words.
    rejected_as = models.CharField(max_length=40, blank=True, editable=False)
    rejected_note = models.CharField(max_length=300, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    changed_at = models.DateTimeField(auto_now=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        indexes = (
            models.Index(fields=["batch", "state"]),
            models.Index(fields=["organization", "sha256"]),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="reading_state_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.SET_ASIDE) | ~Q(fault=""),
                name="reading_set_aside_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(State.READ, State.QUARANTINED, State.CONFIRMED))
                | Q(result__isnull=False),
                name="reading_that_is_read_has_a_result",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("inventories:reading", args=[self.pk])
