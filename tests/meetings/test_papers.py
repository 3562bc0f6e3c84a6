"""Attachments of a meeting: their files, what came late, and what only some may read.

Seen red: with all, and with sealed ones, among the visible; with what happens to a confidential
one told with the meeting; with the lines from when it was open; with what is late not derived;
with a number for a hidden one; with the version unasked; with the old edition thrown away; with a
coordinator who says who reads; with hidden ones in the minutes that are taken out; with the reading
of a confidential file not written down; with a file called what another has called the same bytes;
and with no end of attachments.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from samklang.accounts.models import User
from samklang.audit.models import Entry
from samklang.meetings import actions
from samklang.meetings.actions import PaperWords, Wall
from samklang.meetings.models import AttachedFile, Attachment, Meeting
from samklang.meetings.page import MeetingPage
from samklang.meetings.queries import agenda
from samklang.meetings.sayings import told
from samklang.meetings.telling import proceedings
from samklang.organizations.models import Role
from tests import cast
from tests.inventories.bad_files import TEST_NUMBER
from tests.meetings.desk import Desk, client, desk
from tests.meetings.papers import attach, confidential, pdf, sent, upload, url

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


SECRETS = ("Mossbrev", "Hemlig", "Tyst", "OSL 26", "mossa.text")


def walled() -> tuple[Desk, User, Attachment, Attachment]:
    """A meeting that is sent out, with a hidden and a sealed attachment that Mora may read."""
    lund = desk()
    item = lund.add("Stigar", "for_decision")
    mora = cast.organization("mora")
    actions.send_out(lund.meeting, by=lund.by)
    hidden = attach(
        lund, "Mossbrev", "Hemlig mossa", item,
        content=b"Mossan", format="text", wall=confidential("hidden", mora),
    )  # fmt: skip
    sealed = attach(
        lund, "4", "Tyst stig", item,
        content=b"Stigen", format="text", wall=confidential("sealed", mora),
    )  # fmt: skip
    return lund, cast.person("maja", Role.READER, of=mora), hidden, sealed


def test_a_hidden_attachment_leaves_no_trace_and_a_sealed_one_only_its_number() -> None:
    lund, _maja, hidden, sealed = walled()
    before = lund.now.version
    words = PaperWords("Mossbrev", "Hemlig mossa", wall=confidential("hidden"))
    actions.change_attachment(hidden, words, by=lund.by, seen=1)
    # Nobody who writes at the meeting meanwhile is told that anything has changed.
    assert lund.now.version == before
    attach(lund, "4 A", "Karta", *lund.meeting.items.all())

    pages = (lund.meeting.get_absolute_url(), url("papers", lund.meeting.pk))
    for outside in (client(lund.rune), client(lund.cora)):
        told_them = "".join(outside.get(one).content.decode() for one in pages)
        assert [one for one in SECRETS if one in told_them] == []
        # Two that are numbered alike can be seen, without what the sealed one is.
        assert "Bilaga 4 A och Bilaga 4 kan förväxlas" in told_them
        assert "sekretess" in told_them
        for paper, answer in ((hidden, 404), (sealed, 403)):
            about = (lund.meeting.pk, paper.pk)
            assert outside.get(url("paper_file", *about, 1)).status_code == answer
            assert outside.get(url("change_attachment", *about)).status_code == answer
            assert outside.post(url("remove_attachment", *about)).status_code == answer


def test_what_is_confidential_is_read_by_those_it_names_and_that_is_written_down() -> None:
    lund, maja, hidden, _sealed = walled()
    for inside in (client(lund.ester), client(maja)):
        shown = inside.get(lund.meeting.get_absolute_url()).content.decode()
        assert all(one in shown for one in ("Hemlig mossa", "Tyst stig"))
        got = inside.get(url("paper_file", lund.meeting.pk, hidden.pk, 1))
        assert b"".join(got) == b"Mossan"
    assert Entry.objects.filter(verb="paper.read").count() == 2
    # What they take out as minutes and slides goes on to others.
    taken_out = proceedings(lund.by, lund.now)
    assert [(one.label, one.title) for one in taken_out.papers] == [("Bilaga 4", "sekretess")]
    assert taken_out.items[0].papers == taken_out.papers
    # The coordinator writes at the meeting, and may not say who reads.
    form = client(lund.cora).get(url("add_attachment", lund.meeting.pk)).content.decode()
    assert "Varför den omfattas av sekretess" not in form
    assert "Varför den omfattas av sekretess" in (
        client(lund.ester).get(url("add_attachment", lund.meeting.pk)).content.decode()
    )


def history(lund: Desk, who: str) -> list[str]:
    acting = cast.acting_for({"rune": lund.rune, "ester": lund.ester}[who])
    return [one.what for one in told(agenda(acting, lund.now).history)]


def test_what_was_open_and_is_hidden_now_is_out_of_the_history_too() -> None:
    lund = desk()
    paper = attach(lund, "Mossbrev", "Mossa")
    actions.send_out(lund.meeting, by=lund.by)
    Meeting.objects.update(sent_at=lund.meeting.recorded_at)
    assert any("Mossbrev" in line for line in history(lund, "rune"))

    words = PaperWords("Mossbrev", "Mossa", wall=confidential("hidden"))
    actions.change_attachment(paper, words, by=lund.by, seen=1)
    assert not any("Mossbrev" in line for line in history(lund, "rune"))
    actions.remove_attachment(paper, by=lund.by)
    assert not any("Tog bort" in line for line in history(lund, "rune"))
    assert "Tog bort ”Mossbrev”" in history(lund, "ester")


def test_a_file_is_replaced_the_old_one_stays_and_what_is_late_says_so() -> None:
    lund = desk()
    ester = client(lund.ester)
    add = url("add_attachment", lund.meeting.pk)
    first = upload("karta.pdf", pdf("En karta över alla stigar"))
    assert ester.post(add, sent(lund, "2", title="Karta", file=first)).status_code == 302
    actions.send_out(lund.meeting, by=lund.by)
    paper = Attachment.objects.get()
    change = url("change_attachment", lund.meeting.pk, paper.pk)
    newer = upload("ny.pdf", pdf("En bättre karta över stigar"))
    again = sent(lund, "2", title="Karta", version=paper.version, file=newer)

    assert ester.post(change, again).status_code == 302

    attach(lund, "3", "Kompass")
    paper = Attachment.objects.get(pk=paper.pk)
    assert [(one.number, one.name) for one in paper.editions] == [(2, "ny.pdf"), (1, "karta.pdf")]
    assert (paper.came_late, paper.is_replaced_late) == (False, True)
    old = ester.get(url("paper_file", lund.meeting.pk, paper.pk, 1))
    assert "karta.pdf" in old.headers["Content-Disposition"]
    page = ester.get(lund.meeting.get_absolute_url()).content.decode()
    assert "ny fil efter att dagordningen skickats ut" in page
    assert page.count("kom sent") == 1
    assert "Lade in en ny fil i stället för den i ”Bilaga 2”" in page
    assert "Ersatt" in ester.get(change).content.decode()


def test_whoever_comes_late_to_an_attachment_keeps_what_was_typed() -> None:
    lund = desk()
    ester = client(lund.ester)
    paper = attach(lund, "2", "Karta", content=b"Karta", format="text")
    change = url("change_attachment", lund.meeting.pk, paper.pk)
    again = sent(lund, "2", version=paper.version)
    assert ester.post(change, again).status_code == 302

    late = ester.post(change, {**again, "title": "Min karta", "file": upload("a.txt", b"Sten")})
    shown = late.content.decode()
    assert (late.status_code, "Min karta" in shown) == (409, True)
    assert "Välj filen igen." in shown
    assert AttachedFile.objects.count() == 1


def test_what_is_wrong_with_a_file_a_link_or_a_wall_is_said_and_what_was_typed_stays() -> None:
    lund = desk()
    ester = client(lund.ester)
    number = f"Ring {TEST_NUMBER} om stigen".encode()
    hidden = {"openness": "hidden", "ground": "OSL 26 kap."}
    for said, sentence in (
        ({"file": upload("a.txt", number)}, "personnummer i filen"),
        ({"file": upload("a.png", b"\x89PNG\r\n\x1a\n1234")}, "Spara den som PDF"),
        ({"file": upload("a.pdf", b"%PDF-1.7 sten")}, "Filen går inte att öppna"),
        ({"file": upload("a.txt", b"Sten"), "about_nobody": ""}, "Titta igenom filen först"),
        ({"file": upload("a.txt", b"Sten"), "link": "/moten/arende/1/"}, "inte båda"),
        ({"link": "https://annat.example/moten/"}, "Kopiera adressen till en överenskommelse"),
        ({"openness": "sealed"}, "Skriv varför den omfattas av sekretess."),
        (hidden, "Ett nummer som de andra saknar skulle avslöja"),
    ):
        answer = ester.post(
            url("add_attachment", lund.meeting.pk), sent(lund, "7", title="Lav", **said)
        )
        page = answer.content.decode()
        assert (answer.status_code, sentence in page) == (422, True), sentence
        assert 'value="Lav"' in page
    assert not Attachment.objects.exists()

    address = f"http://testserver{lund.meeting.get_absolute_url()}"
    linked = sent(lund, "7", link=address, openness="open")
    assert ester.post(url("add_attachment", lund.meeting.pk), linked).status_code == 302
    assert Attachment.objects.get().link == lund.meeting.get_absolute_url()


def test_the_database_knows_that_what_is_confidential_has_a_ground() -> None:
    lund = desk()
    paper = attach(lund, "1", "Karta", content=b"Karta", format="text")
    walls = ({"openness": "sealed"}, {"ground": "OSL"}, {"openness": "half"})
    for wrong in (*walls, {"link": "javascript:1"}, {"link": "//lav.test/"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Attachment.objects.filter(pk=paper.pk).update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        AttachedFile.objects.create(attachment=paper, number=1, file=paper.files.get().file)
    # The very file once more is no new edition.
    same = PaperWords("1", "Karta", wall=Wall())
    file = paper.files.get().file
    actions.change_attachment(paper, same, by=lund.by, seen=1, file=file)
    assert paper.files.count() == 1
    assert MeetingPage(agenda(lund.by, lund.now)).clashes == []
    assert paper.added_at is not None
    assert paper.added_at + timedelta(days=1) > lund.now.recorded_at


def test_the_same_bytes_are_called_what_their_own_sender_called_them() -> None:
    lund = desk()
    secret = pdf("Karta")
    attach(lund, "Särskild", "Hemlig utredning", content=secret, wall=confidential("hidden"))
    actions.send_out(lund.meeting, by=lund.by)
    cora = client(lund.cora)
    said = sent(lund, "2", file=upload("karta.pdf", secret))
    del said["openness"]
    assert cora.post(url("add_attachment", lund.meeting.pk), said).status_code == 302
    edition = AttachedFile.objects.get(attachment__label="2")
    assert edition.name == "karta.pdf"
    answer = cora.get(edition.get_absolute_url())
    assert "karta.pdf" in answer["Content-Disposition"]
    page = cora.get(lund.meeting.get_absolute_url()).content.decode()
    assert "utredning" not in page


def test_there_is_an_end_to_the_attachments_of_a_meeting() -> None:
    lund = desk()
    Attachment.objects.bulk_create(
        Attachment(meeting=lund.meeting, label=f"Karta {number}", position=number)
        for number in range(300)
    )
    answer = client(lund.ester).post(url("add_attachment", lund.meeting.pk), sent(lund, "301"))
    assert answer.status_code == 422
    assert "Det finns inte plats för fler bilagor" in answer.content.decode()
    assert 'value="301"' in answer.content.decode()
