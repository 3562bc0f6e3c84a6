"""The minutes of a meeting: written, checked, locked, and corrected by what is added."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samklang.meetings.lifecycle import MinutesState
from samklang.meetings.models.agenda import AgendaItem
from samklang.meetings.models.meetings import Meeting
from samklang.organizations.api import Acting


class MinutesQuerySet(models.QuerySet["Minutes"]):
    def visible_to(self, acting: Acting) -> Self:
        """Who sees the meeting reads checked minutes; until then only the keeper does."""
        seen = Meeting.objects.visible_to(acting).order_by().values("pk")
        return self.filter(meeting__in=seen).open_to(acting)

    def open_to(self, acting: Acting) -> Self:
        """Those, of a meeting that the user sees, that they may read."""
        own = Q(meeting__keeper__in=acting.organization_ids)
        return self.filter(own | ~Q(state=MinutesState.WRITING))

    def to_check_by(self, acting: Acting) -> Self:
        """Those that the user is asked to check, whichever party they sit for, until it is done."""
        seen = Meeting.objects.visible_to(acting).order_by().values("pk")
        asked = Adjuster.objects.filter(user=acting.user).values("minutes")
        return self.filter(state=MinutesState.WRITING, meeting__in=seen, pk__in=asked)

    def hidden_from(self, acting: Acting) -> Self:
        """Those that are being written elsewhere: nothing that they say is shown."""
        being_written = self.filter(state=MinutesState.WRITING)
        return being_written.exclude(meeting__keeper__in=acting.organization_ids)


class Minutes(models.Model):
    """What a meeting came to, item by item, from the first word until it is locked.

    What they say stands in the meeting’s items, clauses and personal notes. `sha256` names the text
    of what was locked. A meeting that was read from a file has none: its file is its minutes.
    """

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="minutes")
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=MinutesState,
        default=MinutesState.WRITING,
        editable=False,
    )
    secretary = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    begun_at = models.DateTimeField(auto_now_add=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    checked_at = models.DateTimeField(null=True, editable=False)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    locked_at = models.DateTimeField(null=True, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)

    objects = MinutesQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "minutes"
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=MinutesState.values), name="minutes_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(
                    state=MinutesState.WRITING, checked_by__isnull=True, checked_at__isnull=True
                )
                | Q(checked_by__isnull=False, checked_at__isnull=False)
                & ~Q(state=MinutesState.WRITING),
                name="checked_minutes_say_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=MinutesState.LOCKED, locked_by__isnull=False, locked_at__isnull=False
                )
                & ~Q(sha256="")
                | Q(locked_by__isnull=True, locked_at__isnull=True, sha256="")
                & ~Q(state=MinutesState.LOCKED),
                name="locked_minutes_have_hash_and_time",
            ),
        )

    def __str__(self) -> str:
        return str(self.meeting)

    def get_absolute_url(self) -> str:
        return reverse("meetings:minutes", args=[self.meeting_id])

    @property
    def is_being_written(self) -> bool:
        return self.state == MinutesState.WRITING

    @property
    def is_checked(self) -> bool:
        return self.state == MinutesState.CHECKED

    @property
    def is_locked(self) -> bool:
        return self.state == MinutesState.LOCKED


class Adjuster(models.Model):
    """Somebody who was at the meeting and is asked to say that the minutes are as it was.

    They may sit for any party: until it is checked the minutes are open to them, and nothing else.
    """

    minutes = models.ForeignKey(Minutes, models.CASCADE, related_name="adjusters")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    appointed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    appointed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["minutes", "user"], name="one_adjuster_each"),
        )

    def __str__(self) -> str:
        return str(self.user)


class PersonalNoteKind(models.TextChoices):
    DISSENT = "dissent", _("Dissent")
    CONFLICT_OF_INTEREST = "conflict_of_interest", _("Conflict of interest")


class PersonalNote(models.Model):
    """Who did not agree, or did not take part because of a conflict of interest, and with what."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="personal_notes")
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    kind = models.CharField(_("kind"), max_length=30, choices=PersonalNoteKind)
    person = models.CharField(_("who"), max_length=200)
    text = models.TextField(_("what"), blank=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["item", "position"], name="one_personal_note_per_place"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=PersonalNoteKind.values), name="personal_note_kind_is_known"
            ),
            models.CheckConstraint(condition=~Q(person=""), name="personal_note_is_somebodys"),
        )

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.person, self.text)))


class EarlierNote(models.Model):
    """What the minutes said of an item before another wording took its place."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="earlier_notes")
    text = models.TextField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("-written_at", "-pk")
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="earlier_note_says_something"),
        )

    def __str__(self) -> str:
        return self.text


class Correction(models.Model):
    """What was wrong in locked minutes, said beside them; what was locked stays as it was."""

    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="corrections")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="corrections", null=True)
    text = models.TextField(_("what is right"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("made_at", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="correction_says_something"),
        )

    def __str__(self) -> str:
        return self.text
