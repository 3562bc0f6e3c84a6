"""Who checks the minutes: the chair or somebody else who was there, and never who kept them.

Seen red: with a secretary who checks as the chair, with any colleague of the secretary, with an
adjuster who was not there, with a draft shared without a word, with a draft that the adjuster finds
beyond the page on which it is checked, with somebody who was only excused among those who can be
chosen, with an account of another county, and with a choice after the minutes were checked.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samklang.audit.models import Entry
from samklang.common.lifecycle import MoveNotAllowed
from samklang.meetings import actions, policies, queries
from samklang.meetings.actions import Seen
from samklang.meetings.models import Adjuster, Meeting, Minutes
from samklang.meetings.written import ClauseWords, NoteWords, ReadPerson
from samklang.organizations.models import Organization, Role
from tests import cast
from tests.architecture.test_walls import said
from tests.meetings.desk import Desk, client, desk
from tests.meetings.papers import url

pytestmark = pytest.mark.django_db
SAID = "Granen hade fått barkborre."


def minuted() -> tuple[Desk, Minutes]:
    """Let Ester keep the minutes of a meeting where Rune of Orsa was, and Edda of Lund."""
    at = desk()
    item = at.add("Stigar", "for_decision")
    actions.send_out(at.meeting, by=at.by)
    cast.person("edda", Role.EDITOR, of=cast.organization("lund"))
    minutes = actions.begin_minutes(at.now, by=at.by)
    words = NoteWords(SAID, "decided", (ClauseWords("att röja."),))
    actions.write_item(item, words, by=at.by, seen=Seen(0))
    were_there(at, "Ester", "Edda", "Rune")
    return at, minutes


def were_there(at: Desk, *names: str, excused: str = "") -> None:
    people = [ReadPerson(one) for one in names]
    if excused:
        people.append(ReadPerson(excused, presence="excused"))
    actions.say_who_was_there(at.now, people, by=at.by, seen=at.now.version)


def far_away() -> Organization:
    """Return an organization of another county."""
    return cast.organization("fjord", of=cast.partnership("sydmark"))


def read(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_keeper_chooses_among_those_who_were_there_and_says_that_the_draft_is_shared() -> None:
    at, minutes = minuted()
    stranger = cast.person("okänd", Role.EDITOR, of=far_away())
    were_there(at, "Ester", "Rune", "Okänd", excused="Edda")
    ester, rune = client(at.ester), client(at.rune)
    page = url("choose_adjusters", at.meeting.pk)

    shown = read(ester.get(page))
    assert [str(one) for one in queries.candidates(at.by, minutes)] == ["Rune, Orsa"]
    assert "Utkastet kan bli allmän handling" in shown
    assert rune.get(page).status_code == 404
    assert ester.post(page, {"people": [str(stranger.pk)]}).status_code == 422
    refused = ester.post(page, {"people": [str(at.rune.pk)]})
    assert refused.status_code == 422
    assert "Kryssa i att utkastet delas: Rune sitter för andra än ni." in read(refused)
    assert "checked" in read(refused)
    assert ester.post(page, {"people": [str(at.ester.pk)]}).status_code == 422
    assert not Adjuster.objects.exists()

    chosen = {"people": [str(at.rune.pk)], "confirmed": "on"}
    assert ester.post(page, chosen).status_code == 302
    entry = Entry.objects.get(verb="minutes.adjusters_chosen")
    assert (entry.actor, entry.details["names"]) == (at.ester, "Rune")
    # Whoever is chosen already is no news.
    assert ester.post(page, {"people": [str(at.rune.pk)]}).status_code == 302
    assert ester.post(page, {}).status_code == 302
    assert not Adjuster.objects.exists()


def test_an_adjuster_from_another_party_reads_the_draft_where_it_is_checked_and_nowhere_else() -> (
    None
):
    at, minutes = minuted()
    rune = client(at.rune)
    reading = url("minutes", at.meeting.pk)
    assert rune.get(reading).status_code == 404
    actions.choose_adjusters(minutes, [at.rune], by=at.by)

    page = read(rune.get(reading))
    meeting = read(rune.get(at.meeting.get_absolute_url()))
    assert SAID in page
    assert "Så var det: justera" in page
    assert "Du ombeds justera dem." in meeting
    item = at.meeting.items.get()
    others = [
        at.meeting.get_absolute_url(),
        item.matter.get_absolute_url() if item.matter else "",
        url("projector", at.meeting.pk),
        url("project_item", at.meeting.pk, item.pk),
        url("register"),
    ]
    assert [one for one in others if SAID in read(rune.get(one))] == []
    assert [one for one in others if "att röja." in read(rune.get(one))] == []
    for name, about in (("note", [item.pk]), ("choose_adjusters", []), ("begin_minutes", [])):
        assert rune.get(url(name, at.meeting.pk, *about)).status_code == 403

    assert rune.post(url("check", at.meeting.pk)).status_code == 302
    minutes.refresh_from_db()
    assert (minutes.state, minutes.checked_by) == ("checked", at.rune)
    with pytest.raises(MoveNotAllowed):
        actions.choose_adjusters(minutes, [], by=at.by)
    assert client(at.ester).get(url("choose_adjusters", at.meeting.pk)).status_code == 403
    # Opened again they are the keeper's and the adjuster's, and nobody else's.
    actions.write_on(minutes, by=at.by)
    assert rune.get(reading).status_code == 200
    assert client(at.cora).get(reading).status_code == 404


def test_a_draft_that_somebody_checks_for_others_is_not_taken_along() -> None:
    at, minutes = minuted()
    actions.choose_adjusters(minutes, [at.rune], by=at.by)
    page = url("minutes", at.meeting.pk)
    file = reverse("reporting:meeting_file", args=[at.meeting.pk, "docx"])

    assert file in read(client(at.ester).get(page))
    assert SAID in said(client(at.ester).get(file))
    assert file not in read(client(at.rune).get(page))
    assert SAID not in said(client(at.rune).get(file))


def test_whoever_kept_the_minutes_never_checks_them_even_as_the_chair() -> None:
    at, minutes = minuted()
    Meeting.objects.filter(pk=at.meeting.pk).update(chair="ESTER, ordförande")
    minutes = queries.find_minutes(at.by, at.meeting.pk)
    verdict = policies.can_check(at.by, minutes)
    assert (bool(verdict), "You have kept" in str(verdict.reason)) == (False, False)
    assert "Du har fört anteckningarna" in str(verdict.reason)
    with pytest.raises(MoveNotAllowed):
        actions.choose_adjusters(minutes, [at.ester], by=at.by)
    edda = cast.acting_for(cast.person("edda", Role.EDITOR, of=cast.organization("lund")))
    assert "Bara ordföranden" in str(policies.can_check(edda, minutes).reason)

    # The chair of the keeper's own needs no asking.
    Meeting.objects.filter(pk=at.meeting.pk).update(chair="Edda, ordförande")
    minutes = queries.find_minutes(edda, at.meeting.pk)
    assert policies.can_check(edda, minutes)


def test_an_adjuster_who_turns_out_not_to_have_been_there_does_not_check() -> None:
    at, minutes = minuted()
    actions.choose_adjusters(minutes, [at.rune], by=at.by)
    rune = cast.acting_for(at.rune)
    assert policies.can_check(rune, queries.find_minutes(rune, at.meeting.pk))
    were_there(at, "Ester", excused="Rune")
    verdict = policies.can_check(rune, queries.find_minutes(rune, at.meeting.pk))
    assert "Bara den som var på mötet" in str(verdict.reason)
    refused = client(at.rune).post(url("check", at.meeting.pk))
    assert refused.status_code == 403
    # A chair from another party is chosen like the others.
    Meeting.objects.filter(pk=at.meeting.pk).update(chair="Rune, Orsa kommun")
    assert policies.can_check(rune, queries.find_minutes(rune, at.meeting.pk))


def test_the_choice_asks_as_little_of_many_as_of_one(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    at, _minutes = minuted()
    orsa = cast.organization("orsa")
    for number in range(30):
        cast.person(f"gran{number}", of=orsa)
    were_there(at, "Ester", *(f"Gran{number}" for number in range(30)))
    ester = client(at.ester)
    ester.get(url("choose_adjusters", at.meeting.pk))
    with django_assert_max_num_queries(9):
        page = read(ester.get(url("choose_adjusters", at.meeting.pk)))
    assert page.count('name="people"') == 30
