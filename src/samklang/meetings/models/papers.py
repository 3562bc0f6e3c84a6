"""The papers of a meeting: what each is, its files, who may read it, and packs made of them all."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samklang.common.lean import led
from samklang.meetings.labels import is_numbered
from samklang.meetings.lifecycle import PackState
from samklang.meetings.models.agenda import AgendaItem
from samklang.meetings.models.meetings import Meeting, MeetingQuerySet
from samklang.organizations.api import Acting


class Openness(models.TextChoices):
    OPEN = "open", _("Open to all who see the meeting")
    SEALED = "sealed", _("Confidential; all see that it exists, by its number")
    HIDDEN = "hidden", _("Confidential; nobody else sees that it exists")


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    def visible_to(self, acting: Acting) -> Self:
        """An open one is seen with its meeting; else by whoever calls it and those it names."""
        return self.filter(meeting__in=_meetings(acting)).open_to(acting)

    def open_to(self, acting: Acting) -> Self:
        """Those, of a meeting that the user sees, that they may read."""
        own = Q(meeting__keeper__in=acting.organization_ids)
        return self.filter(Q(openness=Openness.OPEN) | own | Q(pk__in=_named(acting)))

    def sealed_from(self, acting: Acting) -> Self:
        """Those of which the user may know the number, and nothing else."""
        return self.filter(meeting__in=_meetings(acting)).shut_to(acting)

    def shut_to(self, acting: Acting) -> Self:
        """Those, of a meeting that the user sees, that are there for them by number alone."""
        own = Q(meeting__keeper__in=acting.organization_ids)
        return self.filter(openness=Openness.SEALED).exclude(own).exclude(pk__in=_named(acting))


def _meetings(acting: Acting) -> MeetingQuerySet:
    return Meeting.objects.visible_to(acting).order_by()


def _named(acting: Acting) -> AttachmentQuerySet:
    return Attachment.objects.filter(readers__in=acting.organization_ids).order_by()


class Attachment(models.Model):
    """A paper of a meeting, with its own name for itself: “2”, “2 A-B”.

    It belongs to the items that it is attached to, and to the meeting as a whole when to none.
    What it holds is its files, the newest first, or the page in Samklang that `link` leads to.
    A confidential one says on which `ground`, and which `readers` besides the meeting’s keeper.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attachments")
    items = models.ManyToManyField(AgendaItem, related_name="attachments", blank=True)
    label = models.CharField(_("label"), max_length=60)
    title = models.CharField(_("title"), max_length=200, blank=True)
    link = models.CharField(_("link"), max_length=300, blank=True)
    is_late = models.BooleanField(_("came late"), default=False)
    openness = models.CharField(
        _("openness"), max_length=10, choices=Openness, default=Openness.OPEN
    )
    ground = models.CharField(_("ground for confidentiality"), max_length=200, blank=True)
    readers = models.ManyToManyField("organizations.Organization", related_name="+", blank=True)
    # None for those that were there before this was kept.
    added_at = models.DateTimeField(auto_now_add=True, null=True)
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    # Counts the changes of this one, so that a confidential one moves nothing that others see.
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(label=""), name="attachment_has_a_label"),
            models.CheckConstraint(
                condition=Q(openness__in=Openness.values), name="attachment_openness_is_known"
            ),
            models.CheckConstraint(
                condition=Q(openness=Openness.OPEN, ground="")
                | (~Q(openness=Openness.OPEN) & ~Q(ground="")),
                name="confidential_attachment_has_a_ground",
            ),
            models.CheckConstraint(
                condition=Q(link="") | Q(link__startswith="/") & ~Q(link__startswith="//"),
                name="attachment_links_to_a_page_of_ours",
            ),
        )

    def __str__(self) -> str:
        return called(self.label)

    @property
    def is_confidential(self) -> bool:
        return self.openness != Openness.OPEN

    @property
    def came_late(self) -> bool:
        """Whether it came after the agenda was sent out, or somebody has said that it did."""
        return self.is_late or _is_after(self.added_at, self.meeting.sent_at)

    @property
    def editions(self) -> list[AttachedFile]:
        """Its files, the newest first."""
        return sorted(led(self, "files"), key=lambda one: -one.number)

    @property
    def current(self) -> AttachedFile | None:
        return next(iter(self.editions), None)

    @property
    def is_replaced_late(self) -> bool:
        """Whether its newest file came in place of another after the agenda was sent out."""
        now = self.current
        return bool(now and now.number > 1 and _is_after(now.received_at, self.meeting.sent_at))


