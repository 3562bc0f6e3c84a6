"""A meeting as a document and as slides: read back by other programs than those that wrote it.

Seen red: with no word of how far the paper has come in its foot, with meetings found for everybody,
with what every meeting decides among what is followed up, with clauses that are not led on to the
next slide, with a slide for a heading over letters, with a clause that Typst reads as markup, with
letters as high as their number, with clauses in the style of the text, and
with nothing of how the last meeting's decisions are carried home.
"""

from __future__ import annotations

from datetime import date, time
from io import BytesIO
from typing import Any

import docx
import page as pdf_rules
import pypdfium2
import pytest
from django.urls import reverse
from django.utils import timezone
from pptx import Presentation

from samklang.decisions.models import CarryHome, Decision, HomeRequest
from samklang.meetings import actions
from samklang.meetings.actions import PaperWords
from samklang.meetings.models import (
    AgendaItem,
    Attendance,
    DecisionClause,
    Meeting,
    Minutes,
    PersonalNote,
)
from samklang.meetings.written import ItemWords, PresenterWords
from samklang.organizations.models import Body, Deciding
from tests import cast
from tests.meetings.desk import Desk, client, desk

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
# Text that would be a formula, markup or code, if anybody read it as more than text.
NASTY = '=1+1 #panic() *x* @ref $y$ <b>&amp;</b> {{ 7*7 }} "citat" åäö'
BEFORE = date(2026, 9, 18)


def file(at: Desk, kind: str, *, user: Any = None, meeting: Meeting | None = None) -> Any:
    address = reverse("reporting:meeting_file", args=[(meeting or at.meeting).pk, kind])
    return client(user or at.ester).get(address)


def prepared() -> Desk:
    """Let Lund plan a meeting with an agenda, after one that has decided something."""
    at = desk()
    Meeting.objects.filter(pk=at.meeting.pk).update(
        start_time=time(9), end_time=time(11, 30), place="Granen", chair="Kim Ek", secretary=NASTY
    )
    actions.add_item(
        at.meeting,
        ItemWords("Öppnande", is_standing=True),
        under=None,
        by=at.by,
        seen=at.now.version,
    )
    paths = at.add("Aktuellt")
    words = ItemWords(
        NASTY,
        ("for_information", "for_decision"),
        (PresenterWords("Bo Al", "vakt", "Orsa"),),
    )
    item = actions.add_item(at.meeting, words, under=paths, by=at.by, seen=at.now.version)
    paper = PaperWords("2 A-B", "Kartor", is_late=True, items=(item,))
    actions.add_attachment(at.meeting, paper, by=at.by, seen=at.now.version)
    for place, one in enumerate(("att gå stigarna,", "att rita om kartan.")):
        DecisionClause.objects.create(item=item, position=place, proposed=one)
    earlier(at.body)
    return at


def earlier(body: Body) -> None:
    """Let the body have met before, with one clause that is registered and one that is not."""
    lund = cast.organization("lund")
    held = Meeting.objects.create(
        partnership=lund.partnership, body=body, keeper=lund, state="held", date=BEFORE
    )
    item = AgendaItem.objects.create(
        meeting=held, position=1, number=1, title="Broar", for_decision=True
    )
    opened = AgendaItem.objects.create(
        meeting=held, position=2, number=2, title="Slut", is_standing=True
    )
    decision = Decision.objects.create(
        partnership=lund.partnership,
        body=body,
        decided_date=BEFORE,
        wording="Bygga två broar",
        search_text="bygga",
        deciding=Deciding.EXTEND_AGREEMENTS,
    )
    rows = (("att bygga två broar.", decision, False), ("att måla dem.", None, False))
    for at, (wording, found, standard) in enumerate((*rows, ("att tacka för det.", None, True))):
        DecisionClause.objects.create(
            item=item, position=at, wording=wording, decision=found, is_standard=standard
        )
    DecisionClause.objects.create(item=opened, wording="att avsluta mötet.")


