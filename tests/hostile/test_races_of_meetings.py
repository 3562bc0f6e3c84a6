"""Two who lock the same minutes, ask for the same papers or decide the same, at the same moment.

On PostgreSQL, where both are let in at once (see test_races). Seen red: with the meeting not taken
before its pack is looked for. The other two are guarded more than once, and were red with all of
it left out: the meeting, the minutes and the body not taken and no guards in the database; the body
not taken, neither the same decision nor the same extension looked for, and what was seen not asked.
"""

from __future__ import annotations

import pytest
from django.db import connection

from samklang.decisions.actions import Clause, Sitting, Wanted, record_sitting
from samklang.decisions.models import Decision, Effect
from samklang.decisions.registry import Taken, kind_of
from samklang.meetings import actions
from samklang.meetings.actions.packing import Asked
from samklang.meetings.models import Minutes, Pack
from samklang.organizations.models import Deciding
from tests import cast
from tests.decisions import sittings
from tests.hostile.test_races import Act, at_once
from tests.meetings.desk import desk
from tests.meetings.test_minutes import Room

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one write at a time"),
]


def test_minutes_are_locked_by_one_of_two_and_decide_once() -> None:
    room = Room()
    room.decide()
    actions.check(room.minutes, by=cast.acting_for(room.edda))
    actions.hold(room.desk.meeting, by=room.desk.by)
    minutes, by = Minutes.objects.get(), cast.acting_for(room.desk.cora)

    done = at_once(*[lambda: actions.lock(minutes, by=by)] * 4)

    assert sorted(done) == [False, False, False, True]
    assert Decision.objects.count() == len([one for one in room.clauses if one.wording])


def test_the_same_papers_are_gathered_once_however_many_ask_at_once() -> None:
    lund = desk()
    actions.send_out(lund.meeting, by=lund.by)
    asked, by = Asked("a" * 64, "sv", "http://testserver/"), cast.acting_for(lund.rune)

    done = at_once(*[lambda: actions.ask_for_pack(lund.meeting, asked, by=by)] * 6)

    assert done == [True] * 6
    assert Pack.objects.count() == 1


def extending(until: str) -> Act:
    """Somebody who has seen what the extension would do, and records it."""
    body, three = sittings.entitled(), sittings.regional()
    asked, words = sittings.wanted([three], until), "att förlänga ramavtalet"
    seen = kind_of(sittings.EXTEND).preview(
        asked, taken=Taken(body, sittings.DAY, words), by=sittings.ask()
    )
    effect = Wanted(sittings.EXTEND, asked, seen.seen)
    clause = Clause(words, deciding=Deciding.EXTEND_AGREEMENTS, effect=effect)
    said, by = Sitting(body, sittings.DAY, "", [clause]), sittings.ask()
    return lambda: record_sitting(said, by=by)


def test_the_same_decision_at_once_extends_once() -> None:
    act = extending("2028-06-30")

    done = at_once(act, act, act)

    assert sorted(done) == [False, False, True]
    assert (Decision.objects.count(), Effect.objects.count()) == (1, 1)
