"""One decision extends several agreements, or none; outside the mandate it takes a reason.

Seen red: with the effect of a sent-on decision carried out, with the agreements' versions not
compared, with a confirmed decision confirmed again, with the extension not thought in among the
events, with the same clause let in twice, with a mandate that has changed let pass, with the
extension left when its decision is taken back, and with the event not tied to its decision.
"""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from samklang.agreements.actions import Conflict
from samklang.agreements.api import county_standings
from samklang.agreements.models import Agreement, EventKind, ValidityEvent
from samklang.agreements.validity import Status
from samklang.audit.models import Entry
from samklang.common.periods import StatedDate
from samklang.decisions import actions, policies
from samklang.decisions.actions import AlreadyRecorded, Clause, Sitting, Wanted, record_sitting
from samklang.decisions.models import Decision, Effect
from samklang.decisions.registry import Changed, Taken, kind_of
from samklang.organizations.api import mandates
from samklang.organizations.models import Deciding, Power, Role
from tests import cast
from tests.decisions import sittings
from tests.decisions.sittings import (
    DAY,
    EXTEND,
    ask,
    decide,
    entitled,
    local,
    regional,
    support,
    wanted,
)

pytestmark = pytest.mark.django_db


def end_of(agreement: Agreement) -> str:
    standing = county_standings(agreement.partnership_id, on=cast.TODAY)[agreement.pk]
    return str(standing.validity.end)


def test_three_agreements_are_extended_by_one_decision_as_the_preview_said() -> None:
    three = [regional(f"Ramavtal {code}", code) for code in ("forest", "water", "moss")]
    longer, shorter = local(three[0], "mora", "2028-01-31"), local(three[0], "orsa", "2026-12-31")
    body = entitled()
    taken = Taken(body, DAY, "att förlänga")

    preview = kind_of(EXTEND).preview(wanted(three), taken=taken, by=ask())
    before = ValidityEvent.objects.count()
    made = decide(body, three)

    [change, *_others] = preview.changes
    assert (change.before, change.after) == (
        "Gäller t.o.m. 30 juni 2027",
        "Gäller t.o.m. 30 juni 2028",
    )
    told = {one.name: one for one in change.touched}
    assert told[longer.title].before == "Gäller längre än ramavtal"
    assert told[longer.title].after == "Gäller t.o.m. 31 januari 2028"
    assert told[longer.title].remark == "Ryms inom ramavtal efter förlängningen."
    assert "Förläng den också" in told[shorter.title].remark
    assert ValidityEvent.objects.count() == before + 3
    assert {end_of(one) for one in three} == {"2028-06-30"}
    stood = county_standings(body.partnership_id, on=cast.TODAY)
    assert stood[longer.pk].status is Status.IN_FORCE
    events = ValidityEvent.objects.filter(kind=EventKind.EXTENDED)
    assert {(one.decision, one.decided_by, str(one.decided)) for one in events} == {
        (made, body, DAY.isoformat())
    }
    assert set(made.areas.all()) == {one.area for one in three}
    assert made.effects.get().done["events"] == [one.pk for one in events]
    verbs = list(Entry.objects.filter(target_kind="decisions.decision").values_list("verb"))
    assert sorted(verbs) == [("decision.carried_out",), ("decision.recorded",)]


def test_a_decision_that_cannot_be_carried_out_leaves_nothing_behind() -> None:
    one, other = regional(), regional("Ramavtal om vatten", "water")
    body = entitled()
    taken = Taken(body, DAY, "att förlänga")
    seen = kind_of(EXTEND).preview(wanted([one, other]), taken=taken, by=ask()).seen
    # Somebody else changes the second one meanwhile.
    Agreement.objects.filter(pk=other.pk).update(version=7)

    with pytest.raises(Conflict):
        decide(body, [one, other], seen=seen)

    assert not Decision.objects.exists()
    assert not ValidityEvent.objects.filter(kind=EventKind.EXTENDED).exists()
    assert end_of(one) == "2027-06-30"


