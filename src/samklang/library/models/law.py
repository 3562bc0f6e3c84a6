"""The law of a country as its pack tells it: acts, provisions, old references and terms.

It belongs to no county: those of one country share it. Texts are in the pack's language;
`translations` is {"en": {"citation": …, …}}, as for areas.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class LawBook(models.Model):
    """What one country's pack knows of the law, and where it was read.

    `citing` holds the patterns by which a text refers to a paragraph, with `leave`: the places
    where a replaced term is left alone.
    """

    country = models.SlugField(_("country"), unique=True)
    # In which language the acts, and so the quotes, are written.
    language = models.CharField(_("language"), max_length=10)
    source = models.CharField(_("source"), max_length=300)
    citing = models.JSONField(default=dict)
    translations = models.JSONField(default=dict)

    class Meta:
        ordering = ("country",)

    def __str__(self) -> str:
        return self.country


class Act(models.Model):
    """A statute, in force or repealed; `names` are what texts call it."""

    book = models.ForeignKey(LawBook, models.CASCADE, related_name="+")
    code = models.SlugField(_("code"))
    number = models.CharField(_("number"), max_length=40)
    name = models.CharField(_("name"), max_length=300)
    names = models.JSONField(default=list)
    repealed_date = models.DateField(_("repealed"), null=True)
    replaced_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    translations = models.JSONField(default=dict)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(fields=["book", "code"], name="one_act_per_code"),
            models.UniqueConstraint(fields=["book", "number"], name="one_act_per_number"),
        )

    def __str__(self) -> str:
        return self.name


class Provision(models.Model):
    """One paragraph of an act, or the whole act where `section` is empty."""

    book = models.ForeignKey(LawBook, models.CASCADE, related_name="+")
    act = models.ForeignKey(Act, models.PROTECT, related_name="+")
    code = models.SlugField(_("code"))
    chapter = models.CharField(_("chapter"), max_length=10, blank=True)
    section = models.CharField(_("section"), max_length=10, blank=True)
    citation = models.CharField(_("citation"), max_length=300)
    about = models.CharField(_("about"), max_length=200)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    translations = models.JSONField(default=dict)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(fields=["book", "code"], name="one_provision_per_code"),
        )

    def __str__(self) -> str:
        return self.citation


class LinkKind(models.TextChoices):
    """What a provision demands of those who collaborate."""

    AGREEMENT = "agreement", _("Duty to agree")
    CONTRACT = "contract", _("Duty to have a contract")
    MAY = "may", _("May agree")
    GUIDELINES = "guidelines", _("Joint guidelines")
    PLAN = "plan", _("Individual plan")
    DUTY = "duty", _("Another duty")
    PAYMENT = "payment", _("Who pays")
    POINTER = "pointer", _("Refers to other rules")


class Wording(models.Model):
    """How a provision reads from one day until another; a day that is not known is empty.

    `says` tells it in our own words and `changes` how it differs from the one before;
    `quote` is a few words of the act. `note` says what has not been checked.
    """

    provision = models.ForeignKey(Provision, models.CASCADE, related_name="+")
    from_date = models.DateField(_("from"), null=True)
    until_date = models.DateField(_("until"), null=True)
    amended_by = models.CharField(_("amended by"), max_length=40, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=LinkKind)
    says = models.TextField(_("says"))
    changes = models.TextField(_("changes"), blank=True)
    quote = models.CharField(_("quote"), max_length=120, blank=True)
    note = models.TextField(_("note"), blank=True)
    checked = models.BooleanField(_("checked"), default=False)
    translations = models.JSONField(default=dict)

    class Meta:
        ordering = (F("from_date").asc(nulls_first=True), "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(from_date__isnull=True)
                | Q(until_date__isnull=True)
                | Q(until_date__gte=F("from_date")),
                name="wording_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["provision", "from_date"], name="one_wording_from_a_day"
            ),
            models.UniqueConstraint(
                fields=["provision"],
                condition=Q(from_date__isnull=True),
                name="one_wording_since_before_memory",
            ),
        )

    def __str__(self) -> str:
        return f"{self.provision_id}: {self.from_date or ''}–{self.until_date or ''}"


class Reference(models.Model):
    """A paragraph of a repealed act that old texts refer to, and what says the same now."""

    act = models.ForeignKey(Act, models.CASCADE, related_name="+")
    chapter = models.CharField(_("chapter"), max_length=10, blank=True)
    section = models.CharField(_("section"), max_length=10)
    citation = models.CharField(_("citation"), max_length=300)
    now = models.ManyToManyField(Provision, related_name="+")
    checked = models.BooleanField(_("checked"), default=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    translations = models.JSONField(default=dict)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["act", "chapter", "section"], name="one_meaning_per_reference"
            ),
        )

    def __str__(self) -> str:
        return self.citation


class Term(models.Model):
    """A word that texts should use, and those that it takes the place of.

    `pattern` finds the old ones in all their forms; `scope` says where the rule holds.
    """

    book = models.ForeignKey(LawBook, models.CASCADE, related_name="+")
    code = models.SlugField(_("code"))
    preferred = models.CharField(_("preferred"), max_length=120)
    replaced = models.JSONField(default=list)
    pattern = models.CharField(_("pattern"), max_length=500)
    scope = models.TextField(_("scope"), blank=True)
    from_date = models.DateField(_("from"), null=True)
    source = models.CharField(_("source"), max_length=300)
    note = models.TextField(_("note"), blank=True)
    checked = models.BooleanField(_("checked"), default=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    translations = models.JSONField(default=dict)

    class Meta:
        ordering = ("position", "pk")
        constraints = (models.UniqueConstraint(fields=["book", "code"], name="one_term_per_code"),)

    def __str__(self) -> str:
        return self.preferred