def carried_home(at: Desk) -> None:
    """Let the county have asked Lund to carry home what the last meeting decided."""
    home = HomeRequest.objects.create(
        decision=Decision.objects.get(), meaning="Två broar.", asked="Bygg.", due_date=BEFORE
    )
    CarryHome.objects.create(request=home, organization=at.meeting.keeper)


def minuted(at: Desk) -> Minutes:
    """Hold it and write what was said; somebody was there."""
    actions.send_out(at.meeting, by=at.by)
    Meeting.objects.filter(pk=at.meeting.pk).update(state="held")
    minutes = actions.begin_minutes(at.now, by=at.by)
    at.meeting.items.update(outcome="laid_to_files")
    item = at.meeting.items.get(letter="a")
    AgendaItem.objects.filter(pk=item.pk).update(
        text=f"Bo berättade.\n\n{NASTY}", outcome="decided"
    )
    item.clauses.filter(position=0).update(wording="att gå stigarna i maj,")
    DecisionClause.objects.create(item=item, position=2, wording=NASTY)
    PersonalNote.objects.create(item=item, kind="dissent", person="Siv", text="Hellre i juni.")
    people = (("Kim Ek", "present", cast.organization("lund")), ("Siv", "excused", None))
    for name, presence, of in people:
        Attendance.objects.create(meeting=at.meeting, name=name, presence=presence, organization=of)
    return minutes


def test_the_minutes_in_word_have_the_parts_and_the_layout_of_the_countys_notes() -> None:
    at = prepared()
    minuted(at)

    made: Any = docx.Document(BytesIO(file(at, "docx").content))

    headings = [
        (one.style.name, one.text)
        for one in made.paragraphs
        if one.style.name.startswith("Heading")
    ]
    assert headings == [
        ("Heading 1", "Skogsnätverket 20 november 2026"),
        ("Heading 2", "Närvaro"),
        ("Heading 2", "Dagordning"),
        ("Heading 2", "Vad som sades och beslutades"),
        ("Heading 3", "1. Öppnande"),
        ("Heading 3", "2. Aktuellt"),
        ("Heading 4", f"a) Information/Beslut: {NASTY} (Bilaga 2 A-B)"),
        ("Heading 2", "Bilagor"),
        ("Heading 2", "Justering"),
    ]
    rows = [[[cell.text for cell in row.cells] for row in one.rows] for one in made.tables]
    assert ["Tid", "09.00–11.30"] in rows[0]
    assert rows[1] == [["Organisation", "Namn"], ["Lund", "Kim Ek"]]
    assert rows[2] == [["Organisation", "Namn"], ["–", "Siv"]]
    assert ["2 a)", NASTY, "Information/Beslut", "Bo Al, vakt, Orsa", "Bilaga 2 A-B"] in rows[3]
    assert rows[4][1] == ["Bilaga 2 A-B", "Kartor (kom sent)", "2 a)"]
    said = [(one.style.name, one.text) for one in made.paragraphs]
    at_text = said.index(("Normal", "Bo berättade."))
    assert said[at_text : at_text + 8] == [
        ("Normal", "Bo berättade."),
        ("Normal", NASTY),
        ("Decides", "Skogsnätverket beslutade"),
        ("Clause", "att gå stigarna i maj,"),
        ("Note", "Förslaget var: att gå stigarna,"),
        ("Clause", NASTY),
        ("Decides", "Föreslaget, men inte antaget"),
        ("Clause", "att rita om kartan."),
    ]
    # How an item ended is told where no decision tells it.
    assert [one for style, one in said if one.startswith("Utfall")] == [
        "Utfall: Lagd till handlingarna"
    ] * 2
    assert ("Normal", "Avvikande mening: Siv: Hellre i juni.") in said
    assert "UTKAST, inte justerat" in made.sections[0].footer.paragraphs[0].text
    assert made.core_properties.title == "Minnesanteckningar: Skogsnätverket 20 november 2026"
    assert made.core_properties.language == "sv-SE"


