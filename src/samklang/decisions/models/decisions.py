"""What was decided, clause by clause, and what each clause does to other things."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samklang.organizations.api import Acting, Deciding


class DecisionQuerySet(models.QuerySet["Decision"]):
    def visible_to(self, acting: Acting) -> Self:
        """What the county's bodies decide is told to everybody who has a seat in the county."""
        return self.filter(partnership__in=acting.partnership_ids)

    def standing(self) -> Self:
        """Leave out what was taken back: it was never decided, only written."""
        return self.filter(undone_at__isnull=True)


class Decision(models.Model):
    """One “att” clause that a body has decided, with an address that never changes.

    Whether the body had a mandate for it that day is derived; `outside_reason` is what somebody
    gave as the reason when they confirmed a decision outside it.
    """

    partnership = models.ForeignKey("organizations.Partnership", models.PROTECT, related_name="+")
    body = models.ForeignKey(
        "organizations.Body", models.PROTECT, related_name="+", verbose_name=_("body")
    )
    decided_date = models.DateField(_("decided"))
    paragraph = models.CharField(_("paragraph or number"), max_length=50, blank=True)
    wording = models.TextField(_("wording"))
    # The wording as it is searched in.
    search_text = models.TextField(editable=False)
    deciding = models.CharField(
        _("kind of decision"), max_length=20, choices=Deciding, default=Deciding.OTHER
    )
    # To lay to the files, to thank for the information: nothing that anybody follows up.
    standard = models.BooleanField(_("standard clause"), default=False)
    source = models.CharField(_("where it is written"), max_length=300, blank=True)
    outside_reason = models.CharField(_("reason"), max_length=500, blank=True)
    # To which body it was sent on, where its own had no mandate for it.
    sent_to = models.ForeignKey("organizations.Body", models.PROTECT, related_name="+", null=True)
    # What it puts right, and what was sent on to its body; nothing is edited.
    corrects = models.ForeignKey("self", models.PROTECT, related_name="+", null=True)
    answers = models.ForeignKey("self", models.PROTECT, related_name="+", null=True)
    areas = models.ManyToManyField("library.Area", related_name="+", blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    undone_at = models.DateTimeField(null=True, editable=False)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ("-decided_date", "-pk")
        indexes = (
            models.Index(
                fields=["partnership", "standard", "-decided_date", "-id"],
                name="decisions_newest_first",
            ),
        )
        constraints = (
            models.CheckConstraint(condition=~Q(wording=""), name="decision_has_a_wording"),
            models.CheckConstraint(
                condition=Q(deciding__in=Deciding.values), name="decision_is_of_a_known_kind"
            ),
            models.CheckConstraint(
                condition=Q(standard=False) | Q(deciding=Deciding.OTHER),
                name="standard_clause_changes_nothing",
            ),
            models.CheckConstraint(
                condition=Q(sent_to__isnull=True) | Q(outside_reason=""),
                name="what_is_sent_on_is_not_confirmed",
            ),
            models.UniqueConstraint(
                fields=["corrects"],
                condition=Q(undone_at__isnull=True),
                name="a_decision_is_put_right_once",
            ),
        )

    def __str__(self) -> str:
        return self.wording

    def get_absolute_url(self) -> str:
        return reverse("decisions:detail", args=[self.pk])

    def corrected_by(self) -> Decision | None:
        """The decision that puts this one right, if there is any."""
        return Decision.objects.standing().filter(corrects=self).first()

    def answered_by(self) -> Decision | None:
        """What the body that it was sent on to has decided of it."""
        return Decision.objects.standing().filter(answers=self).first()

    @property
    def needs_mandate(self) -> bool:
        """A kind of decision that somebody must have been given the right to take."""
        return self.deciding != Deciding.OTHER


class Effect(models.Model):
    """What a decision does: of a registered kind, to what it names; it waits until it is done."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="effects")
    kind = models.SlugField(_("kind"))
    # What was chosen in the kind's form, and what became of it, as the kind itself writes them.
    asked = models.JSONField(default=dict)
    done = models.JSONField(default=dict)
    done_at = models.DateTimeField(_("done"), null=True, editable=False)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["decision", "kind"], name="one_effect_of_a_kind"),
        )

    def __str__(self) -> str:
        return self.kind

    @property
    def is_waiting(self) -> bool:
        return self.done_at is None
