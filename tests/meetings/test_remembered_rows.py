"""A row that is remembered is the row that would be made anew, for each reader, after each change.

Seen red: with rows remembered by their items alone, without who reads, the day before, the time
it was sent out, the numbers of sealed papers, or the language; and with `_veiled` left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone, translation

from samklang.accounts.models import User
from samklang.common.remembered import Remembered
from samklang.decisions.models import Decision
from samklang.meetings import actions, shown
from samklang.meetings.models import (
    AgendaItem,
    AttachedFile,
    Attachment,
    Attendance,
    DecisionClause,
    Meeting,
    MeetingQuerySet,
    Minutes,
    PersonalNote,
    Presenter,
)
from samklang.meetings.rendering import content
from tests import cast
from tests.meetings.desk import DAY, Desk, desk
from tests.meetings.papers import attach, confidential

LANGUAGES = ("sv", "en")
# What the minutes say, which nobody else reads while they are being written.
MINUTED = ("att plantera alar", "Alla var där.", "Bo Ek")
Changes = Iterator[tuple[str, Callable[[], object]]]


@contextmanager
def _nothing_remembered() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        for name in ("_ROWS", "_ATTENDED"):
            patched.setattr(shown, name, Remembered(1000))
        yield


def _changes(at: Desk, item: AgendaItem) -> Changes:
    """Yield what is changed, and how, one after the other."""
    yield from _before_the_meeting(at, item)
    yield from _at_the_meeting(at, item)


def _before_the_meeting(at: Desk, item: AgendaItem) -> Changes:
    place = {"item": item}
    items = AgendaItem.objects.filter(pk=item.pk)
    yield "nothing", lambda: None
    yield "who presents it", lambda: Presenter.objects.create(**place, name="Siv Alm")
    yield "who else presents it", lambda: Presenter.objects.update(title="ekolog")
    yield "a paper", lambda: attach(at, "2", "Karta", item, content=b"%PDF-1.7")
    yield "a sealed paper", lambda: attach(at, "3", "Namn", item, wall=confidential("sealed"))
    yield "two alike", lambda: attach(at, "2 A", "Bild", at.add("Broar"))
    yield "another file of it", lambda: AttachedFile.objects.update(number=2)
    yield "of the meeting", lambda: attach(at, "9", "Karta över länet")
    yield "what a paper is called", lambda: Attachment.objects.filter(label="2").update(title="Ny")
    yield "standing", lambda: items.update(is_standing=True, is_previous_notes=True)
    yield "the meeting before", lambda: _before(at)
    yield "its day", lambda: Meeting.objects.filter(date__lt=DAY).update(date=DAY.replace(day=2))
    yield "sent out", lambda: actions.send_out(at.now, by=at.by)
    yield (
        "sent out before its papers",
        lambda: _of(at).update(sent_at=datetime(2020, 1, 1, tzinfo=UTC)),
    )
    yield "a proposal", lambda: DecisionClause.objects.create(**place, proposed="att plantera")


def _at_the_meeting(at: Desk, item: AgendaItem) -> Changes:
    place, decided = {"item": item}, {"partnership": at.body.partnership, "body": at.body}
    items = AgendaItem.objects.filter(pk=item.pk)
    yield "held", lambda: actions.hold(at.now, by=at.by)
    yield "minutes begun", lambda: actions.begin_minutes(at.now, by=at.by)
    yield "adopted", lambda: DecisionClause.objects.update(wording="att plantera alar")
    yield "how it ended", lambda: items.update(outcome="decided", text="Alla var där.")
    yield (
        "who dissents",
        lambda: PersonalNote.objects.create(**place, kind="dissent", person="Bo Ek"),
    )
    yield "who was there", lambda: Attendance.objects.create(meeting=at.meeting, name="Mia Berg")
    yield "from where", lambda: Attendance.objects.update(organization=at.meeting.keeper)
    yield "checked", lambda: actions.check(Minutes.objects.get(), by=cast.acting_for(at.cora))
    words = {"wording": "att plantera granar", "search_text": ""}
    yield (
        "recorded",
        lambda: DecisionClause.objects.update(
            decision=Decision.objects.create(**decided, decided_date=DAY, **words)
        ),
    )
    yield "recorded rightly", lambda: Decision.objects.update(wording="att plantera alar")
    yield "taken back", lambda: Decision.objects.update(undone_at=timezone.now())


def _of(at: Desk) -> MeetingQuerySet:
    return Meeting.objects.filter(pk=at.meeting.pk)


def _before(at: Desk) -> Meeting:
    known = {"partnership": at.body.partnership, "body": at.body, "keeper": at.meeting.keeper}
    return Meeting.objects.create(**known, date=DAY - timedelta(days=30), state="held")


def _read(at: Desk, user: User, language: str) -> str:
    with translation.override(language):
        page = content(cast.acting_for(user), at.now)[1].decode()
    return re.sub(r'name="form_key" value="[^"]+"', "", page)


@pytest.mark.django_db
def test_every_reader_reads_the_row_that_is_made_anew_after_every_change() -> None:
    at = desk()
    item = at.add("Stigar", "for_decision")
    readers = (at.ester, at.cora, at.rune)
    asked = [(who, language) for who in readers for language in LANGUAGES]
    seen = set()
    for what, change in _changes(at, item):
        change()
        remembered = [_read(at, *one) for one in asked]
        for one, page in zip(asked, remembered, strict=True):
            with _nothing_remembered():
                assert page == _read(at, *one), f"{what}, {one}"
        seen.add(tuple(remembered))
        if Minutes.objects.filter(state="writing"):
            assert not [said for said in MINUTED if said in remembered[-1]]
    assert len(seen) > 20


def test_what_came_first_is_forgotten_first_and_nothing_is_made_twice() -> None:
    kept: Remembered[str] = Remembered(2)
    made: list[str] = []

    def asked(word: str) -> str:
        def make() -> str:
            made.append(word)
            return word.upper()

        return kept.of(word, make)

    assert list(map(asked, "abaca")) == ["A", "B", "A", "C", "A"]
    assert made == ["a", "b", "c", "a"]