def test_the_minutes_as_pdf_are_tagged_and_every_page_says_that_they_are_a_draft() -> None:
    at = prepared()
    minuted(at)
    AgendaItem.objects.filter(letter="a").update(text="\n".join(["Bo berättade."] * 90))

    content = file(at, "pdf").content

    assert pdf_rules.validate_pdf_bytes(content, profile="ua1").failures == []
    made = pypdfium2.PdfDocument(content)
    assert made.get_metadata_value("Title").startswith("Minnesanteckningar: Skogsnätverket")
    assert b"/Lang (sv)" in content or b"/Lang(sv)" in content
    pages = [one.get_textpage().get_text_range() for one in made]
    assert len(pages) > 2
    assert all("UTKAST, inte justerat" in one and "version " in one for one in pages)
    assert "#panic() *x* @ref $y$ <b>&amp;</b> {{ 7*7 }}" in " ".join("".join(pages).split())


def slides(answer: Any) -> list[str]:
    made = Presentation(BytesIO(answer.content))
    assert round(made.slide_width / made.slide_height, 3) == round(16 / 9, 3)
    assert made.core_properties.language == "sv-SE"
    shown = []
    for slide in made.slides:
        told = [one.text_frame.text for one in slide.shapes if one.has_text_frame]
        for one in slide.shapes:
            if one.has_table:
                assert one._element.nvGraphicFramePr.cNvPr.get("descr")
                told += [cell.text for row in one.table.rows for cell in row.cells]
        shown.append("\n".join(told))
    return shown


def test_the_slides_have_the_meeting_what_came_of_the_last_one_and_each_item() -> None:
    at = prepared()
    carried_home(at)

    cover, agenda, last, *items = slides(file(at, "pptx"))

    assert ("Fredag 20 november 2026, 09.00–11.30" in cover, "Granen" in cover) == (True, True)
    assert ("2 a)" in agenda, NASTY in agenda) == (True, True)
    assert "Beslut från förra mötet, 18 september 2026" in last
    assert "att bygga två broar.\nUtanför mandatet" in last
    assert "0 av 1 har landat, försenat hos 1" in last
    assert "att måla dem.\nFinns inte i beslutsregistret" in last
    assert not {"avsluta", "tacka"} & set(last.split())
    # A heading over letters is no slide of its own.
    assert [one.splitlines()[0] for one in items] == ["1 Öppnande", f"2 a) {NASTY}"]
    assert "2 Aktuellt · Information/Beslut" in items[1]
    assert "Bo Al, vakt, Orsa\nBilagor\nBilaga 2 A-B: Kartor (kom sent)" in items[1]
    assert "Förslag till beslut\natt gå stigarna,\natt rita om kartan." in items[1]
    assert "beslutade" not in "".join(items)

    minuted(at)
    long = " ".join(["att gå varje stig i skogen"] * 12)
    clauses = at.meeting.items.get(letter="a").clauses
    for place in range(3, 9):
        clauses.create(position=place, wording=f"{place} {long}")
    _cover, _agenda, _last, _opening, first, *more = slides(file(at, "pptx"))
    assert "Skogsnätverket beslutade\natt gå stigarna i maj,\n" in first
    assert "rita om" not in "".join((first, *more))
    # What there is no room for goes on, and nothing is left out.
    assert len(more) > 2
    assert all(f"{place} {long}" in "".join((first, *more)) for place in range(3, 9))


def foot(answer: Any) -> str:
    made = docx.Document(BytesIO(answer.content))
    return str(made.sections[0].footer.paragraphs[0].text)


def test_minutes_that_are_being_written_are_their_keepers() -> None:
    at = prepared()
    minuted(at)

    answer = file(at, "docx", user=at.rune)
    assert "Dagordning, inga justerade minnesanteckningar än" in foot(answer)
    made: Any = docx.Document(BytesIO(answer.content))
    told = "".join(one.text for one in made.paragraphs)
    assert "att gå stigarna,att rita om kartan." in told
    assert "beslutade" not in told
    assert "Bo berättade" not in told
    assert "Siv" not in told
    assert not any("Bo berättade" in one for one in slides(file(at, "pptx", user=at.rune)))
    assert "UTKAST, inte justerat" in foot(file(at, "docx"))