def called(label: str) -> str:
    """Return how people speak of the attachment with the label."""
    return gettext("Attachment %(label)s") % {"label": label} if is_numbered(label) else label


def _is_after(moment: datetime | None, other: datetime | None) -> bool:
    return bool(moment and other and moment > other)


class AttachedFile(models.Model):
    """One edition of an attachment’s file; those that were replaced stay as they were."""

    attachment = models.ForeignKey(Attachment, models.CASCADE, related_name="files")
    number = models.PositiveSmallIntegerField(_("edition"))
    file = models.ForeignKey("documents.File", models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=255)
    received_at = models.DateTimeField(auto_now_add=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )

    class Meta:
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=["attachment", "number"], name="one_file_per_edition"),
            models.CheckConstraint(condition=Q(number__gte=1), name="file_editions_begin_at_one"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        about = self.attachment
        return reverse("meetings:paper_file", args=[about.meeting_id, about.pk, self.number])


class PackQuerySet(models.QuerySet["Pack"]):
    def visible_to(self, acting: Acting) -> Self:
        """A pack is for the very organizations it was made for, while they may read all in it."""
        seen = self.filter(meeting__in=_meetings(acting), rights=rights_of(acting))
        readable = Attachment.objects.visible_to(acting).order_by().values("pk")
        beyond = PackPaper.objects.exclude(attachment__in=readable).values("pack")
        return seen.exclude(pk__in=beyond)


def rights_of(acting: Acting) -> str:
    """Name what somebody may read by: the organizations that they have a seat in."""
    return ",".join(str(one) for one in sorted(acting.organization_ids))


class Pack(models.Model):
    """All papers of a meeting that some organizations may read, as one PDF and as a ZIP.

    It can be made again at any time, so that it is cleared after some days. `mark` follows from
    what was in it: another mark now says that it is out of date.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="+")
    rights = models.CharField(max_length=1000)
    state = models.CharField(max_length=10, choices=PackState, default=PackState.WAITING)
    mark = models.CharField(max_length=64)
    language = models.CharField(max_length=10)
    # Where Samklang was for whoever asked: links in the PDF lead there.
    home = models.CharField(max_length=200)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    made_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    page_count = models.PositiveIntegerField(null=True)
    # What somebody should know of it: a code, and which attachment.
    remarks = models.JSONField(default=list)
    pdf = models.FileField(upload_to="packs", max_length=200, blank=True)
    archive = models.FileField(upload_to="packs", max_length=200, blank=True)

    objects = PackQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=PackState.values), name="pack_state_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=PackState.MADE) | (Q(made_at__isnull=False) & ~Q(pdf="")),
                name="made_pack_has_its_file",
            ),
            models.CheckConstraint(condition=Q(done__lte=F("total")), name="pack_is_done_in_parts"),
        )

    def __str__(self) -> str:
        return str(self.meeting)

    def get_absolute_url(self) -> str:
        return reverse("meetings:papers", args=[self.meeting_id])

    @property
    def organization_ids(self) -> list[int]:
        return [int(one) for one in self.rights.split(",") if one]

    @property
    def is_working(self) -> bool:
        return self.state in (PackState.WAITING, PackState.MAKING)

    @property
    def is_made(self) -> bool:
        return self.state == PackState.MADE


class PackPaper(models.Model):
    """An attachment that is in a pack: whoever may not read it any more gets no pack with it."""

    pack = models.ForeignKey(Pack, models.CASCADE, related_name="papers")
    # A number that stays when the attachment is taken away.
    attachment = models.PositiveBigIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["pack", "attachment"], name="one_row_per_packed_paper"),
        )

    def __str__(self) -> str:
        return str(self.attachment)
