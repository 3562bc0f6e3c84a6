"""What was recorded about editions: the dated events that status follows from, and adoptions."""

from __future__ import annotations

from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samklang.agreements.models.work import Agreement, Edition
from samklang.common.periods import StatedDate

STANDING = Q(undone_at__isnull=True)

EntryType = TypeVar("EntryType", bound="RegisterEntry")


class EntryQuerySet(models.QuerySet[EntryType]):
    def standing(self) -> Self:
        """Leave out what was undone: it was never true, only written."""
        return self.filter(undone_at__isnull=True)


class RegisterEntry(models.Model):
    """One thing that somebody recorded: never edited or deleted, but undone with a trace."""

    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    undone_at = models.DateTimeField(null=True, editable=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        abstract = True


class EventKind(models.TextChoices):
    STARTS = "starts", _("starts")
    ENDS = "ends", _("ends")
    UNTIL_FURTHER_NOTICE = "until_further_notice", _("until further notice")
    REVISE_BY = "revise_by", _("to be revised no later than")
    REVIEW_YEARLY = "review_yearly", _("reviewed every year")
    REVIEW_EVERY = "review_every", _("reviewed every so many years")
    REVISE_WITH_REGIONAL = "revise_with_regional", _("revised when the regional one is")
    FOLLOW_UP_PERIOD = "follow_up_period", _("followed up during")
    EXTENDED = "extended", _("extended")
    TERMINATED = "terminated", _("terminated")
    REPLACED = "replaced", _("replaced")
    # Somebody’s own statement, for old texts whose adoptions nobody can find any longer.
    KNOWN_TO_HOLD = "known_to_hold", _("known to hold, though not who adopted it")


# These carry the day that they are about; the others are clauses without one.
DATED = (
    EventKind.STARTS,
    EventKind.ENDS,
    EventKind.REVISE_BY,
    EventKind.FOLLOW_UP_PERIOD,
    EventKind.EXTENDED,
    EventKind.TERMINATED,
    EventKind.KNOWN_TO_HOLD,
)


class ValidityEvent(RegisterEntry):
    """One statement about when an edition holds, with its source and the sentence that says so.

    `first_date` and `last_date` bound the day (or period) the event is about, as precisely as it
    was stated: “2021” is 2021-01-01 and 2021-12-31. A start that somebody left blank has neither,
    and so has KNOWN_TO_HOLD where the start says from when.
    `decided_first_date` and `decided_last_date` bound, likewise, when it was decided: before that
    it is not known. An event without a decision date was decided with its edition.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="validity_events")
    kind = models.CharField(_("kind"), max_length=30, choices=EventKind)
    first_date = models.DateField(_("first day"), null=True, blank=True)
    last_date = models.DateField(_("last day"), null=True, blank=True)
    years = models.PositiveSmallIntegerField(_("every so many years"), null=True, blank=True)
    decided_first_date = models.DateField(_("decided, first day"), null=True, blank=True)
    decided_last_date = models.DateField(_("decided, last day"), null=True, blank=True)
    decided_by = models.ForeignKey(
        "organizations.Body",
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("decided by"),
    )
    # The recorded decision that did it, where one did.
    decision = models.ForeignKey(
        "decisions.Decision", models.PROTECT, related_name="+", null=True, editable=False
    )
    quote = models.TextField(_("the sentence that says so"), blank=True)
    place = models.CharField(_("place in the source"), max_length=200, blank=True)
    source_file = models.ForeignKey(
        "documents.File", models.PROTECT, related_name="+", null=True, blank=True
    )
    source_note = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)
        indexes = (
            # Answers from the index alone what began or ended by a day, for a whole county.
            models.Index(
                fields=["edition", "kind", "last_date", "decided_last_date", "undone_at"],
                name="event_by_edition_and_kind",
            ),
        )
        # A comparison with nothing is unknown, and what is unknown passes: hence `isnull`.
        constraints = (
            models.CheckConstraint(
                condition=Q(first_date__isnull=True, last_date__isnull=True)
                | Q(last_date__isnull=False, first_date__isnull=False)
                & Q(first_date__lte=F("last_date")),
                name="event_first_day_before_last",
            ),
            models.CheckConstraint(
                condition=Q(decided_first_date__isnull=True, decided_last_date__isnull=True)
                | Q(decided_last_date__isnull=False, decided_first_date__isnull=False)
                & Q(decided_first_date__lte=F("decided_last_date")),
                name="event_decided_first_before_last",
            ),
            models.CheckConstraint(
                condition=~Q(kind=EventKind.REVIEW_EVERY) | Q(years__isnull=False, years__gte=1),
                name="review_every_has_years",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.stated or ''}".strip()

    @property
    def stated(self) -> StatedDate | None:
        if self.first_date is None or self.last_date is None:
            return None
        return StatedDate(self.first_date, self.last_date)

    @property
    def decided(self) -> StatedDate | None:
        if self.decided_first_date is None or self.decided_last_date is None:
            return None
        return StatedDate(self.decided_first_date, self.decided_last_date)


class AdoptionKind(models.TextChoices):
    DECISION = "decision", _("decision")
    SIGNATURE = "signature", _("signature")
    E_SIGNATURE = "e_signature", _("e-signature")


class AdoptedWording(models.TextChoices):
    """What the decision was about, as whoever recorded it knows; nothing where nobody has said."""

    SAME = "same", _("the edition’s text, unchanged")
    OTHER = "other", _("another wording: something was changed")


# A decision about another wording is no yes to the edition’s text.
YES = STANDING & ~Q(wording=AdoptedWording.OTHER)


class Adoption(RegisterEntry):
    """One party’s decision on an edition: which body, which day, which wording, what evidence."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="adoptions")
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+")
    kind = models.CharField(_("how"), max_length=20, choices=AdoptionKind)
    body_name = models.CharField(_("deciding body"), max_length=200, blank=True)
    adopted_date = models.DateField(_("date"))
    paragraph = models.CharField(_("paragraph"), max_length=50, blank=True)
    quote = models.TextField(_("the sentence that says so"), blank=True)
    evidence = models.ForeignKey(
        "documents.File", models.PROTECT, related_name="+", null=True, blank=True
    )
    wording = models.CharField(_("wording"), max_length=10, choices=AdoptedWording, blank=True)
    differs = models.TextField(_("what differs"), blank=True)
    # SHA-256 of the text in sections as it stood when this was recorded; empty if there was none.
    fingerprint = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        ordering = ("adopted_date", "pk")
        constraints = (
            # A party that has decided on another wording may adopt the edition’s own after all.
            models.UniqueConstraint(
                fields=["edition", "organization"], condition=YES, name="one_adoption_per_party"
            ),
            models.CheckConstraint(
                condition=Q(wording=AdoptedWording.OTHER) & ~Q(differs="")
                | ~Q(wording=AdoptedWording.OTHER) & Q(differs=""),
                name="another_wording_says_what_differs",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organization} {self.adopted_date.isoformat()}"

    @property
    def is_yes(self) -> bool:
        """Whether it is a yes to the edition’s own text."""
        return self.wording != AdoptedWording.OTHER


class DiaryNumber(RegisterEntry):
    """The number under which one authority keeps the agreement in its diary."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="diary_numbers")
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+")
    number = models.CharField(_("diary number"), max_length=60)
    # The edition whose registration named it, and takes it along if it is taken back.
    came_with = models.ForeignKey(
        Edition, models.SET_NULL, related_name="+", null=True, editable=False
    )

    class Meta:
        ordering = ("organization__position", "number")
        constraints = (
            models.UniqueConstraint(
                fields=["agreement", "organization", "number"],
                condition=STANDING,
                name="diary_number_once",
            ),
        )

    def __str__(self) -> str:
        return self.number