def test_locked_minutes_say_by_whom_and_with_which_hash_and_what_was_corrected_since() -> None:
    at = prepared()
    minutes = minuted(at)
    cora = cast.acting_for(at.cora)
    actions.check(minutes, by=cora)
    assert "UTKAST, justerat men inte låst" in foot(file(at, "docx", user=at.rune))
    locked = actions.lock(minutes, by=cora)
    actions.correct(locked, NASTY, item=at.meeting.items.get(letter="a"), by=at.by)
    answer = file(at, "docx", user=at.rune)
    assert foot(answer).startswith("Justerat och låst · Skogsnätverket 2026-11-20 · version ")
    assert f"SHA-256 {locked.sha256[:16]}" in foot(answer)
    assert (
        'filename="minnesanteckningar-skogsnatverket-2026-11-20.docx"'
        in (answer["Content-Disposition"])
    )
    made = docx.Document(BytesIO(answer.content))
    rows = [[[cell.text for cell in row.cells] for row in one.rows] for one in made.tables]
    assert ["SHA-256", locked.sha256] in rows[-2]
    today = timezone.localdate().isoformat()
    assert ["Justerat av", f"Cora, {today}"] in rows[-2]
    assert rows[-1][1] == [today, "Ester", f"2 a) {NASTY}", NASTY]


def test_nobody_gets_a_paper_of_a_meeting_that_they_may_not_see() -> None:
    at = prepared()

    assert file(at, "docx", user=at.rune).status_code == 404
    assert file(at, "xlsx").status_code == 404
    answer = file(at, "docx")
    assert answer["Content-Disposition"] == (
        'attachment; filename="dagordning-skogsnatverket-2026-11-20-utkast.docx"'
    )
    assert (
        "Utkast, inte utskickat"
        in docx.Document(BytesIO(answer.content)).sections[0].footer.paragraphs[0].text
    )
    actions.send_out(at.meeting, by=at.by)
    assert file(at, "docx", user=at.rune).status_code == 200


def test_what_is_planned_stands_in_the_agenda_and_not_in_the_minutes() -> None:
    at = prepared()
    at.meeting.items.filter(number=1).update(planned_minutes=15)
    at.meeting.items.filter(letter="a").update(planned_minutes=160)
    pause = ItemWords("Kaffe", minutes=15, is_break=True)
    actions.add_item(at.meeting, pause, under=None, by=at.by, seen=at.now.version)

    made: Any = docx.Document(BytesIO(file(at, "docx").content))
    slides = Presentation(BytesIO(file(at, "pptx").content)).slides

    assert "Dagordningen är 40 minuter längre än mötet." in [one.text for one in made.paragraphs]
    rows = [[cell.text for cell in row.cells] for row in made.tables[1].rows]
    assert [row[:3] for row in rows] == [
        ["Nr", "Tid", "Punkt"],
        ["1", "09.00–09.15", "Öppnande"],
        ["2", "09.15–11.55", "Aktuellt"],
        ["2 a)", "09.15–11.55", NASTY],
        ["", "11.55–12.10", "Kaffe"],
    ]
    tables = [one.table for slide in slides for one in slide.shapes if one.has_table]
    assert [cell.text for cell in tables[0].rows[4].cells][:3] == ["", "11.55–12.10", "Kaffe"]
    assert not [one for one in slides if one.shapes.title and one.shapes.title.text == "Kaffe"]

    minuted(at)
    held: Any = docx.Document(BytesIO(file(at, "docx").content))
    said = [cell.text for one in held.tables for row in one.rows for cell in row.cells]
    assert "11.55–12.10" not in said
    assert "Kaffe" not in [one.text for one in held.paragraphs]
