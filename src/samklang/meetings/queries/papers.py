"""An attachment, its files, and the pack of a meeting’s papers that somebody may fetch."""

from __future__ import annotations

from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404

from samklang.meetings.models import AttachedFile, Attachment, Meeting, Openness, Pack
from samklang.organizations.api import Acting, Organization, organizations

# Every two of them are compared, and the page and the pack hold them all.
MOST_ATTACHMENTS = 300


def find_attachment(acting: Acting, pk: int, attachment_pk: int) -> Attachment:
    """Return one that the user may know of; whether they may read it is asked after that."""
    there = Attachment.objects.filter(meeting=pk)
    known = there.visible_to(acting) | there.sealed_from(acting)
    files = Prefetch("files", AttachedFile.objects.select_related("file", "received_by"))
    found = known.select_related("meeting__body", "meeting__keeper", "meeting__minutes")
    return get_object_or_404(
        found.prefetch_related("items", "readers", files).distinct(), pk=attachment_pk
    )


def has_room(acting: Acting, meeting: Meeting) -> bool:
    """Whether another attachment has room among those that the user may know of."""
    there = meeting.attachments.all()
    known = (there.visible_to(acting) | there.sealed_from(acting)).distinct()
    return known.count() < MOST_ATTACHMENTS


def find_edition(paper: Attachment, number: int) -> AttachedFile:
    for one in paper.editions:
        if one.number == number:
            return one
    raise Http404


def possible_readers(meeting: Meeting) -> list[Organization]:
    """Return whom a confidential attachment can be opened to, besides the meeting’s keeper."""
    return list(organizations(meeting.partnership_id).exclude(pk=meeting.keeper_id))


def pack(acting: Acting, meeting: Meeting) -> Pack | None:
    """Return the newest pack that was asked for by readers with the very same rights."""
    return Pack.objects.visible_to(acting).filter(meeting=meeting).select_related("meeting").first()


def made_pack(acting: Acting, meeting: Meeting) -> Pack | None:
    """Return the newest that is made, while another may be on its way."""
    there = Pack.objects.visible_to(acting).filter(meeting=meeting).exclude(pdf="")
    return there.select_related("meeting").first()


def has_confidential(acting: Acting, found: Pack) -> bool:
    """Tell whether something in it is not for all: who fetches it is then written down."""
    inside = found.papers.values("attachment")
    there = Attachment.objects.visible_to(acting).filter(pk__in=inside)
    return there.exclude(openness=Openness.OPEN).exists()
