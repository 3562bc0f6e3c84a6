"""A meeting’s papers gathered for its readers: one PDF with bookmarks, and a ZIP.

Seen red: with packs for all organizations, with one whose paper was shut since, with a mark that
never changes, with titles as names in the ZIP, without stamps, with the summons’ claim to be an
archived PDF, with a pack that is tried for ever, with earlier packs left,
with the files of a deleted draft’s packs left, and with a bomb that is bound
untried and takes the others with it.
"""

from __future__ import annotations

import zipfile
from io import BytesIO

import pypdfium2
import pytest
from django.core.files.base import ContentFile
from pypdf import PdfReader
from pytest_django import DjangoCaptureOnCommitCallbacks

from samklang.audit.models import Entry
from samklang.documents.api import keep_text
from samklang.documents.extraction.opening import extract
from samklang.documents.pdf import writer
from samklang.meetings import actions, jobs
from samklang.meetings.actions import PaperWords
from samklang.meetings.lifecycle import PACK_LIFECYCLE, PackState
from samklang.meetings.models import Attachment, Pack
from samklang.organizations.models import Role
from tests import cast
from tests.documents.pdf_bombs import BOMBS
from tests.meetings.desk import Desk, client, desk
from tests.meetings.papers import attach, confidential, gathered, pdf, url, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def filled() -> Desk:
    """A meeting whose agenda has papers of every kind, in another order than their numbers."""
    lund = desk()
    lund.add("Öppnande")
    talk = lund.add("Aktuellt")
    paths = lund.add("Stigar", "for_decision", under=talk)
    moss = lund.add("Mossa", "for_dialogue", under=talk)
    attach(lund, "3", "Moss/a: ../../CON", moss, content=pdf("Mossan är grön och mjuk här"))
    attach(lund, "2 A-B", "Karta", paths, moss, content=pdf("Karta ett", "Karta två"))
    text = "Lavar\n\nLavar växer långsamt på åsen.".encode()
    lavar = attach(lund, "Lavar", "", content=text, format="text")
    found = extract("", text)
    keep_text(lavar.files.get().file, found.text, blocks=[one.to_keep() for one in found.blocks])
    attach(lund, "5", "Trasig", moss, content=b"%PDF-1.7 sten", format="pdf")
    attach(lund, "6", "Beslutet", moss, link="/beslut/1/")
    actions.send_out(lund.meeting, by=lund.by)
    return lund


@pytest.mark.slow
def test_the_papers_are_one_pdf_with_bookmarks_and_a_zip_in_the_agendas_order() -> None:
    lund = filled()
    pack = gathered(lund, lund.rune)
    content = pack.pdf.read()

    # Bookmarks and page names are pypdf’s; PDFium reads them back. Stamps the other way round.
    with pypdfium2.PdfDocument(content) as document:
        marks = [
            (one.level, one.get_title(), one.get_dest().get_index()) for one in document.get_toc()
        ]
        labels = [document.get_page_label(number) for number in range(len(document))]
    assert marks == [
        (0, "Kallelse", 0),
        (0, "Mötet som helhet", 1),
        (1, "Lavar", 1),
        (0, "2 Aktuellt", 3),
        (1, "2 a) Stigar", 3),
        (2, "Bilaga 2 A-B: Karta", 3),
        (1, "2 b) Mossa", 6),
        (2, "Bilaga 3: Moss/a: ../../CON", 6),
        (2, "Bilaga 2 A-B: Karta", 3),
        (2, "Bilaga 5: Trasig", 8),
        (2, "Bilaga 6: Beslutet", 9),
    ]
    assert labels == [
        "Kallelse 1",
        *("Lavar", "Lavar · s. 1"),
        *("Bilaga 2 A-B", "Bilaga 2 A-B · s. 1", "Bilaga 2 A-B · s. 2"),
        *("Bilaga 3", "Bilaga 3 · s. 1"),
        *("Bilaga 5", "Bilaga 6"),
    ]
    pages = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    assert "Bilaga 2 A-B · s. 2" in pages[5]
    assert "Karta två" in pages[5]
    assert "Lavar växer långsamt på åsen." in pages[2]
    assert "Filen går inte att göra till sidor" in pages[8]
    assert "http://testserver/beslut/1/" in pages[9]
    assert "Skogsnätverket" in pages[0]
    assert pack.page_count == len(pages) == 10
    assert (pack.done, pack.total) == (8, 8)
    # Nothing claims to keep a standard that others’ pages do not keep.
    assert PdfReader(BytesIO(content)).xmp_metadata is None

    archive = zipfile.ZipFile(pack.archive)
    assert archive.testzip() is None
    assert archive.namelist() == [
        "00 Kallelse.pdf",
        "00 Lavar – Lavar.txt",
        "02a Bilaga 2 A-B – Karta.pdf",
        "02b Bilaga 3 – Moss-a- ..-..-CON.pdf",
        "02b Bilaga 5 – Trasig.pdf",
    ]
    assert archive.read("02b Bilaga 5 – Trasig.pdf") == b"%PDF-1.7 sten"
    got = client(lund.rune).get(url("papers_pdf", lund.meeting.pk))
    assert "2026-11-20%20Skogsn%C3%A4tverket%20handlingar.pdf" in got.headers["Content-Disposition"]


