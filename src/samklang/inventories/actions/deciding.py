"""What a person decides about a file that has been read."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from samklang.agreements.api import Agreement, ConfirmedFacts, register_read_agreement
from samklang.audit.api import record
from samklang.common.lifecycle import MoveNotAllowed
from samklang.inventories.lifecycle import (
    CONFIRM,
    DECIDED,
    LIFECYCLE,
    READ_AGAIN,
    REJECT,
    RELEASE,
    TAKE_BACK,
    State,
)
from samklang.inventories.models import Reading
from samklang.meetings.api import Meeting, ReadMeeting, register_read_meeting
from samklang.meetings.api import take_back as take_back_meeting
from samklang.organizations.api import Acting


class DecidedAlready(MoveNotAllowed):
    """Somebody else has confirmed the file or put it away after the user opened it."""


@transaction.atomic
def confirm(
    reading: Reading, facts: ConfirmedFacts, *, answers: dict[str, Any], by: Acting
) -> Agreement:
    """Put into the register what the person has confirmed, and nothing else."""
    reading = _undecided(reading)
    state = LIFECYCLE.after(CONFIRM, in_state=reading.state)
    reading.edition = register_read_agreement(facts, by=by)
    reading.agreement = reading.edition.agreement
    reading.state, reading.answers, reading.decided_by = state, answers, by.user
    reading.save(
        update_fields=["state", "agreement", "edition", "answers", "decided_by", "changed_at"]
    )
    _record("reading.confirmed", reading, by=by, agreement=reading.agreement.pk)
    return reading.agreement


@transaction.atomic
def confirm_meeting(
    reading: Reading, facts: ReadMeeting, *, answers: dict[str, Any], by: Acting
) -> Meeting:
    """Make the meeting that the person has confirmed, and nothing else."""
    reading = _undecided(reading)
    state = LIFECYCLE.after(CONFIRM, in_state=reading.state)
    reading.meeting = meeting = register_read_meeting(facts, by=by)
    reading.state, reading.answers, reading.decided_by = state, answers, by.user
    reading.save(update_fields=["state", "meeting", "answers", "decided_by", "changed_at"])
    _record("reading.confirmed", reading, by=by, meeting=meeting.pk)
    return meeting


@transaction.atomic
def withdraw_meeting(reading: Reading, *, by: Acting) -> Reading:
    """Take the meeting out again; the file waits for a person, with what was read in it."""
    reading = _locked(reading)
    reading.state = LIFECYCLE.after(TAKE_BACK, in_state=reading.state)
    meeting, reading.meeting = reading.meeting, None
    reading.save(update_fields=["state", "meeting", "changed_at"])
    if meeting is not None:
        take_back_meeting(meeting, by=by)
    _record("reading.taken_back", reading, by=by)
    return reading


@transaction.atomic
def wait_again(edition_id: int, *, by: Acting) -> None:
    """Let the files that were confirmed as an edition wait for a person again."""
    confirmed = Reading.objects.select_for_update().filter(
        edition=edition_id, state=State.CONFIRMED
    )
    for reading in confirmed:
        reading.state = LIFECYCLE.after(TAKE_BACK, in_state=reading.state)
        reading.agreement = reading.edition = None
        reading.save(update_fields=["state", "agreement", "edition", "changed_at"])
        _record("reading.taken_back", reading, by=by, edition_id=edition_id)


@transaction.atomic
def reject(reading: Reading, *, rejected_as: str, note: str, by: Acting) -> Reading:
    """Put the file away as what it is; it stays with the organization, and can be read again."""
    reading = _undecided(reading)
    reading.state = LIFECYCLE.after(REJECT, in_state=reading.state)
    reading.rejected_as, reading.rejected_note, reading.decided_by = rejected_as, note, by.user
    reading.save(
        update_fields=["state", "rejected_as", "rejected_note", "decided_by", "changed_at"]
    )
    _record("reading.rejected", reading, by=by, rejected_as=rejected_as)
    return reading


@transaction.atomic
def release(reading: Reading, *, by: Acting) -> Reading:
    """Let a file be confirmed though there seemed to be a personal number in it."""
    reading = _locked(reading)
    reading.state = LIFECYCLE.after(RELEASE, in_state=reading.state)
    reading.decided_by = by.user
    reading.save(update_fields=["state", "decided_by", "changed_at"])
    _record("reading.released", reading, by=by)
    return reading


@transaction.atomic
def read_again(reading: Reading, *, by: Acting) -> Reading:
    """Queue a file once more, as if it had just been handed in."""
    reading = _locked(reading)
    reading.state = LIFECYCLE.after(READ_AGAIN, in_state=reading.state)
    reading.fault, reading.fault_details, reading.attempts = "", {}, 0
    reading.rejected_as = reading.rejected_note = ""
    reading.duplicate_of = None
    reading.save()
    _record("reading.requeued", reading, by=by)
    return reading


def _locked(reading: Reading) -> Reading:
    return Reading.objects.select_for_update().get(pk=reading.pk)


def _undecided(reading: Reading) -> Reading:
    fresh = _locked(reading)
    if fresh.state in DECIDED:
        raise DecidedAlready(f"reading {fresh.pk} is {fresh.state}")
    return fresh


def _record(verb: str, reading: Reading, *, by: Acting, **details: Any) -> None:
    record(verb, reading, by=by.user, organization_id=reading.organization_id, **details)
