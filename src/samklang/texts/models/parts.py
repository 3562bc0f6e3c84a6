"""The parts of an edition's text, and what the local text answers."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samklang.texts.models.written import KEY_LENGTH, Written


class Section(Written):
    """A part of the text under a heading; `body` is HTML of the allow-list of documents."""

    level = models.PositiveSmallIntegerField(_("level"), default=1)
    number = models.CharField(_("number"), max_length=20, blank=True)
    heading = models.CharField(_("heading"), max_length=300)
    body = models.TextField(_("text"), blank=True)
    is_done = models.BooleanField(_("done"), default=False)
    # Which of the template's sections it was begun as, if any.
    template_code = models.SlugField(blank=True, editable=False)
    # Which shared wording it was begun with, if any. A wording is never taken away but with a demo.
    clause_version = models.ForeignKey(
        "library.ClauseVersion", models.SET_NULL, related_name="+", null=True, blank=True
    )

    class Meta(Written.Meta):
        constraints = (
            models.CheckConstraint(
                condition=Q(level__gte=1, level__lte=3), name="section_has_one_of_three_levels"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.heading}".strip()


class Actor(models.TextChoices):
    """Which side undertakes it; the pack has the words for the two levels."""

    REGION = "region", _("The regional party")
    MUNICIPALITY = "municipality", _("The local party")
    BOTH = "both", _("Both together")
    PROVIDER = "provider", _("A provider")
    OTHER = "other", _("Somebody else")


class Scope(models.TextChoices):
    COMMON = "common", _("Common to the county")
    SPECIFIC = "specific", _("For one kind of service")


class Commitment(Written):
    """One thing that somebody undertakes, in the words of the section that it stands in."""

    section_key = models.CharField(max_length=KEY_LENGTH, editable=False)
    wording = models.TextField(_("what is undertaken"))
    actor = models.CharField(_("who undertakes it"), max_length=20, choices=Actor)
    actor_words = models.CharField(_("as the text says it"), max_length=200, blank=True)
    scope = models.CharField(_("scope"), max_length=20, choices=Scope, blank=True)
    is_wording = False
    # None until somebody has said it.
    needs_local_answer = models.BooleanField(_("needs a local answer"), null=True)

    class Meta(Written.Meta):
        constraints = (
            models.CheckConstraint(
                condition=Q(actor__in=Actor.values), name="commitment_actor_is_known"
            ),
        )

    def __str__(self) -> str:
        return self.wording


class Answer(Written):
    """How, by whom and when a local text does what the regional one asks.

    Its `key` is that of the commitment it answers, and `upper_wording` how that one read then.
    """

    how = models.TextField(_("how"), blank=True)
    by_municipality = models.CharField(_("who in the municipality"), max_length=200, blank=True)
    by_region = models.CharField(_("who in the region"), max_length=200, blank=True)
    when = models.CharField(_("when"), max_length=200, blank=True)
    is_done = models.BooleanField(_("done"), default=False)
    # What was asked on the way: question, considered, comment.
    considered = models.JSONField(default=list)
    upper_wording = models.TextField(editable=False)

    class Meta(Written.Meta):
        pass

    def __str__(self) -> str:
        return self.how

    @property
    def is_full(self) -> bool:
        """Whether it says how, who and when."""
        who = self.by_municipality or self.by_region
        return bool(self.how.strip() and who.strip() and self.when.strip())

    @property
    def is_begun(self) -> bool:
        """Whether it says anything."""
        return any((self.how, self.by_municipality, self.by_region, self.when))
