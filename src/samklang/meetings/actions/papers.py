"""The attachments of a meeting: what each is called, and what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from samklang.meetings.actions.locking import open_for_writing, written
from samklang.meetings.models import AgendaItem, Attachment, Meeting
from samklang.organizations.api import Acting


@dataclass(frozen=True, slots=True)
class PaperWords:
    """What is said of an attachment; it belongs to the meeting as a whole without items."""

    label: str
    title: str = ""
    is_late: bool = False
    items: tuple[AgendaItem, ...] = ()


@transaction.atomic
def add_attachment(meeting: Meeting, words: PaperWords, *, by: Acting, seen: int) -> Attachment:
    fresh = open_for_writing(meeting, seen=seen)
    last = fresh.attachments.order_by("-position").first()
    paper = Attachment(meeting=fresh, position=last.position + 1 if last else 0)
    _say(paper, words)
    written("agenda.attachment_added", fresh, by=by, what=str(paper))
    return paper


@transaction.atomic
def change_attachment(
    attachment: Attachment, words: PaperWords, *, by: Acting, seen: int
) -> Attachment:
    fresh = open_for_writing(attachment.meeting, seen=seen)
    paper = fresh.attachments.get(pk=attachment.pk)
    _say(paper, words)
    written("agenda.attachment_changed", fresh, by=by, what=str(paper))
    return paper


@transaction.atomic
def remove_attachment(attachment: Attachment, *, by: Acting) -> Meeting:
    fresh = open_for_writing(attachment.meeting)
    what = str(attachment)
    fresh.attachments.filter(pk=attachment.pk).delete()
    written("agenda.attachment_removed", fresh, by=by, what=what)
    return fresh


def _say(paper: Attachment, words: PaperWords) -> None:
    paper.label, paper.title, paper.is_late = words.label, words.title, words.is_late
    paper.save()
    paper.items.set(words.items)
