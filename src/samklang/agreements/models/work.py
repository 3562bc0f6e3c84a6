"""The works, their parties, and the dated texts they live on through."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from functools import cache, lru_cache
from typing import Self

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samklang.common.condition import compiled
from samklang.organizations.api import Acting
from samklang.sharing.api import shared_with


class Level(models.TextChoices):
    """Which of the pack’s two levels; the pack has the words for them."""

    REGIONAL = "regional", _("Regional")
    LOCAL = "local", _("Local")


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def visible_to(self, acting: Acting) -> Self:
        """The register is one picture that all parties of the partnership see.

        What has only been begun inside an organization, with nothing told to the others, is
        there for those who write it and those whom they share it with.
        """
        told = Edition.objects.standing().filter(agreement=OuterRef("pk")).told()
        return self.standing().filter(
            Q(Exists(told)) | Q(keeper__in=acting.organization_ids) | _readable(acting),
            partnership__in=acting.partnership_ids,
        )

    def named_to(self, acting: Acting) -> Self:
        """Those whose title the user may know: a text that they may read bears it."""
        return self.filter(Q(keeper__in=acting.organization_ids) | _readable(acting))

    def standing(self) -> Self:
        """Leave out what was taken back out of the register; its history stays."""
        return self.filter(undone_at__isnull=True)

    def regional(self) -> Self:
        return self.filter(level=Level.REGIONAL)

    def local(self) -> Self:
        return self.filter(level=Level.LOCAL)


def _readable(acting: Acting) -> Q:
    readable = Edition.objects.standing().readable_by(acting)
    return Q(Exists(readable.filter(agreement=OuterRef("pk"))))


class Agreement(models.Model):
    """The work that lives on through its editions: what parties have agreed about an area."""

    partnership = models.ForeignKey("organizations.Partnership", models.PROTECT, related_name="+")
    level = models.CharField(_("level"), max_length=10, choices=Level)
    area = models.ForeignKey("library.Area", models.PROTECT, related_name="+")
    title = models.CharField(_("title"), max_length=300)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="children",
        null=True,
        blank=True,
        verbose_name=_("built on"),
    )
    # Who keeps the record of this agreement: the municipality for a local one, the support
    # unit or the region for a regional one. Only its writers change it.
    keeper = models.ForeignKey(
        "organizations.Organization", models.PROTECT, related_name="+", verbose_name=_("keeper")
    )
    revision_responsible = models.CharField(
        _("responsible for revision"), max_length=200, blank=True
    )
    demo = models.BooleanField(default=False, editable=False)
    # Counts every change, so that the second of two savers is told (409).
    version = models.PositiveIntegerField(default=1, editable=False)
    # Taken back with its only edition: it was never there, only written.
    undone_at = models.DateTimeField(null=True, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ("title", "pk")
        indexes = (models.Index(fields=["partnership", "level", "area"]),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("agreements:detail", args=[self.pk])


class Party(models.Model):
    """An organization’s side of an agreement; in force only when every required one has adopted."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="parties")
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+")
    required = models.BooleanField(_("must adopt"), default=True)
    # The edition whose registration named it, and takes it along if it is taken back.
    came_with = models.ForeignKey(
        "Edition", models.SET_NULL, related_name="+", null=True, editable=False
    )

    class Meta:
        ordering = ("organization__position", "pk")
        verbose_name_plural = "parties"
        constraints = (
            models.UniqueConstraint(
                fields=["agreement", "organization"], name="one_party_per_organization"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organization}"


class EditionQuerySet(models.QuerySet["Edition"]):
    def standing(self) -> Self:
        return self.filter(undone_at__isnull=True)

    def told(self) -> Self:
        """Those that the county has been told something about, if only that they are begun."""
        return self.filter(_told())

    def decided(self, *, on: date) -> Self:
        """Those that all parties may read on the day."""
        return self.filter(_decided(on))

    def inside(self, organization_ids: Iterable[int]) -> Self:
        """Those that the organizations keep or registered: nothing of them needs to be shared."""
        return self.filter(_inside(list(organization_ids)))

    def readable_by(self, acting: Acting) -> Self:
        """Those whose text the user may read: the one boundary, asked of the database."""
        return self.filter(_whole(acting) | Q(pk__in=shared_with(acting, Edition.KIND)))

    def whole_to(self, acting: Acting) -> Self:
        """Those whose text the user may read as it is now, and not as it was when shared."""
        return self.filter(_whole(acting))


@cache
def _told() -> Q:
    own = {"edition": OuterRef("pk")}
    entered = Q(Exists(_entries("Adoption", **own))) | Q(Exists(_entries("ValidityEvent", **own)))
    return compiled(Edition, Q(begun_date__isnull=False) | ~Q(stage="") | entered)


# Said in every statement of who may read what, and by far the longest to put together.
@lru_cache(maxsize=8)
def _decided(on: date) -> Q:
    """Adopted by all that must, or known to hold with no recorded decision against it.

    The same rule as `lean_rows.EditionRow.adopted`; a test compares the two.
    """
    own = {"edition": OuterRef("pk")}
    yes = _yeses(edition=OuterRef(OuterRef("pk")), adopted_date__lte=on)
    waiting = Party.objects.filter(agreement=OuterRef("agreement"), required=True).exclude(
        Exists(yes.filter(organization=OuterRef("organization")))
    )
    known = _entries("ValidityEvent", **own, kind="known_to_hold").filter(
        Q(decided_last_date__isnull=True) | Q(decided_last_date__lte=on)
    )
    told = _yeses(edition=OuterRef("edition"), adopted_date__lte=on).exclude(fingerprint="")
    another_text = told.exclude(fingerprint=OuterRef("fingerprint"))
    told_apart = (
        _yeses(**own, adopted_date__lte=on).exclude(fingerprint="").filter(Exists(another_text))
    )
    # Whoever has said no yes, and yet has decided, has decided on another wording.
    otherwise = _entries("Adoption", edition=OuterRef(OuterRef("pk")))
    differing = waiting.filter(
        Exists(otherwise.filter(organization=OuterRef("organization"), adopted_date__lte=on))
    )
    adopted = Q(Exists(_yeses(**own))) & ~Q(Exists(waiting))
    vouched = Q(stage="") & Q(Exists(known)) & ~Q(Exists(differing))
    return compiled(Edition, (adopted | vouched) & ~Q(Exists(told_apart)))


def _whole(acting: Acting) -> Q:
    """Inside the boundary, or a party of what is decided."""
    is_party = Q(agreement__partnership__in=acting.partnership_ids)
    return _inside(acting.organization_ids) | _decided(acting.today) & is_party


def _inside(organization_ids: Collection[int]) -> Q:
    return Q(agreement__keeper__in=organization_ids) | Q(recorded_for__in=organization_ids)


def _entries(model: str, **about: object) -> models.QuerySet[models.Model]:
    """Return what is recorded and stands: those models are built on these."""
    recorded: models.QuerySet[models.Model] = apps.get_model("agreements", model).objects.all()
    return recorded.filter(undone_at__isnull=True, **about)


def _yeses(**about: object) -> models.QuerySet[models.Model]:
    """Return the adoptions of the editions’ own texts, not those of another wording."""
    return _entries("Adoption", **about).exclude(wording="other")


class Edition(models.Model):
    """A dated text of an agreement: drafted, adopted, extended, replaced by the next."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField(_("number"), default=1)
    label = models.CharField(_("version as the document says it"), max_length=100, blank=True)
    begun_date = models.DateField(_("work began"), null=True, blank=True)
    # What other parties may know of a text that is under way: the stage, never the text.
    stage = models.CharField(_("stage"), max_length=100, blank=True)
    # Who put it in the register, and when: unknown of what a pack brought.
    recorded_at = models.DateTimeField(null=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    # In whose name: that organization writes the text beside the keeper.
    recorded_for = models.ForeignKey(
        "organizations.Organization",
        models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
    )
    undone_at = models.DateTimeField(null=True, editable=False)

    # What a share of an edition calls it.
    KIND = "edition"

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ("agreement", "number")
        constraints = (
            models.UniqueConstraint(fields=["agreement", "number"], name="one_edition_per_number"),
        )

    def __str__(self) -> str:
        return f"{self.agreement} ({self.label or self.number})"

    @property
    def inside(self) -> frozenset[int]:
        """The organizations that write the text."""
        keeper = self.agreement.keeper_id
        return frozenset({keeper, self.recorded_for_id or keeper})


class EditionFile(models.Model):
    """A file that holds an edition’s text; readable for other parties once adopted."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="files")
    file = models.ForeignKey("documents.File", models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["edition", "file"], name="file_once_in_edition"),
        )

    def __str__(self) -> str:
        return str(self.file)
