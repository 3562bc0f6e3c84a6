"""What one body sends on is a matter at the other: it waits, is taken up, and is decided.

Seen red: with the matter of a draft continued, with what stands on an agenda offered again, with a
draft's item told to all, with what is decided still waiting, with a standard clause that answers,
with the kind of decision not carried along, and with where it comes from lost on the way on.
"""

from __future__ import annotations

import pytest
from django.urls import reverse

from samklang.audit.models import Entry
from samklang.common.lifecycle import MoveNotAllowed
from samklang.decisions.models import Decision
from samklang.meetings import actions
from samklang.meetings.models import AgendaItem, DecisionClause, Matter, Meeting
from samklang.meetings.origins import Clauses
from samklang.meetings.written import Plan
from samklang.organizations.models import Body, Deciding, OrganizationKind
from tests import cast
from tests.meetings.desk import Desk, client, desk

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
WAITS = "Ärenden som väntar"


def sent_on(lund: Desk, wording: str = "att förlänga avtalet") -> Decision:
    """What the steering group decided without a mandate, and sent on to Lund’s network."""
    group = Body.objects.create(
        partnership=lund.body.partnership, code="group", name="Styrgruppen", level="directors",
        kind=OrganizationKind.SUPPORT,
    )  # fmt: skip
    Body.objects.update(kind=OrganizationKind.SUPPORT)
    return Decision.objects.create(
        partnership=group.partnership, body=group, decided_date=cast.TODAY, wording=wording,
        deciding=Deciding.EXTEND_AGREEMENTS, sent_to=lund.body,
    )  # fmt: skip


def matter_of(first: Decision, lund: Desk) -> Matter:
    """Let the steering group’s own agenda have it, which the county was sent."""
    by = lund.by
    earlier = actions.call(first.body, Plan(date=cast.TODAY), keeper=lund.meeting.keeper, by=by)
    matter = Matter.objects.create(partnership_id=first.partnership_id, title="Avtalets tid")
    item = AgendaItem.objects.create(meeting=earlier, position=1, title="Tiden", matter=matter)
    DecisionClause.objects.create(item=item, wording=first.wording, decision=first)
    actions.send_out(earlier, by=by)
    return matter


def page_of(lund: Desk, thing: Body | Meeting | Decision | Matter) -> str:
    return client(lund.ester).get(thing.get_absolute_url()).content.decode()


def test_a_matter_waits_at_the_body_that_it_was_sent_on_to_until_it_is_taken_up() -> None:
    lund = desk()
    first = sent_on(lund)
    matter = matter_of(first, lund)
    ester, address = client(lund.ester), reverse("meetings:take_up", args=[lund.meeting.pk])

    body = page_of(lund, lund.body)
    assert (WAITS in body, "Står inte på någon dagordning än." in body) == (True, True)
    assert WAITS not in page_of(lund, first.body)
    assert "att förlänga avtalet" in page_of(lund, lund.meeting).split(WAITS)[1]
    assert ester.post(address, {"decision": first.pk}).status_code == 302

    item = lund.meeting.items.get()
    assert (item.title, item.matter, item.takes_up) == ("Avtalets tid", matter, first)
    assert [one.proposed for one in item.clauses.all()] == ["att förlänga avtalet"]
    assert WAITS not in page_of(lund, lund.meeting)
    assert item.get_absolute_url() in page_of(lund, lund.body)
    assert item.get_absolute_url() in page_of(lund, first)
    # A draft is not told to the rest of the county.
    assert "#item-" not in client(lund.rune).get(lund.body.get_absolute_url()).content.decode()
    # Asked for once more, nothing is put there, and it is said why.
    again = ester.post(address, {"decision": first.pk})
    assert (again.status_code, lund.meeting.items.count()) == (422, 1)
    assert "Ärendet väntar inte längre" in again.content.decode()
    with pytest.raises(MoveNotAllowed):
        actions.take_up(first, at=lund.meeting, by=lund.by)


def test_it_is_decided_as_the_kind_it_is_and_each_decision_leads_to_the_other() -> None:
    lund = desk()
    first = sent_on(lund)
    matter = matter_of(first, lund)
    item = actions.take_up(first, at=lund.meeting, by=lund.by)
    Meeting.objects.filter(pk=lund.meeting.pk).update(date=cast.TODAY)
    actions.send_out(lund.now, by=lund.by)
    item.clauses.update(wording="att förlänga avtalet ett år")
    stated = Clauses().stated(item.clauses.get().pk, by=cast.acting_for(lund.cora))
    assert stated is not None
    assert stated.deciding == Deciding.EXTEND_AGREEMENTS
    DecisionClause.objects.create(item=item, wording="att tacka", is_standard=True, position=1)
    later, thanks = actions.record_decisions(lund.now, by=lund.by)
    assert (later.answers, thanks.answers, first.answered_by()) == (first, None, later)
    assert Entry.objects.filter(verb="decision.answered", target_id=first.pk).exists()
    assert WAITS not in page_of(lund, lund.body)
    told = page_of(lund, matter)
    assert first.get_absolute_url() in told
    assert later.get_absolute_url() in told


def test_a_matter_of_a_draft_is_not_told_by_the_one_that_takes_it_up() -> None:
    lund = desk()
    first = sent_on(lund, "att Pröva stigen")
    matter = matter_of(first, lund)
    Meeting.objects.filter(items__matter=matter).update(state="draft", sent_at=None)

    item = actions.take_up(first, at=lund.meeting, by=lund.by)

    assert item.title == "Pröva stigen"
    assert item.matter != matter
    # What a meeting did not come to goes on to the next one, with where it comes from.
    following = actions.call(
        lund.body, Plan(date=cast.TODAY), keeper=lund.meeting.keeper, by=lund.by
    )
    item.clauses.all().delete()
    actions.carry_on([item], to=following, by=lund.by)
    assert following.items.filter(takes_up=first).count() == 1
