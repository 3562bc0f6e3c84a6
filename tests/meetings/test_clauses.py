"""What a meeting decided stands in the register of decisions, and each leads to the other.

Seen red: with what is recorded already not found, with one decision found for two clauses, with
other words than the minutes' let through, with a clause of a meeting to come offered, with the
way back to a draft told to others, with locking that registers nothing, with a standard clause
registered as another, with a clause of minutes that are being written elsewhere offered, and with
the same clause of two meetings on one day taken for one decision.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from samklang.audit.models import Entry
from samklang.common.lifecycle import MoveNotAllowed
from samklang.decisions import actions as decisions
from samklang.decisions.models import Decision
from samklang.meetings import actions
from samklang.meetings.models import AgendaItem, DecisionClause, Meeting
from samklang.meetings.origins import Clauses
from samklang.organizations.models import Body, OrganizationKind
from tests import cast
from tests.meetings.desk import Desk, client, desk

LATER = date(2027, 1, 31)
pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def sitting(*wordings: str) -> tuple[Desk, list[DecisionClause]]:
    """A meeting that was sent out and whose day has come, with clauses under “2 a)”."""
    lund = desk()
    Body.objects.update(kind=OrganizationKind.SUPPORT)
    lund.add("Öppnande")
    above = lund.add("Aktuellt")
    item = lund.add("Stigar", "for_decision", under=above)
    Meeting.objects.update(date=cast.TODAY)
    actions.send_out(lund.now, by=lund.by)
    return lund, [
        DecisionClause.objects.create(
            item=item, position=place, wording=wording, proposed="" if wording else "att vänta"
        )
        for place, wording in enumerate(wordings)
    ]


def test_every_clause_is_recorded_once_however_often_it_is_asked_for() -> None:
    lund, clauses = sitting("att röja stigen", "att lägga till handlingarna")
    # Somebody has recorded one by hand, and the clause has lost the way to it.
    cora = cast.acting_for(lund.cora)
    by_hand = decisions.Clause("att röja stigen", "punkt 2 a)")
    [known] = decisions.record_sitting(
        decisions.Sitting(lund.body, cast.TODAY, "", [by_hand]), by=cora
    )

    first = actions.record_decisions(lund.meeting, by=lund.by)
    assert actions.record_decisions(lund.meeting, by=lund.by) == []
    assert [first[0], len(first), Decision.objects.count()] == [known, 2, 2]
    made = first[1]
    assert (made.paragraph, made.body, made.decided_date) == ("punkt 2 a)", lund.body, cast.TODAY)
    assert str(made.source) == f"Anteckningar från {lund.now}"
    assert Entry.objects.filter(verb="meeting.decision_recorded").count() == 2

    # The same words once more are another decision; what is taken back is made anew.
    again = DecisionClause.objects.create(
        item=clauses[0].item, wording="att röja stigen", position=2
    )
    decisions.undo(made, by=lund.by)
    second = actions.record_decisions(lund.meeting, by=lund.by)
    assert [one.wording for one in second] == ["att lägga till handlingarna", "att röja stigen"]
    again.refresh_from_db()
    assert again.decision == second[1] != known
    with pytest.raises(MoveNotAllowed):
        actions.link_decision(again, known, by=lund.by)
    Meeting.objects.update(date=None, state="held")
    with pytest.raises(MoveNotAllowed):
        actions.record_decisions(lund.meeting, by=lund.by)


def test_locking_registers_what_was_adopted_and_nobody_else_reads_it_before() -> None:
    lund, [clause, standard, _dropped] = sitting("att röja stigen", "att lägga till", "")
    DecisionClause.objects.filter(pk=standard.pk).update(is_standard=True)
    minutes = actions.begin_minutes(lund.now, by=lund.by)
    assert Clauses().stated(clause.pk, by=cast.acting_for(lund.cora)) is None
    actions.hold(lund.now, by=lund.by)
    AgendaItem.objects.filter(meeting=lund.meeting).update(outcome="laid_to_files")
    actions.check(minutes, by=lund.by)

    actions.lock(minutes, by=lund.by)

    told = Decision.objects.order_by("pk").values_list("wording", "standard")
    assert list(told) == [("att röja stigen", False), ("att lägga till", True)]

    # Two meetings of a body on one day may decide the same; each clause is a decision.
    twin = lund.now
    twin.pk = None
    twin.save()
    item = AgendaItem.objects.create(meeting=twin, position=1, number=2, letter="a", title="Stigar")
    DecisionClause.objects.create(item=item, wording="att röja stigen")
    assert [str(one) for one in actions.record_decisions(twin, by=lund.by)] == ["att röja stigen"]


def test_a_clause_is_registered_from_the_page_and_each_leads_to_the_other() -> None:
    lund, [clause] = sitting("att röja stigen")
    cora, rune = client(lund.cora), client(lund.rune)
    meeting = reverse("meetings:detail", args=[lund.meeting.pk])
    begun = f"?from=clause-{clause.pk}"
    assert begun in cora.get(meeting).content.decode()
    assert begun not in rune.get(meeting).content.decode()

    page = cora.get(reverse("decisions:record") + begun).content.decode()
    for value in ("punkt 2 a)", cast.TODAY.isoformat(), f"clause-{clause.pk}"):
        assert f'value="{value}"' in page
    assert f'<option value="{lund.body.pk}" selected' in page


def test_what_is_minuted_is_recorded_in_the_words_of_the_minutes() -> None:
    lund, [clause, other] = sitting("att röja stigen", "att köpa en bänk")
    cora, rune = client(lund.cora), client(lund.rune)
    meeting, save = reverse("meetings:detail", args=[lund.meeting.pk]), reverse("decisions:save")
    asked: dict[str, Any] = {
        "body": lund.body.pk, "decided_date": cast.TODAY.isoformat(), "rows": 1,
        "c0-wording": "att röja stigen", "c0-paragraph": "punkt 2 a)",
        "c0-origin": f"clause-{clause.pk}", "step": "preview",
    }  # fmt: skip
    for wrong, sentence in (
        ({"c0-wording": "att röja alla"}, "I anteckningarna står det: ”att röja stigen”."),
        ({"decided_date": "2025-01-31"}, "Att-satsen hör till en annan grupp eller dag."),
        ({"c0-origin": "clause-0"}, "Att-satsen är redan registrerad, eller borttagen."),
    ):
        answer = cora.post(save, {**asked, **wrong})
        assert (answer.status_code, sentence in answer.content.decode()) == (422, True), sentence
    assert cora.post(save, asked).status_code == 302

    made = Decision.objects.get()
    assert made.get_absolute_url() in rune.get(meeting).content.decode()
    assert f"{meeting}#item-{clause.item_id}" in rune.get(made.get_absolute_url()).content.decode()
    assert "Registrerade beslutet ”att röja stigen”" in cora.get(meeting).content.decode()
    begun = {"from": f"clause-{clause.pk}"}
    assert cora.get(reverse("decisions:record"), begun).status_code == 404
    DecisionClause.objects.filter(pk=clause.pk).update(wording="att röja varje stig")
    assert "registrerat med andra ord" in cora.get(meeting).content.decode()

    # Nothing of a draft is told: neither to be recorded, nor where a decision comes from.
    there = cast.acting_for(lund.cora)
    Meeting.objects.update(date=LATER)
    assert Clauses().stated(other.pk, by=there) is None
    Meeting.objects.update(date=cast.TODAY, state="draft")
    assert Clauses().stated(other.pk, by=there) is None
    assert "#item-" not in rune.get(made.get_absolute_url()).content.decode()
