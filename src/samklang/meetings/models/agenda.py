"""An agenda: its items, what they are about and who presents them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samklang.decisions.api import Decision
from samklang.meetings.models.kinds import KINDS
from samklang.meetings.models.meetings import Meeting
from samklang.meetings.wording import Piece, changes
from samklang.organizations.api import Acting


class MatterQuerySet(models.QuerySet["Matter"]):
    def visible_to(self, acting: Acting) -> Self:
        """A matter is there for whoever sees a meeting that has it on its agenda."""
        items = AgendaItem.objects.visible_to(acting).filter(matter__isnull=False)
        return self.filter(pk__in=items.order_by().values("matter"))


class Matter(models.Model):
    """One thing that is dealt with, at one meeting or at many, of one body or of several."""

    partnership = models.ForeignKey("organizations.Partnership", models.PROTECT, related_name="+")
    title = models.CharField(_("title"), max_length=300)

    objects = MatterQuerySet.as_manager()

    class Meta:
        ordering = ("title", "pk")
        constraints = (models.CheckConstraint(condition=~Q(title=""), name="matter_has_a_title"),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:matter", args=[self.pk])


# The longest time that an item is planned to take, in minutes: longer than any meeting’s day.
MOST_MINUTES = 600
# The most items on one agenda: nobody goes through more, and every page shows them all.
MOST_ITEMS = 200


class Outcome(models.TextChoices):
    """How an item ended; none of these while nobody has said so."""

    DECIDED = "decided", pgettext_lazy("outcome", "Decided")
    LAID_TO_FILES = "laid_to_files", _("Laid to the files")
    MOVED_ON = "moved_on", _("Moved on to another meeting")
    WITHDRAWN = "withdrawn", pgettext_lazy("outcome", "Withdrawn")


_WITHOUT_KINDS = dict.fromkeys(KINDS, False)


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def visible_to(self, acting: Acting) -> Self:
        return self.filter(meeting__in=Meeting.objects.visible_to(acting).order_by().values("pk"))


class AgendaItem(models.Model):
    """A row of an agenda: a number, or a letter under a number, and what it is about.

    Minutes may have lost a number, or never had any. `matter` is none for what every meeting has,
    and for a heading over items with letters. `text` is what the minutes say of it, and `outcome`
    how it ended. Nobody outside the keeper reads either before the minutes are checked.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    position = models.PositiveIntegerField(editable=False)
    number = models.PositiveSmallIntegerField(_("number"), null=True, editable=False)
    letter = models.CharField(_("letter"), max_length=1, blank=True, editable=False)
    title = models.CharField(_("title"), max_length=300)
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="items", null=True, blank=True)
    in_writing = models.BooleanField(KINDS["in_writing"], default=False)
    for_information = models.BooleanField(KINDS["for_information"], default=False)
    for_dialogue = models.BooleanField(KINDS["for_dialogue"], default=False)
    for_decision = models.BooleanField(KINDS["for_decision"], default=False)
    # How long it is planned to take; when it begins follows from the meeting’s start.
    planned_minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    # A pause between items: it has no number, and the minutes say nothing of it.
    is_break = models.BooleanField(_("break"), default=False)
    text = models.TextField(_("what the minutes say"), blank=True)
    outcome = models.CharField(
        _("outcome"), max_length=20, choices=Outcome, blank=True, editable=False
    )
    # Counts how often the minutes of the item were written, so that nobody writes over another.
    written_count = models.PositiveIntegerField(default=0, editable=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    written_at = models.DateTimeField(null=True, editable=False)
    # The page that wrote last, as it calls itself: it never stands in its own way.
    written_in = models.CharField(max_length=36, blank=True, editable=False)
    is_standing = models.BooleanField(_("on every agenda"), default=False)
    # Leads to the body's meeting before this one, whichever that is.
    is_previous_notes = models.BooleanField(_("notes of the previous meeting"), default=False)

    # What another body decided without a mandate and sent on to this one, which decides it here.
    takes_up = models.ForeignKey(
        "decisions.Decision", models.PROTECT, related_name="+", null=True, editable=False
    )

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=["meeting", "takes_up"], name="one_item_takes_up_what_was_sent_on"
            ),
            models.UniqueConstraint(fields=["meeting", "position"], name="one_item_per_place"),
            models.UniqueConstraint(
                fields=["meeting", "number", "letter"],
                condition=Q(number__isnull=False),
                name="one_item_per_number",
            ),
            models.CheckConstraint(
                condition=Q(letter="") | Q(number__isnull=False), name="letter_is_under_a_number"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="item_has_a_title"),
            models.CheckConstraint(
                condition=Q(planned_minutes__isnull=True)
                | Q(planned_minutes__range=(1, MOST_MINUTES)),
                name="item_takes_whole_minutes",
            ),
            models.CheckConstraint(
                condition=Q(is_break=False)
                | Q(number__isnull=True, matter__isnull=True, written_count=0, **_WITHOUT_KINDS),
                name="break_is_nothing_to_deal_with",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["", *Outcome.values]), name="item_outcome_is_known"
            ),
            models.CheckConstraint(
                condition=Q(written_count=0)
                | Q(written_by__isnull=False, written_at__isnull=False),
                name="written_item_has_a_writer",
            ),
            models.CheckConstraint(
                condition=Q(is_previous_notes=False) | Q(is_standing=True),
                name="previous_notes_are_on_every_agenda",
            ),
        )

    def __str__(self) -> str:
        return f"{self.mark} {self.title}".strip()

    def get_absolute_url(self) -> str:
        return f"{self.meeting.get_absolute_url()}#item-{self.pk}"

    @property
    def mark(self) -> str:
        """How people call it: “5”, “5 a)”; nothing where the number is lost."""
        if self.number is None:
            return ""
        return f"{self.number} {self.letter})" if self.letter else str(self.number)

    @property
    def kinds(self) -> list[str]:
        return [name for name in KINDS if getattr(self, name)]

    @property
    def kind_labels(self) -> Iterator[tuple[str, str]]:
        return ((name, str(KINDS[name])) for name in self.kinds)


