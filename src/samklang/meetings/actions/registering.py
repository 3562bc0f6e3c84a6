"""How a meeting that somebody confirmed from a file comes into the register, and out of it."""

from __future__ import annotations

from django.db import transaction

from samklang.accounts.models import User
from samklang.meetings.actions.agenda import put_presenters
from samklang.meetings.actions.attending import put_people
from samklang.meetings.actions.locking import locked, written
from samklang.meetings.actions.removing import remove
from samklang.meetings.lifecycle import State
from samklang.meetings.models import (
    AgendaItem,
    Attachment,
    DecisionClause,
    Matter,
    Meeting,
)
from samklang.meetings.queries import matter_named
from samklang.meetings.written import ReadItem, ReadMeeting
from samklang.organizations.api import Acting


@transaction.atomic
def register_read_meeting(facts: ReadMeeting, *, by: Acting) -> Meeting:
    """Make the meeting with its rows: what the person has confirmed, and nothing else."""
    meeting = put_meeting(facts, by=by.user)
    written("meeting.registered", meeting, by=by)
    return meeting


def put_meeting(facts: ReadMeeting, *, by: User) -> Meeting:
    meeting = Meeting.objects.create(
        partnership_id=facts.partnership_id,
        keeper_id=facts.keeper_id,
        body_id=facts.body_id,
        state=State.HELD if facts.is_held else State.DRAFT,
        file_id=facts.file_id,
        recorded_by=by,
        **facts.plan.values(),
    )
    put_people(meeting, facts.people)
    for position, item in enumerate(facts.items, start=1):
        _put_item(meeting, item, position)
    return meeting


@transaction.atomic
def take_back(meeting: Meeting, *, by: Acting) -> None:
    """Take out what was confirmed by mistake; the record keeps that it was there."""
    remove(locked(meeting), "meeting.taken_back", by=by)


def _put_item(meeting: Meeting, read: ReadItem, position: int) -> None:
    words = read.words
    item = AgendaItem.objects.create(
        meeting=meeting,
        position=position,
        number=read.number,
        letter=read.letter,
        title=words.title,
        is_standing=words.is_standing,
        planned_minutes=words.minutes,
        is_break=words.is_break,
        matter=None
        if words.is_standing or words.is_break or read.is_heading
        else _matter(meeting, words.title),
        **dict.fromkeys(words.kinds, True),
    )
    put_presenters(item, words.presenters)
    DecisionClause.objects.bulk_create(
        DecisionClause(item=item, position=place, wording=wording)
        for place, wording in enumerate(read.clauses)
    )
    for label in read.attachments:
        paper = Attachment.objects.create(
            meeting=meeting, label=label, position=meeting.attachments.count()
        )
        paper.items.add(item)


def _matter(meeting: Meeting, title: str) -> Matter:
    """Continue the county’s matter of that title, or begin one."""
    known = matter_named(meeting.partnership_id, title)
    return known or Matter.objects.create(partnership_id=meeting.partnership_id, title=title)
