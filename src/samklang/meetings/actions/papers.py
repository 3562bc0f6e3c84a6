"""The attachments of a meeting: what each is called, what it belongs to, and its files."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db import transaction

from samklang.audit.api import record
from samklang.documents.api import File, weed
from samklang.meetings.actions.locking import Conflict, open_for_writing, written
from samklang.meetings.models import AgendaItem, AttachedFile, Attachment, Meeting, Openness
from samklang.organizations.api import Acting, Organization


@dataclass(frozen=True, slots=True)
class Wall:
    """Who may read an attachment, and why not all who see the meeting."""

    openness: str = Openness.OPEN
    ground: str = ""
    readers: tuple[Organization, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperWords:
    """What is said of an attachment; it belongs to the meeting as a whole without items.

    `wall` is none when its writer may not say who reads it: then it stays as it is.
    """

    label: str
    title: str = ""
    is_late: bool = False
    items: tuple[AgendaItem, ...] = ()
    link: str = ""
    wall: Wall | None = None
    # What its writer calls the file: the same bytes may be kept already, under a name that is not
    # theirs to know.
    file_name: str = ""


@transaction.atomic
def add_attachment(
    meeting: Meeting, words: PaperWords, *, by: Acting, seen: int, file: File | None = None
) -> Attachment:
    fresh = open_for_writing(meeting, seen=seen)
    last = fresh.attachments.order_by("-position").first()
    paper = Attachment(meeting=fresh, position=last.position + 1 if last else 0)
    _say(paper, replace(words, wall=words.wall or Wall()), file, by=by)
    _told("agenda.attachment_added", paper, by=by)
    return paper


@transaction.atomic
def change_attachment(
    attachment: Attachment, words: PaperWords, *, by: Acting, seen: int, file: File | None = None
) -> Attachment:
    """Change it, unless somebody else has meanwhile; a file comes in place of the one before."""
    fresh = open_for_writing(attachment.meeting)
    paper = fresh.attachments.select_for_update().get(pk=attachment.pk)
    if paper.version != seen:
        raise Conflict(f"attachment {paper.pk} is at version {paper.version}, not {seen}")
    was_confidential = paper.is_confidential
    paper.version += 1
    replaced = _say(paper, words, file, by=by)
    verb = "agenda.attachment_replaced" if replaced else "agenda.attachment_changed"
    _told(verb, paper, by=by, in_silence=was_confidential)
    return paper


@transaction.atomic
def remove_attachment(attachment: Attachment, *, by: Acting) -> Meeting:
    """Take it away; what nobody outside was sent is weeded, the rest stays among the files."""
    fresh = open_for_writing(attachment.meeting)
    paper = fresh.attachments.get(pk=attachment.pk)
    _told("agenda.attachment_removed", paper, by=by)
    files = [one.file for one in paper.files.select_related("file")]
    paper.delete()
    for file in files if fresh.is_draft else ():
        weed(file)
    return fresh


def _say(paper: Attachment, words: PaperWords, file: File | None, *, by: Acting) -> bool:
    """Write it down; tell whether the file came in place of another."""
    paper.label, paper.title, paper.is_late = words.label, words.title, words.is_late
    paper.link = words.link
    if words.wall is not None:
        paper.openness, paper.ground = words.wall.openness, words.wall.ground
    paper.save()
    paper.items.set(words.items)
    if words.wall is not None:
        paper.readers.set(words.wall.readers)
    name = words.file_name or (file.name if file else "")
    return file is not None and _put_file(paper, file, name, by=by)


def _put_file(paper: Attachment, file: File, name: str, *, by: Acting) -> bool:
    last = paper.files.first()
    if last is not None and last.file_id == file.pk:
        return False
    AttachedFile.objects.create(
        attachment=paper,
        number=last.number + 1 if last else 1,
        file=file,
        name=name,
        received_by=by.user,
    )
    return last is not None


def _told(verb: str, paper: Attachment, *, by: Acting, in_silence: bool = False) -> None:
    """Record it with the meeting; of a confidential one only with itself, and nothing moves."""
    meeting = paper.meeting
    what = {"what": str(paper), "paper": paper.pk, "of": meeting.pk}
    if not paper.is_confidential and not in_silence:
        written(verb, meeting, by=by, **what)
        return
    record(
        verb,
        paper,
        by=by.user,
        partnership_id=meeting.partnership_id,
        organization_id=meeting.keeper_id,
        **what,
    )