class Presenter(models.Model):
    """Who presents an item, from wherever they come; they need no account."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="presenters")
    name = models.CharField(_("name"), max_length=200)
    title = models.CharField(_("title"), max_length=200, blank=True)
    organization_name = models.CharField(_("organization"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        ordering = ("position", "pk")
        constraints = (models.CheckConstraint(condition=~Q(name=""), name="presenter_is_somebody"),)

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.name, self.title, self.organization_name)))


class DecisionClause(models.Model):
    """One row of what is decided about an item (“att …”): as proposed beside as adopted.

    `proposed` stood on the agenda and `wording` was adopted; neither is ever written over the
    other. A proposal that was not adopted has no wording, a clause made at the meeting no proposal.
    """

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="clauses")
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    proposed = models.TextField(_("proposed wording"), blank=True)
    wording = models.TextField(_("wording"), blank=True)
    is_standard = models.BooleanField(_("standard clause, nothing to follow up"), default=False)
    # As it stands in the county's register; none until it is recorded there.
    decision = models.OneToOneField(
        "decisions.Decision", models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(fields=["item", "position"], name="one_clause_per_place"),
            models.CheckConstraint(
                condition=~Q(wording="") | ~Q(proposed=""), name="clause_says_something"
            ),
        )

    def __str__(self) -> str:
        return self.wording or self.proposed

    @property
    def is_adopted(self) -> bool:
        return bool(self.wording)

    @property
    def is_changed(self) -> bool:
        """Whether it was adopted in other words than it was proposed in."""
        return bool(self.proposed and self.wording) and self.wording != self.proposed

    @property
    def changes(self) -> Iterator[Piece]:
        return changes(self.proposed, self.wording)

    @property
    def recorded(self) -> Decision | None:
        """The decision, unless it was taken back."""
        found: Decision | None = self.decision
        return found if found is not None and found.undone_at is None else None

    @property
    def is_worded_otherwise(self) -> bool:
        """Whether the minutes were changed after the decision was recorded."""
        found = self.recorded
        return found is not None and found.wording.split() != self.wording.split()
