"""What somebody says of a section: a comment with its replies, or a suggestion of other words."""

from __future__ import annotations

from datetime import datetime
from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samklang.consultations.lifecycle import Fate
from samklang.consultations.models.rounds import Participant, written_by
from samklang.organizations.api import Acting

OpinionType = TypeVar("OpinionType", bound="Opinion")
KEY_LENGTH = 12
WRITTEN_SOMEWHERE = Q(word_author="") | ~Q(word_file="")


class OpinionQuerySet(models.QuerySet[OpinionType]):
    def visible_to(self, acting: Acting) -> Self:
        """Return what the draft's writers see, and what one's own organizations have said.

        Those asked in a consultation see each other's only where its writers have said so.
        """
        own = acting.organization_ids
        together = Participant.objects.filter(
            organization__in=own, consultation__sees_each_other=True
        ).values("consultation")
        return self.filter(
            Q(edition__in=written_by(own))
            | Q(organization__in=own)
            | Q(participant__consultation__in=together)
        )

    def open_to(self, acting: Acting, until: datetime | None) -> Self:
        """Leave out, too, what others say of a wording that came after what the user may read."""
        known = Q(section__rewritten_at__lte=until) if until else Q(pk__in=[])
        return self.visible_to(acting).filter(known | Q(organization__in=acting.organization_ids))


class Opinion(models.Model):
    """What is said of one section, in the name of an organization, of the wording that stood.

    `key` is the section's lasting id; `section` is the state of it that was read, and the wording
    is kept with it, since a state may be written over within a sitting.
    """

    edition = models.ForeignKey("agreements.Edition", models.PROTECT, related_name="+")
    key = models.CharField(max_length=KEY_LENGTH, editable=False)
    section = models.ForeignKey("texts.Section", models.PROTECT, related_name="+", editable=False)
    heading_then = models.CharField(max_length=300, blank=True, editable=False)
    body_then = models.TextField(blank=True, editable=False)
    organization = models.ForeignKey(
        "organizations.Organization", models.PROTECT, related_name="+", null=True
    )
    # As whom they were asked, when it is said in a consultation.
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+", null=True)
    # The Word document that it was taken in from, and who had written it there.
    word_file = models.CharField(_("Word document"), max_length=255, blank=True, editable=False)
    word_author = models.CharField(
        _("author in the Word document"), max_length=255, blank=True, editable=False
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    objects = OpinionQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("pk",)
        indexes = (models.Index(fields=["edition", "key"]),)

    @property
    def came_from(self) -> str:
        """Say which Word document it comes from, and who had written it there; else nothing."""
        if not self.word_file:
            return ""
        told = {"file": self.word_file, "author": self.word_author or _("somebody without a name")}
        return _("From the Word document %(file)s, written by %(author)s") % told

    @property
    def whose(self) -> str:
        """In whose name it is said."""
        return str(self.organization or self.participant)


class Comment(Opinion):
    """What somebody thinks of a section; it is replied to, and settled when nothing is left."""

    text = models.TextField(_("comment"))
    # The words of the section that it is about, when it was made in Word.
    quoted = models.TextField(_("the words it is about"), blank=True, editable=False)
    settled_at = models.DateTimeField(null=True, editable=False)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta(Opinion.Meta):
        constraints = (
            models.CheckConstraint(
                condition=Q(organization__isnull=False) | Q(participant__isnull=False),
                name="comment_is_made_in_a_name",
            ),
            models.CheckConstraint(
                condition=WRITTEN_SOMEWHERE,
                name="comment_has_an_author_only_in_word",
            ),
        )

    def __str__(self) -> str:
        return self.text

    @property
    def with_quote(self) -> str:
        """Return it with the words that it is about, where nothing else shows them."""
        return f"“{self.quoted}”\n\n{self.text}" if self.quoted else self.text


class Reply(models.Model):
    """A line under a comment; what the draft's writers reply is the answer to it."""

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="replies", editable=False)
    text = models.TextField(_("reply"))
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "replies"

    def __str__(self) -> str:
        return self.text


class Suggestion(Opinion):
    """Another wording of a section, with what became of it; nothing of it is ever taken away."""

    heading = models.CharField(_("heading"), max_length=300)
    body = models.TextField(_("text"), blank=True)
    is_editorial = models.BooleanField(_("changes no meaning"), default=False)
    why = models.TextField(_("why"), blank=True)
    fate = models.CharField(
        _("what became of it"), max_length=20, choices=Fate, default=Fate.OPEN, editable=False
    )
    decided_at = models.DateTimeField(null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    reason = models.TextField(_("reason"), blank=True)
    # The state of the section that it became.
    became = models.ForeignKey(
        "texts.Section", models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta(Opinion.Meta):
        constraints = (
            models.CheckConstraint(
                condition=Q(organization__isnull=False) | Q(participant__isnull=False),
                name="suggestion_is_made_in_a_name",
            ),
            models.CheckConstraint(
                condition=WRITTEN_SOMEWHERE,
                name="suggestion_has_an_author_only_in_word",
            ),
            models.CheckConstraint(
                condition=Q(fate=Fate.OPEN, decided_at__isnull=True)
                | ~Q(fate=Fate.OPEN) & Q(decided_at__isnull=False),
                name="decided_suggestion_has_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(fate=Fate.ACCEPTED, became__isnull=False)
                | ~Q(fate=Fate.ACCEPTED) & Q(became__isnull=True),
                name="accepted_suggestion_became_a_state",
            ),
            models.CheckConstraint(
                condition=~Q(fate=Fate.REJECTED) | ~Q(reason=""),
                name="rejected_suggestion_has_a_reason",
            ),
        )

    def __str__(self) -> str:
        return self.heading

    @property
    def wording(self) -> tuple[str, str]:
        return self.heading, self.body

    @property
    def wording_then(self) -> tuple[str, str]:
        return self.heading_then, self.body_then
