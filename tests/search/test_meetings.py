"""What is said of bodies, at their meetings and in their decisions is found by who may see it.

Seen red: with the items and the matters of drafts found by everybody, with hints taken from such
matters, with what was taken back still found, with a body’s new name not taken in where its
meetings say it, with bodies, clauses or what the minutes say not noted, with a draft that says
it is none, and with minutes that are being written found by everybody.
"""

from __future__ import annotations

import pytest
from django.utils import timezone

from samklang.decisions.models import Decision
from samklang.meetings import actions
from samklang.meetings.models import AgendaItem, Attendance, DecisionClause, Meeting, PersonalNote
from samklang.meetings.written import ItemWords, PresenterWords
from samklang.organizations.models import Body
from samklang.search.models import Kind
from samklang.search.queries import hints, index_faults
from samklang.search.question import question
from tests import cast
from tests.meetings.desk import DAY, Desk, desk
from tests.search.asking import asked, swedish, swedish_county

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noting")]


def walk() -> tuple[Desk, AgendaItem]:
    """Let Lund draft a meeting about paths, in a county whose words are Swedish."""
    swedish_county()
    at = desk()
    words = ItemWords("Vandringsleder", ("for_decision",), (PresenterWords("Bo Al", "vakt"),))
    item = actions.add_item(at.meeting, words, under=None, by=at.by, seen=at.now.version)
    Meeting.objects.filter(pk=at.meeting.pk).update(place="Granhallen")
    return at, item


def test_a_draft_is_found_where_it_is_called_and_leaves_no_trace_elsewhere() -> None:
    at, _item = walk()
    rune = cast.acting_for(at.rune)

    for text, kinds in (
        ("vandringsled", {Kind.ITEM: 1, Kind.MATTER: 1}),
        ("skogsnätverket vakt", {Kind.ITEM: 1}),
        ("granhall", {Kind.MEETING: 1}),
        ("2026-11-20", {Kind.MEETING: 1}),
    ):
        found = asked(at.by, text)
        assert found.counts == kinds, text
        assert all(hit.is_draft for hit in found.hits if hit.kind != "Ärenden")
        assert not asked(rune, text).total, text
    assert hints(at.by, question("vandringslider", swedish())) == ("vandringsleder",)
    assert not hints(rune, question("vandringslider", swedish()))
    assert asked(rune, "skogsnätverket").counts == {Kind.BODY: 1}


def test_what_was_said_at_a_meeting_leads_to_its_item() -> None:
    at, item = walk()
    rune = cast.acting_for(at.rune)
    actions.send_out(at.meeting, by=at.by)

    found = asked(rune, "vandringsled", kind=Kind.ITEM)
    (hit,) = found.hits
    assert found.counts == {Kind.ITEM: 1, Kind.MATTER: 1}
    assert hit.url == f"/moten/{at.meeting.pk}/#item-{item.pk}"
    assert (hit.where, hit.is_draft) == ("Skogsnätverket, 20 november 2026", False)

    AgendaItem.objects.filter(pk=item.pk).update(text="Björken föll <b>över</b> leden.")
    assert asked(rune, "björk").counts == {Kind.MINUTES: 1}
    DecisionClause.objects.create(item=item, wording="att såga upp björkarna.")
    Attendance.objects.create(meeting=at.meeting, name="Signe Ovanlig")
    (hit,) = asked(rune, "björk såga").hits
    assert (hit.kind, hit.url) == ("Minnesanteckningar", f"/moten/{at.meeting.pk}/#item-{item.pk}")
    assert "&lt;b&gt;över&lt;/b&gt;" in hit.snippet
    # Who was there is about people, not about the matter.
    assert not asked(at.by, "signe").total

    actions.remove_item(item, by=at.by)
    assert not asked(rune, "björk").total
    assert not asked(rune, "vandringsled").total
    assert list(index_faults()) == []


def test_minutes_that_are_being_written_are_found_by_their_keeper_alone() -> None:
    at, item = walk()
    rune = cast.acting_for(at.rune)
    actions.send_out(at.meeting, by=at.by)
    AgendaItem.objects.filter(pk=item.pk).update(text="Björken föll över leden.")
    minutes = actions.begin_minutes(at.now, by=at.by)
    PersonalNote.objects.create(item=item, kind="dissent", person="Siv", text="Eken sköts dåligt.")
    for text in ("björk", "eken"):
        assert not asked(rune, text).total, text
        assert [one.is_draft for one in asked(at.by, text).hits] == [True], text
    AgendaItem.objects.filter(pk=item.pk).update(outcome="laid_to_files")
    actions.check(minutes, by=cast.acting_for(at.cora))
    assert asked(rune, "eken").counts == {Kind.MINUTES: 1}
    DecisionClause.objects.create(item=item, position=2, proposed="att gallra granarna.")
    assert asked(rune, "gallra").counts == {Kind.ITEM: 1}


def test_decisions_and_bodies_are_found_by_the_county_until_they_are_taken_back() -> None:
    at, _item = walk()
    rune = cast.acting_for(at.rune)
    actions.send_out(at.meeting, by=at.by)
    decision = Decision.objects.create(
        partnership=at.body.partnership,
        body=at.body,
        decided_date=DAY,
        wording="Såga upp tallarna",
        search_text="x",
        paragraph="2026/17",
    )

    assert asked(rune, "tall 2026/17").counts == {Kind.DECISION: 1}
    assert asked(rune, "tall").hits[0].url == f"/beslut/{decision.pk}/"
    Body.objects.filter(pk=at.body.pk).update(name="Mossrådet", purpose="Att värna kärren")
    counted = {Kind.DECISION: 1, Kind.BODY: 1, Kind.MEETING: 1, Kind.ITEM: 1}
    assert asked(rune, "mossråd").counts == counted
    assert asked(rune, "kärr").counts == {Kind.BODY: 1}
    stranger = cast.person("sten", of=cast.organization("other", of=cast.partnership("other")))
    assert not asked(cast.acting_for(stranger), "mossråd").total
    Decision.objects.filter(pk=decision.pk).update(undone_at=timezone.now())
    assert not asked(rune, "tall").total
