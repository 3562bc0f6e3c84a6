"""Minutes from the first word until they are locked: two write, another checks, all is kept.

Seen red: with no look at how often an item was written, with the page's own name forgotten, with
nothing kept of what was written over, with the adopted wording written over the proposed one, with
the secretary checking their own minutes, with open items forgotten when they are checked,
with a locked meeting open for changes, with words open to the county while they are written, with
those who have a place on behalf of nobody, with minutes that lead to no file, with NUL let into a
row, with checked minutes no hinder to the agenda, with an item taken off together with what was
written of it, with locked minutes closed to a decision that is recorded anew, without the
database's own guards, and with minutes of any body locked by whoever called its meeting.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from samklang.accounts.models import User
from samklang.common.lifecycle import MoveNotAllowed
from samklang.decisions.actions import Clause, Sitting, record_sitting
from samklang.decisions.models import Decision
from samklang.meetings import actions
from samklang.meetings.actions import Seen
from samklang.meetings.lifecycle import MINUTES_LIFECYCLE, MinutesState
from samklang.meetings.models import (
    AgendaItem,
    DecisionClause,
    EarlierNote,
    Meeting,
    Minutes,
)
from samklang.meetings.sealing import fingerprint, sealed_text
from samklang.meetings.wording import Piece, changes, marked
from samklang.meetings.written import (
    ClauseWords,
    ItemWords,
    NoteWords,
    PersonWords,
    Plan,
    ReadPerson,
)
from samklang.organizations.models import Body, Role
from tests import cast
from tests.inventories.bad_files import TEST_NUMBER
from tests.meetings.desk import DAY, Desk, client, desk

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
# What every page needs to know who is looking.
WHO = 3
PROPOSED = "att öppna stigen snarast"
TAB = "0a1b2c3d-0000-4000-8000-000000000000"


def url(page: str, *about: object) -> str:
    return reverse(f"meetings:{page}", args=about)


class Room:
    """A meeting that Ester keeps the minutes of, with Edda beside her; both write for Lund."""

    def __init__(self) -> None:
        self.desk: Desk = desk()
        self.edda: User = cast.person("edda", Role.EDITOR, of=self.desk.meeting.keeper)
        words = ItemWords("Stigar", ("for_decision",), proposals=(PROPOSED, "att vila"))
        by = self.desk.by
        self.item = actions.add_item(
            self.desk.meeting, words, under=None, by=by, seen=self.desk.now.version
        )
        self.other = self.desk.add("Mossa", "for_information")
        actions.send_out(self.desk.meeting, by=by)
        self.minutes = actions.begin_minutes(self.desk.meeting, by=by)

    @property
    def pk(self) -> int:
        return self.desk.meeting.pk

    @property
    def clauses(self) -> list[DecisionClause]:
        return list(DecisionClause.objects.filter(item=self.item))

    def sent(self, *wordings: str, **more: Any) -> dict[str, Any]:
        """What the form of the first item sends, with a wording for each row in turn."""
        pks = [str(one.pk) for one in self.clauses]
        rows = [*wordings, *[""] * (len(pks) - len(wordings))]
        return {
            "seen": AgendaItem.objects.get(pk=self.item.pk).written_count,
            "text": "Tove föredrog.",
            "outcome": "decided",
            "clause": [*pks, *[""] * (len(rows) - len(pks))],
            "wording": rows,
            "clause_kind": ["follow_up"] * len(rows),
            **more,
        }

    def write(self, user: User, data: dict[str, Any], page: str = "note") -> Any:
        return client(user).post(url(page, self.pk, self.item.pk), data)

    def decide(self) -> None:
        by = cast.acting_for(self.desk.ester)
        rows = tuple(ClauseWords(one.proposed, pk=one.pk) for one in self.clauses)
        words = NoteWords("Tove föredrog.", "decided", rows)
        actions.write_item(self.item, words, by=by, seen=Seen(self.now.written_count))

    @property
    def now(self) -> AgendaItem:
        return AgendaItem.objects.get(pk=self.item.pk)

    def ask(self, *users: User) -> None:
        """Let these have been there, and be asked to check the minutes."""
        people = tuple(ReadPerson(str(one)) for one in users)
        actions.say_who_was_there(
            self.desk.now, people, by=self.desk.by, seen=self.desk.now.version
        )
        actions.choose_adjusters(self.minutes, users, by=self.desk.by)

    def locked(self) -> Minutes:
        self.decide()
        actions.check(self.minutes, by=cast.acting_for(self.edda))
        actions.hold(self.desk.meeting, by=self.desk.by)
        return actions.lock(self.minutes, by=self.desk.by)


def read(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.mark.parametrize("move", MINUTES_LIFECYCLE.moves, ids=lambda move: move.name)
def test_every_move_of_minutes_from_every_state(move: Any) -> None:
    for state in MinutesState.values:
        if state in move.sources:
            assert MINUTES_LIFECYCLE.after(move.name, in_state=state) == move.target
        else:
            with pytest.raises(MoveNotAllowed):
                MINUTES_LIFECYCLE.after(move.name, in_state=state)


def test_what_is_adopted_stands_beside_what_was_proposed_and_neither_takes_the_others_place() -> (
    None
):
    room = Room()
    said = room.sent("att öppna stigen i maj", "", "att notera läget")
    said |= {"clause_kind": ["follow_up", "follow_up", "standard"], "outcome": "decided"}
    said |= {"person_kind": ["conflict_of_interest"], "person": ["Gran Kotte"]}
    said |= {"person_text": ["äger stigen"]}
    assert room.write(room.desk.ester, said).status_code == 302

    changed, refused, made = room.clauses
    assert (changed.proposed, changed.wording) == (PROPOSED, "att öppna stigen i maj")
    assert (refused.proposed, refused.wording) == ("att vila", "")
    assert (made.proposed, made.wording, made.is_standard) == ("", "att notera läget", True)
    page = read(client(room.desk.ester).get(url("minutes", room.pk)))
    assert "Förslag som inte antogs:</span> att vila" in page
    assert "<strong>Jäv:</strong> Gran Kotte: äger stigen" in page
    assert list(changed.changes) == [
        Piece("att öppna stigen"),
        Piece("snarast", "out"),
        Piece("i maj", "in"),
    ]

    # Without scripts each button is a sending of its own: as proposed, and a phrase to go on with.
    pressed = {**room.sent("annat"), "as_proposed": str(refused.pk)}
    assert room.write(room.desk.ester, pressed)["Location"].endswith(f"/{room.item.pk}/")
    room.write(room.desk.ester, {**room.sent("annat", "att vila", "att notera"), "phrase": "adopt"})
    assert [one.wording for one in room.clauses] == [
        "annat",
        "att vila",
        "att notera",
        "att anta …",
    ]
    # A row that is emptied goes, unless it was proposed.
    room.write(room.desk.ester, room.sent("", "att vila", "", ""))
    assert [(one.proposed, one.wording) for one in room.clauses] == [
        (PROPOSED, ""),
        ("att vila", "att vila"),
    ]


def test_two_who_write_in_the_same_item_are_shown_both_and_nothing_is_lost() -> None:
    room = Room()
    began = room.sent("att öppna stigen")
    assert room.write(room.desk.ester, {**began, "text": "Esters ord."}).status_code == 302

    late = {**began, "text": "Eddas ord.", "wording": ["", "att vila länge"]}
    told = room.write(room.edda, late, "autosave_note")
    assert (told.status_code, "ester" in told.json()["said"].lower()) == (409, True)
    answer = room.write(room.edda, late)
    page = read(answer)
    assert answer.status_code == 409
    assert "<mark>Eddas</mark>" in page
    assert "<mark>Esters</mark>" in page
    assert room.now.text == "Esters ord."

    chosen = {**late, "seen": room.now.written_count}
    assert room.write(room.edda, {**chosen, "choice": "both"}, "settle").status_code == 302
    assert room.now.text == "Esters ord.\n\nEddas ord."
    assert [one.wording for one in room.clauses] == ["att öppna stigen", "", "att vila länge"]
    # What was written over, or given up, stays to be read.
    room.write(room.edda, {**room.sent("x"), "text": "Annat.", "choice": "theirs"}, "settle")
    room.write(room.desk.ester, {**room.sent("att öppna stigen"), "text": "Nytt."})
    kept = "\n".join(one.text for one in EarlierNote.objects.all())
    assert all(one in kept for one in ("Esters ord.", "Eddas ord.", "Annat."))
    assert "Annat." in read(client(room.edda).get(url("note", room.pk, room.item.pk)))


def test_the_page_saves_by_itself_and_never_stands_in_its_own_way() -> None:
    room = Room()
    first = {**room.sent("att öppna stigen", "", "att notera"), "page": TAB}
    said = room.write(room.desk.ester, first, "autosave_note").json()
    assert said["seen"] == 1
    assert said["rows"] == [one.pk for one in room.clauses]

    # The answer never arrived: the page sends again from where it began, with a few words more.
    again = {**first, "text": "Tove föredrog. Frågor.", "seen": 0}
    said = room.write(room.desk.ester, again, "autosave_note").json()
    assert (said["seen"], room.now.text) == (2, "Tove föredrog. Frågor.")
    assert said["rows"] == [one.pk for one in room.clauses]
    # Another page of the same person is another page.
    other = {**first, "page": TAB.replace("a", "b"), "seen": 0}
    assert room.write(room.desk.ester, other, "autosave_note").status_code == 409
    # Who writes where is told to the other one.
    there = client(room.edda).get(url("note", room.pk, room.other.pk))
    assert "ester skriver i 1" in read(there).lower()
    # What is the same is no change, and no news.
    same = {**again, "seen": 2, "clause": said["rows"]}
    assert room.write(room.desk.ester, same, "autosave_note").json()["seen"] == 2
    wrong = {**same, "text": f"Ring {TEST_NUMBER}"}
    refused = room.write(room.desk.ester, wrong, "autosave_note")
    assert (refused.status_code, "Ta bort personnumret" in refused.json()["said"]) == (422, True)


def test_what_is_wrong_keeps_what_was_typed() -> None:
    room = Room()
    wrong = {**room.sent(f"att ringa {TEST_NUMBER}"), "person": [""], "person_text": ["var emot"]}
    answer = room.write(room.desk.ester, {**wrong, "person_kind": ["dissent"]})
    page = read(answer)
    assert answer.status_code == 422
    assert "Ta bort personnumret" in page
    assert "Skriv vem det gäller på varje rad" in page
    assert "var emot</textarea>" in page
    assert "Tove föredrog.</textarea>" in page
    assert room.now.written_count == 0


def test_rows_that_no_browser_sends_are_refused_like_any_other_words() -> None:
    room = Room()
    for wrong in (
        room.sent("att\0öppna"),
        room.sent(person_kind=["dissent"], person=["Gran\0"], person_text=["nej"]),
    ):
        assert room.write(room.desk.ester, wrong).status_code == 422
        assert room.write(room.desk.ester, wrong, "autosave_note").status_code == 422
    # A row that says it is one of a number without end is a new one.
    sent = room.sent("att öppna")
    assert room.write(room.desk.ester, {**sent, "clause": ["9" * 5000, ""]}).status_code == 302
    assert [one.wording for one in room.clauses] == ["att öppna", "", ""]


def test_what_somebody_has_checked_is_not_changed_by_way_of_the_agenda() -> None:
    room = Room()
    room.decide()
    ester, cora = client(room.desk.ester), client(room.desk.cora)
    # What is written of an item is not lost with it, neither by whoever cannot read it.
    for by in (ester, cora):
        gone = by.post(url("remove_item", room.pk, room.item.pk))
        assert (gone.status_code, "säger något om punkten" in read(gone)) == (403, True)
    with pytest.raises(MoveNotAllowed):
        actions.remove_item(room.now, by=room.desk.by)
    page = url("change_item", room.pk, room.item.pk)
    assert "Ta bort punkten" not in read(ester.get(page))

    actions.check(room.minutes, by=cast.acting_for(room.edda))
    words = {"title": "Annat", "kinds": ["for_decision"], "version": room.desk.now.version}
    for name, about, said in (
        ("change_item", (room.item.pk,), words),
        ("add_item", (), words),
        ("move_item", (room.other.pk,), {"to": "up"}),
        ("remove_item", (room.other.pk,), {}),
        ("change", (), {"date": str(DAY), "chair": "Ester", "version": words["version"]}),
    ):
        refused = ester.post(url(name, room.pk, *about), said)
        assert (refused.status_code, "Öppna dem först" in read(refused)) == (403, True), name
    with pytest.raises(MoveNotAllowed):
        actions.remove_item(room.other, by=room.desk.by)
    assert room.desk.marks() == ["1 Stigar", "2 Mossa"]
    actions.write_on(room.minutes, by=room.desk.by)
    assert ester.post(url("change_item", room.pk, room.item.pk), words).status_code == 302


def test_a_clause_of_locked_minutes_is_recorded_anew_when_its_decision_was_taken_back() -> None:
    room = Room()
    room.locked()
    clause = room.clauses[0]
    assert clause.decision is not None
    Decision.objects.filter(pk=clause.decision.pk).update(undone_at=timezone.now())
    said = Sitting(
        room.desk.body, DAY, clauses=[Clause(clause.wording, origin=f"clause-{clause.pk}")]
    )
    (made,) = record_sitting(said, by=cast.acting_for(room.desk.cora))
    clause.refresh_from_db()
    assert clause.decision == made
    with pytest.raises(MoveNotAllowed):
        record_sitting(said, by=cast.acting_for(room.desk.cora))
    assert Minutes.objects.get().sha256 == fingerprint(room.desk.now)


def test_a_decision_that_is_in_the_register_is_not_taken_out_of_the_minutes() -> None:
    room = Room()
    room.decide()
    actions.record_decisions(room.desk.now, by=room.desk.by)
    emptied = room.write(room.desk.ester, room.sent("", "att vila"))
    assert (emptied.status_code, "Ångra beslutet där först" in read(emptied)) == (422, True)
    assert room.clauses[0].wording == PROPOSED


def test_minutes_are_not_closed_before_each_item_is_decided_and_somebody_else_has_read_them() -> (
    None
):
    room = Room()
    ester, edda = client(room.desk.ester), client(room.edda)
    room.ask(room.edda)
    refused = edda.post(url("check", room.pk))
    assert refused.status_code == 422
    assert "Ange hur punkten slutade" in read(refused)
    with pytest.raises(actions.Undecided):
        actions.check(room.minutes, by=cast.acting_for(room.edda))
    unfinished = [
        (room.sent(), "Skriv vad som beslutades"),
        (room.sent("att öppna"), "utgången"),
        (room.sent("att anta …"), "är inte färdig"),
    ]
    outcomes = ("decided", "withdrawn", "decided")
    for (said, why), outcome in zip(unfinished, outcomes, strict=True):
        room.write(room.desk.ester, {**said, "outcome": outcome, "seen": room.now.written_count})
        page = read(edda.post(url("check", room.pk)))
        assert why in page or "beslut i den" in page

    room.decide()
    own = ester.post(url("check", room.pk))
    assert (own.status_code, "Ordföranden eller en justerare" in read(own)) == (403, True)
    assert edda.post(url("check", room.pk)).status_code == 302
    assert "är justerade. Öppna dem igen" in read(ester.get(url("note", room.pk, room.item.pk)))
    assert ester.post(url("lock", room.pk)).status_code == 403
    assert edda.post(url("write_on", room.pk)).status_code == 302


def test_whoever_calls_a_meeting_of_the_county_registers_no_decisions_of_its_own_accord() -> None:
    room = Room()
    room.decide()
    actions.check(room.minutes, by=cast.acting_for(room.edda))
    actions.hold(room.desk.now, by=room.desk.by)
    refused = client(room.desk.ester).post(url("lock", room.pk))
    assert (refused.status_code, "Bara samordnarna" in read(refused)) == (403, True)
    # Nobody else either, but those who record what the county's bodies decide.
    assert client(room.desk.rune).post(url("lock", room.pk)).status_code == 403
    assert not Decision.objects.exists()
    Body.objects.update(organization=room.desk.meeting.keeper)
    assert b'/anteckningar/las/"' in client(room.desk.ester).get(url("minutes", room.pk)).content
    Body.objects.update(organization=None)
    assert client(room.desk.cora).post(url("lock", room.pk)).status_code == 302
    assert Decision.objects.count() == len([one for one in room.clauses if one.wording])


def test_locked_minutes_are_named_by_their_hash_and_only_corrected() -> None:
    room = Room()
    minutes = room.locked()
    ester = client(room.desk.ester)
    given = ester.get(url("sealed", room.pk))
    assert minutes.sha256 == fingerprint(room.desk.now)
    assert read(given) == sealed_text(room.desk.now)
    assert PROPOSED in read(given)
    shown = read(ester.get(url("minutes", room.pk)))
    assert "De lyder som när de låstes." in shown
    assert f'href="{reverse("reporting:meeting_file", args=[room.pk, "docx"])}">Word' in shown

    refused = ester.post(url("note", room.pk, room.item.pk), room.sent("att annat"))
    assert (refused.status_code, "Anteckningarna är låsta" in read(refused)) == (403, True)
    with pytest.raises(MoveNotAllowed):
        actions.write_item(room.item, NoteWords("Nytt"), by=room.desk.by, seen=Seen(1))
    with pytest.raises(MoveNotAllowed):
        actions.change_plan(room.desk.now, Plan(DAY), by=room.desk.by, seen=room.desk.now.version)
    with pytest.raises(MoveNotAllowed):
        actions.take_back(room.desk.now, by=room.desk.by)


def test_the_database_itself_keeps_what_was_locked_as_it_was() -> None:
    room = Room()
    by = room.desk.by
    people = (ReadPerson("Ek"),)
    actions.say_who_was_there(room.desk.now, people, by=by, seen=room.desk.now.version)
    room.item.presenters.create(name="Tove")
    # Of minutes that are open everything is changed, and some of it taken away.
    room.now.presenters.update(name="Tova")
    room.decide()
    room.item.personal_notes.create(kind="dissent", person="Lav")
    actions.check(room.minutes, by=cast.acting_for(room.edda))
    actions.hold(room.desk.now, by=by)
    minutes = actions.lock(room.minutes, by=by)
    item, meeting = room.now, room.desk.now
    stated: list[Any] = [
        (Minutes.objects.all(), {"state": "checked", "sha256": "", "locked_by": None}),
        (Minutes.objects.all(), {"sha256": "0" * 64}),
        (Meeting.objects.all(), {"place": "Annorstädes"}),
        (AgendaItem.objects.all(), {"text": "Annat."}),
        (item.clauses.all(), {"wording": "att annat"}),
        (item.personal_notes.all(), {"text": "nej"}),
        (item.presenters.all(), {"name": "Annan"}),
        (meeting.attendances.all(), {"name": "Annan"}),
    ]
    for rows, change in stated:
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**change)
    for rows in (minutes, item, *item.clauses.all(), *item.personal_notes.all()):
        with pytest.raises((IntegrityError, ProtectedError)), transaction.atomic():
            rows.delete()
    assert Minutes.objects.get().sha256 == fingerprint(room.desk.now)


def test_a_correction_stands_beside_what_was_locked() -> None:
    room = Room()
    room.locked()
    ester = client(room.desk.ester)
    wrong = {"item": room.item.pk, "text": ""}
    assert ester.post(url("correct", room.pk), wrong).status_code == 422
    right = {"item": room.item.pk, "text": "Tove hette Tova."}
    assert ester.post(url("correct", room.pk), right).status_code == 302
    page = read(client(room.desk.rune).get(url("minutes", room.pk)))
    assert "Tove hette Tova." in page
    assert "Tove föredrog." in page
    assert Minutes.objects.get().sha256 == fingerprint(room.desk.now)
    told = read(client(room.desk.rune).get(room.desk.meeting.get_absolute_url()))
    assert "Låste minnesanteckningarna" in told
    assert "Rättade minnesanteckningarna: ”1 Stigar”" in told


def test_nobody_outside_reads_a_word_before_the_minutes_are_checked() -> None:
    room = Room()
    room.write(room.desk.ester, room.sent("att hemlig mossa", text="Kanarieord."))
    matter = room.now.matter
    assert matter is not None
    pages = [room.desk.meeting.get_absolute_url(), matter.get_absolute_url(), url("register")]
    outside = [client(room.desk.rune), client(room.desk.cora)]

    def shown(by: Client) -> Iterator[str]:
        yield from (read(by.get(page)) for page in pages)

    for by in outside:
        text = "".join(shown(by))
        assert PROPOSED in text
        assert not any(
            one in text
            for one in (
                "Kanarieord",
                "hemlig mossa",
                "Beslutad",
                "rad beslut",
                "Skrev anteckningar",
            )
        )
        for page, about in (("minutes", ()), ("note", (room.item.pk,)), ("begin_minutes", ())):
            assert by.get(url(page, room.pk, *about)).status_code in (403, 404)
        assert by.get(url("sealed", room.pk)).status_code == 404

    actions.check(room.minutes, by=cast.acting_for(room.edda))
    for by in outside:
        text = "".join(shown(by))
        assert all(one in text for one in ("Kanarieord", "hemlig mossa", "Justerade"))
        assert "Skrev anteckningar" not in text


def test_minutes_are_begun_once_of_a_meeting_that_is_sent_out() -> None:
    lund = desk()
    ester = client(lund.ester)
    assert ester.post(url("begin_minutes", lund.meeting.pk)).status_code == 403
    actions.send_out(lund.meeting, by=lund.by)
    assert "Påbörja minnesanteckningarna?" in read(ester.get(url("begin_minutes", lund.meeting.pk)))
    begun = ester.post(url("begin_minutes", lund.meeting.pk), follow=True)
    assert "Lägg till en punkt på dagordningen först" in read(begun)
    again = actions.begin_minutes(lund.meeting, by=cast.acting_for(lund.ester))
    assert again == Minutes.objects.get()


def test_the_database_knows_what_checked_and_locked_mean() -> None:
    room = Room()
    rows = Minutes.objects.filter(pk=room.minutes.pk)
    for wrong in (
        {"state": "checked"},
        {"state": "locked"},
        {"checked_by": room.edda},
        {"sha256": "0" * 64},
        {"state": "forgotten"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        DecisionClause.objects.filter(item=room.item).update(proposed="")


def test_who_was_there_is_written_a_person_on_each_line_until_the_minutes_are_checked() -> None:
    room = Room()
    ester = client(room.desk.ester)
    said = {"version": room.desk.now.version, "present": "Ek, lund\n\nAsk, Skogens vänner"}
    said |= {"excused": f"Lav {TEST_NUMBER}", "guests": "Mossa"}
    # Before anybody has said so, those with a place are there on behalf of whom they sit for.
    keeper = room.desk.meeting.keeper
    room.desk.body.posts.create(kind="member", person="Gran", organization=keeper)
    room.desk.body.posts.create(kind="member", person="Sten")
    begun = read(ester.get(url("attendance", room.pk)))
    assert f"Gran, {keeper.short_name}\nSten</textarea>" in begun
    refused = ester.post(url("attendance", room.pk), said)
    assert (refused.status_code, "Ask, Skogens vänner" in read(refused)) == (422, True)
    assert ester.post(url("attendance", room.pk), {**said, "excused": "Lav"}).status_code == 302

    there = room.desk.meeting.attendances.all()
    assert [(one.name, one.of, one.presence) for one in there] == [
        ("Ek", room.desk.meeting.keeper.short_name, "present"),
        ("Ask", "Skogens vänner", "present"),
        ("Lav", "", "excused"),
        ("Mossa", "", "guest"),
    ]
    assert "Ask, Skogens vänner</textarea>" in read(ester.get(url("attendance", room.pk)))
    room.decide()
    actions.check(room.minutes, by=cast.acting_for(room.edda))
    late = ester.post(url("attendance", room.pk), said)
    assert (late.status_code, "är justerade, och de säger" in read(late)) == (403, True)
    now = room.desk.now
    with pytest.raises(MoveNotAllowed):
        actions.say_who_was_there(now, (), by=room.desk.by, seen=now.version)


@pytest.mark.parametrize("count", [1, 30])
def test_the_pages_of_minutes_ask_as_much_however_long_they_are(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    room = Room()
    persons = (PersonWords("dissent", "Ek", "nej"),)
    for number in range(count):
        item = room.desk.add(f"Punkt {number}", "for_decision")
        words = NoteWords("Ord.", "decided", (ClauseWords("att gå"),), persons)
        actions.write_item(item, words, by=room.desk.by, seen=Seen(0))
    ester = client(room.desk.ester)
    with django_assert_num_queries(WHO + 8):
        ester.get(url("minutes", room.pk))
    with django_assert_num_queries(WHO + 7):
        ester.get(url("note", room.pk, room.item.pk))


def test_words_that_differ_are_marked_and_long_texts_are_left_as_they_are() -> None:
    assert list(marked("vi ses i maj", "vi ses i juni")) == [
        Piece("vi ses i "),
        Piece("maj", "own"),
    ]
    long = "ord " * 4000
    assert [one.kind for one in changes(long, long + "nytt")] == ["same"]