def test_outside_the_mandate_nothing_changes_until_somebody_gives_a_reason() -> None:
    agreement, entitled_one, group = regional(), entitled(), cast.body("Styrgruppen")

    sent_on = decide(group, [agreement], is_outside=True)

    assert end_of(agreement) == "2027-06-30"
    assert sent_on.effects.get().is_waiting
    rights = mandates(group.partnership_id)
    assert actions.is_outside(sent_on, rights)
    assert rights.holders(Deciding.EXTEND_AGREEMENTS, on=DAY) == (entitled_one,)

    taken = Taken(group, DAY, sent_on.wording)
    seen = kind_of(EXTEND).preview(wanted([agreement]), taken=taken, by=ask()).seen
    with pytest.raises(Changed):
        actions.confirm(sent_on, reason="", seen=seen, by=ask())
    actions.confirm(sent_on, reason="Nätverket har bett om det", seen=seen, by=ask())

    assert end_of(agreement) == "2028-06-30"
    sent_on.refresh_from_db()
    assert sent_on.outside_reason == "Nätverket har bett om det"
    # The second of two who confirm at once is told so.
    with pytest.raises(Changed):
        actions.confirm(sent_on, reason="Jag med", seen=seen, by=ask())


def test_a_mandate_that_came_after_lets_what_was_sent_on_be_carried_out() -> None:
    agreement, group = regional(), cast.body("Styrgruppen")
    sent_on = decide(group, [agreement], is_outside=True)
    mandate = cast.charter(group, from_date=DAY)
    Power.objects.create(charter=mandate, decision=Deciding.EXTEND_AGREEMENTS)
    taken = Taken(group, DAY, sent_on.wording)
    seen = kind_of(EXTEND).preview(wanted([agreement]), taken=taken, by=ask()).seen

    actions.confirm(sent_on, reason="", seen=seen, by=ask())

    assert end_of(agreement) == "2028-06-30"


def test_a_mandate_that_is_not_as_it_was_told_stops_it_all() -> None:
    agreement, body = regional(), entitled()
    body.charters.update(until_date=DAY.replace(day=1))

    with pytest.raises(Changed):
        decide(body, [agreement])

    assert not Decision.objects.exists()


def test_the_same_clause_is_recorded_once() -> None:
    body = cast.body()
    sittings.decided(body, "att lägga informationen till handlingarna", standard=True)

    with pytest.raises(AlreadyRecorded):
        sittings.decided(body, "att lägga informationen till handlingarna")


def test_a_day_that_holds_already_is_refused_with_a_sentence() -> None:
    agreement, body = regional(), entitled()
    taken = Taken(body, DAY, "att förlänga")
    extend = kind_of(EXTEND)

    early = extend.preview(wanted([agreement], "2027-06-30"), taken=taken, by=ask())
    decide(body, [agreement], until="2029-06-30")
    gone = extend.preview({"agreements": [0], "last_date": "2030-01-01"}, taken=taken, by=ask())

    assert "gäller till och med 30 juni 2027 redan" in early.trouble
    assert "finns inte längre" in gone.trouble
    with pytest.raises(Changed):
        extend.carry_out(
            wanted([agreement]), decision=Decision.objects.get(), by=ask(), seen=early.seen
        )
    assert StatedDate.parse(end_of(agreement)) == StatedDate.parse("2029-06-30")


def test_the_database_keeps_what_is_always_true_of_a_decision() -> None:
    body = cast.body()
    made = sittings.decided(body)
    Effect.objects.create(decision=made, kind="x")

    for wrong in (
        lambda: Decision.objects.filter(pk=made.pk).update(wording=""),
        lambda: Decision.objects.filter(pk=made.pk).update(deciding="uncle"),
        lambda: Decision.objects.filter(pk=made.pk).update(
            standard=True, deciding=Deciding.EXTEND_AGREEMENTS
        ),
        lambda: Effect.objects.create(decision=made, kind="x"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong()


def test_a_decision_is_taken_back_once_with_the_extension_that_it_made() -> None:
    agreement, body = regional(), entitled()
    plain = sittings.decided(body)
    done = decide(body, [agreement])

    actions.undo(plain, by=ask())

    assert plain not in Decision.objects.standing()
    with pytest.raises(Changed):
        actions.undo(plain, by=ask())
    other = cast.acting_for(cast.person("vera", Role.COORDINATOR, of=support()))
    assert not policies.can_undo(other, done)
    assert end_of(agreement) == "2028-06-30"
    assert policies.can_undo(ask(), done)
    actions.undo(done, by=ask())
    assert end_of(agreement) == "2027-06-30"
    # Taken back, it may be recorded again as it ought to be.
    said = Sitting(body, DAY, "", [Clause("att pröva", effect=None)])
    assert record_sitting(said, by=ask())[0].wording == "att pröva"
    assert Wanted(EXTEND, {}, "").kind == done.effects.get().kind
