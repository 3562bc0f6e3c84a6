"""What a body shall do and may decide, and the places in it, each from one day until another."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samklang.organizations.models.bodies import (
    Body,
    Dated,
    DatedQuerySet,
    ends_after_it_starts,
    recorded_by,
)
from samklang.organizations.models.parties import Organization


class CharterKind(models.TextChoices):
    ASSIGNMENT = "assignment", _("Assignment")
    MANDATE = "mandate", _("Mandate")


class Charter(Dated):
    """What a body is to do (assignment) or may decide (mandate), as somebody gave it in writing."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="charters")
    kind = models.CharField(_("kind"), max_length=20, choices=CharterKind)
    # The pack's own name for it; none of one that somebody has recorded.
    code = models.SlugField(blank=True, editable=False)
    title = models.CharField(_("title"), max_length=300)
    text = models.TextField(_("what it says"), blank=True)
    given_by_body = models.ForeignKey(Body, models.PROTECT, related_name="+", null=True, blank=True)
    given_by_organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="+", null=True, blank=True
    )
    diary_number = models.CharField(_("diary number"), max_length=100, blank=True)
    source = models.CharField(_("where it is written"), max_length=500, blank=True)
    end_note = models.CharField(_("why it ended"), max_length=500, blank=True)
    recorded_by = recorded_by()
    demo = models.BooleanField(default=False, editable=False)

    objects = DatedQuerySet["Charter"].as_manager()

    class Meta:
        ordering = ("-from_date", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=CharterKind.values), name="charter_is_of_a_known_kind"
            ),
            models.CheckConstraint(
                condition=Q(given_by_body__isnull=True) | Q(given_by_organization__isnull=True),
                name="charter_is_given_by_one",
            ),
            models.UniqueConstraint(
                fields=["body", "code"], condition=~Q(code=""), name="one_charter_per_code"
            ),
            ends_after_it_starts("charter_ends_after_it_starts"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def given_by(self) -> Body | Organization | None:
        return self.given_by_body or self.given_by_organization


class Deciding(models.TextChoices):
    """The kinds of decision that a mandate can cover."""

    EXTEND_AGREEMENTS = "extend_agreements", _("extend agreements")
    ADOPT_AGREEMENT = "adopt_agreement", _("adopt an agreement")
    ADOPT_ASSIGNMENT = "adopt_assignment", _("adopt an assignment description")
    CHANGE_BODIES = "change_bodies", _("start, change or end a body")
    OTHER = "other", _("other decisions")


class Power(models.Model):
    """One kind of decision that a mandate covers."""

    charter = models.ForeignKey(Charter, models.CASCADE, related_name="powers")
    decision = models.CharField(_("kind of decision"), max_length=20, choices=Deciding)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["charter", "decision"], name="one_power_per_decision"),
            models.CheckConstraint(
                condition=Q(decision__in=Deciding.values), name="power_is_of_a_known_kind"
            ),
        )

    def __str__(self) -> str:
        return self.get_decision_display()


class PostKind(models.TextChoices):
    CHAIR = "chair", _("Chair")
    MEMBER = "member", _("Member")
    SUBSTITUTE = "substitute", _("Substitute")
    ADJUNCT = "adjunct", _("Adjunct")
    USER_INFLUENCE = "user_influence", _("User influence")


WHOLE_TIME = 100


class Post(Dated):
    """A place in a body, on somebody's behalf; it is vacant while nobody is named."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="posts")
    kind = models.CharField(_("kind of place"), max_length=20, choices=PostKind)
    code = models.SlugField(blank=True, editable=False)
    person = models.CharField(_("name"), max_length=200, blank=True)
    title = models.CharField(_("title or role"), max_length=200, blank=True)
    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="+", null=True, blank=True
    )
    share = models.PositiveSmallIntegerField(_("share of time in per cent"), null=True, blank=True)
    # Where the body's calls and calendar entries are sent; shown to those who keep the body.
    email = models.EmailField(_("e-mail address"), blank=True)
    recorded_by = recorded_by()
    demo = models.BooleanField(default=False, editable=False)

    objects = DatedQuerySet["Post"].as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=PostKind.values), name="post_is_of_a_known_kind"
            ),
            models.CheckConstraint(
                condition=Q(share__isnull=True) | Q(share__range=(1, WHOLE_TIME)),
                name="post_takes_part_of_the_time",
            ),
            models.UniqueConstraint(
                fields=["body", "code"], condition=~Q(code=""), name="one_post_per_code"
            ),
            ends_after_it_starts("post_ends_after_it_starts"),
        )

    def __str__(self) -> str:
        return self.person or self.title or self.get_kind_display()

    @property
    def is_vacant(self) -> bool:
        return not self.person