@pytest.mark.slow
def test_a_pack_holds_what_its_readers_may_read_and_is_theirs_alone() -> None:
    lund = desk()
    mora = cast.organization("mora")
    maja = cast.person("maja", Role.READER, of=mora)
    item = lund.add("Stigar", "for_decision")
    hidden = attach(
        lund, "Mossbrev", "Hemlig mossa", item,
        content=pdf("Det hemliga"), wall=confidential("hidden", mora),
    )  # fmt: skip
    attach(lund, "4", "Tyst stig", item, content=pdf("Det tysta"), wall=confidential("sealed"))
    actions.send_out(lund.meeting, by=lund.by)

    outside, inside = gathered(lund, lund.rune), gathered(lund, maja)

    told = words_of(outside) + "".join(zipfile.ZipFile(outside.archive).namelist())
    assert not any(one in told for one in ("Mossbrev", "emlig", "tyst", "Tyst", "OSL"))
    assert "4 (sekretess)" in told
    known = words_of(inside)
    assert "Det hemliga" in known
    assert "OSL 26 kap. 1 §" in known
    assert "Mossbrev · sekretess · s. 1" in known
    assert "Det tysta" not in known
    fetch = url("papers_zip", lund.meeting.pk)
    assert b"".join(client(maja).get(fetch)) == inside.archive.open().read()
    assert client(lund.cora).get(fetch).status_code == 404
    assert [one.target_id for one in Entry.objects.filter(verb="pack.read")] == [inside.pk]
    # Whoever may not read one of its papers any more does not get the pack that it is in.
    words = PaperWords("Mossbrev", "Hemlig mossa", wall=confidential("hidden"))
    actions.change_attachment(hidden, words, by=lund.by, seen=1)
    assert client(maja).get(fetch).status_code == 404


@pytest.mark.slow
def test_a_pack_is_made_again_only_when_something_has_changed_for_its_readers() -> None:
    lund = desk()
    actions.send_out(lund.meeting, by=lund.by)
    first = gathered(lund, lund.rune)
    # Asked for once more it is the same, until something has changed.
    page = url("papers", lund.meeting.pk)
    assert client(lund.rune).post(url("make_pack", lund.meeting.pk)).status_code == 302
    assert Pack.objects.get() == first
    attach(lund, "Mossbrev", "Mer", content=pdf("Mer"), wall=confidential("hidden"))
    assert "har ändrats sedan" not in client(lund.rune).get(page).content.decode()
    attach(lund, "7", "Karta")
    assert "har ändrats sedan" in client(lund.rune).get(page).content.decode()

    second = gathered(lund, lund.rune)
    assert Pack.objects.get() == second
    assert "har ändrats sedan" not in client(lund.rune).get(page).content.decode()


def test_a_pack_goes_on_after_a_stop_and_says_when_it_could_not_be_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lund = desk()
    assert client(lund.ester).post(url("make_pack", lund.meeting.pk)).status_code == 302
    page = url("papers", lund.meeting.pk)
    assert "I kö" in client(lund.ester).get(page).content.decode()
    pack = Pack.objects.get()

    taken = actions.take_pack(pack.pk)
    assert taken is not None
    assert actions.take_pack(pack.pk) is None
    actions.come_far(pack, done=2, total=5)
    assert "2 av 5" in client(lund.ester).get(page).content.decode()
    assert jobs.resume_packs() == 1
    # Stopped twice it is not tried for ever.
    assert actions.take_pack(pack.pk) is not None
    assert jobs.resume_packs() == 0
    assert "Det gick inte att samla" in client(lund.ester).get(page).content.decode()

    monkeypatch.setattr(writer, "TYPESETTING", ["no-such-program"])
    second = gathered(lund, lund.ester)
    assert second.state == PackState.FAILED
    assert actions.weed_packs(before=second.asked_at) == 1
    moves = {(move.name, source) for move in PACK_LIFECYCLE.moves for source in move.sources}
    assert ("finish", PackState.WAITING) not in moves
    assert not Attachment.objects.exists()


def test_what_was_gathered_of_a_draft_goes_with_it(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    lund = desk()
    first = {"meeting": lund.meeting, "rights": "1", "mark": "1", "asked_by": lund.ester}
    pack = Pack.objects.create(language="sv", **first)
    pack.pdf.save("1.pdf", ContentFile(b"Hemlig"))
    with django_capture_on_commit_callbacks(execute=True):
        actions.delete_draft(lund.meeting, by=lund.by)
    assert not Pack.objects.exists()
    assert not pack.pdf.storage.exists(str(pack.pdf.name))


@pytest.mark.slow
def test_a_paper_that_is_a_bomb_is_said_to_be_one_and_the_others_are_bound() -> None:
    lund = desk()
    item = lund.add("Stigar", "for_decision")
    bombs = ("object streams in each other", "swollen content", "deep page tree")
    for number, name in enumerate(bombs, start=1):
        attach(lund, str(number), name, item, content=BOMBS[name]())
    attach(lund, "9", "Karta", item, content=pdf("Karta över stigarna"))
    actions.send_out(lund.meeting, by=lund.by)

    pack = gathered(lund, lund.rune)
    assert pack.state == PackState.MADE
    assert [one["paper"] for one in pack.remarks] == ["Bilaga 1", "Bilaga 2", "Bilaga 3"]
    page = client(lund.rune).get(url("papers", lund.meeting.pk)).content.decode()
    for number in (1, 2, 3):
        assert f"Bilaga {number}: Filen går inte att göra till sidor" in page
    assert "Karta över stigarna" in words_of(pack)
    # As they came they are in the ZIP, where each reader decides for themselves.
    assert len(zipfile.ZipFile(pack.archive).namelist()) == 5
